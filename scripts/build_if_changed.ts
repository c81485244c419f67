import { build, BuildError, isBuilt } from './build.ts';

try {
	if (!isBuilt()) await build();
} catch (error) {
	if (!(error instanceof BuildError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
