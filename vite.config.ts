import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'db/**/*.test.ts', 'tests/**/*.test.ts'],
		globalSetup: 'tests/harness/global_setup.ts',
		pool: 'forks',
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
