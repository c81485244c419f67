import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The floors of the house, from the ground up; an import never goes up (see CONTRIBUTING.md). */
const floors = [
	['src/lib/domain', 'src/lib/server/platform'],
	['src/lib/server/db'],
	['src/lib/server/registry', 'src/lib/server/search', 'src/lib/server/accounts', 'src/lib/server/delivery'],
	['src/lib/server/editing'],
	['src/lib/server/exchange'],
	['src/lib/server/http'],
	[
		'src/lib/server/forms.ts',
		'src/lib/server/editor.ts',
		'src/lib/server/editor',
		'src/routes',
		'src/hooks.server.ts',
		'src/cli'
	]
];

export default ts.config(
	{ ignores: ['.svelte-kit/', 'build/', 'data/', 'node_modules/', 'src/lib/server/db/schema.d.ts'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-restricted-exports': ['error', { restrictDefaultExports: { direct: false } }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	...floors.map((floor, level) => ({
		files: floor.map(filesOf),
		rules: { 'no-restricted-imports': ['error', { patterns: patternsAbove(level) }] }
	})),
	{
		files: ['src/lib/domain/**', 'src/lib/components/**'],
		rules: {
			'no-restricted-imports': ['error', { patterns: ['src/lib/server', 'src/routes', 'db'].map(restricted) }]
		}
	},
	{
		files: ['src/lib/domain/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: ['src/lib/server', 'src/lib/components', 'src/lib/i18n.ts', 'src/routes', 'db'].map(
						restricted
					)
				}
			]
		}
	},
	{
		files: ['db/migrations/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '^#|/src/', message: 'A migration is frozen: it imports nothing from src.' }] }
			]
		}
	}
);

function filesOf(place) {
	return place.endsWith('.ts') ? place : `${place}/**`;
}

function patternsAbove(level) {
	return floors
		.slice(level + 1)
		.flat()
		.map(restricted);
}

/** Imports of a place, by its alias or by a path that leads to it. */
function restricted(place) {
	const inside = place.replace(/^src\/(lib\/)?/, '').replace(/\.ts$/, '');
	const last = inside.split('/').at(-1);
	return {
		regex: `^(#lib/|\\$lib/|#(?=db))${inside}(/|\\.|$)|^\\.\\./(.*/)?(${inside}|${last})(/|\\.|$)`,
		message: `An import never goes up: ${place} stands above.`
	};
}
