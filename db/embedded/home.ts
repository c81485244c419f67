import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chownSync,
	existsSync,
	lstatSync,
	mkdtempSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSharedFolder, SHARED_FOLDER } from './binaries.ts';
import { canEnter, EmbeddedError, makeFolders, type OsUser } from './command.ts';

/** Where a cluster lives and who runs it; `user` is absent where that is the caller. */
export type Home = { folder: string; user: OsUser | undefined };

/** Names of the users that the server may run as when the caller is root, best first. */
const SERVER_USERS = ['sijill', 'postgres'];

/**
 * The home of the database of `dataDir`: its `postgres` folder. PostgreSQL refuses to run as root, so for root it
 * belongs to another user; where that user cannot enter `dataDir`, `postgres` is a link to a folder in /var/lib/sijill.
 */
export function findHome(dataDir: string): Home {
	makeFolders(dataDir);
	const here = path.join(realpathSync(dataDir), 'postgres');
	if (!isRoot()) return { folder: here, user: undefined };

	const linked = readClaimedLink(here);
	if (linked) return { folder: linked, user: ownerOf(linked) ?? findServerUser() };
	const user = ownerOf(here) ?? findServerUser();
	if (canEnter(path.dirname(here), user)) return { folder: here, user };
	if (existsSync(here)) {
		throw new EmbeddedError(
			`The user who owns ${here} and runs the database (uid ${user.uid}) cannot enter the folders above it: open them (chmod o+x) or move the folder.`
		);
	}
	return { folder: claimSharedFolder(here), user };
}

/** A home in a temporary folder, for one process; `sweep` removes those whose process is gone. */
export function makeThrowawayHome(): Home {
	const user = isRoot() ? findServerUser() : undefined;
	const base = temporaryFolders().find((folder) => !user || canEnter(folder, user));
	if (!base) throw new EmbeddedError(`The user who runs the database can enter no temporary folder.`);
	const parent = mkdtempSync(path.join(base, `${THROWAWAY_PREFIX}${process.pid}-`));
	if (user) chownSync(parent, user.uid, user.gid);
	return { folder: path.join(parent, 'postgres'), user };
}

export const THROWAWAY_PREFIX = 'sijill-throwaway-';

export function temporaryFolders(): string[] {
	return [tmpdir(), '/tmp', '/var/tmp'].filter((folder) => existsSync(folder));
}

/** The user that a server on `folder` must run as, if the caller is root. */
export function ownerOf(folder: string): OsUser | undefined {
	if (!isRoot() || !existsSync(folder)) return undefined;
	const { uid, gid } = statSync(folder);
	return uid === 0 ? undefined : { uid, gid };
}

function isRoot(): boolean {
	return process.geteuid?.() === 0;
}

function findServerUser(): OsUser {
	const user = SERVER_USERS.map(lookUp).find(Boolean) ?? createServerUser();
	if (user) return user;
	throw new EmbeddedError(
		'PostgreSQL does not run as root, and the system user "sijill" cannot be made: make it (useradd --system sijill) or start as an ordinary user.'
	);
}

function lookUp(name: string): OsUser | undefined {
	try {
		const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
		return { uid: id('-u'), gid: id('-g') };
	} catch {
		return undefined;
	}
}

function createServerUser(): OsUser | undefined {
	const shell = ['--home-dir', '/nonexistent', '--no-create-home', '--shell', '/usr/sbin/nologin'];
	const attempts: [string, string[]][] = [
		['useradd', ['--system', '--user-group', ...shell, 'sijill']],
		['adduser', ['-S', '-D', '-H', 'sijill']]
	];
	for (const [program, args] of attempts) {
		try {
			execFileSync(program, args, { stdio: 'pipe' });
			return lookUp('sijill');
		} catch {
			// The next program may know how.
		}
	}
	return undefined;
}

/**
 * Follows the link at `here`. A project that was moved keeps its database; one that was copied, link and all, gets
 * its own, because two projects must not write to one.
 */
function readClaimedLink(here: string): string | undefined {
	if (!isLink(here)) return undefined;
	const folder = readlinkSync(here);
	if (isClaimedElsewhere(folder, here)) {
		rmSync(here);
		return undefined;
	}
	writeFileSync(claimOf(folder), here);
	return folder;
}

/** The same project folder leads to the same data again, even if its `data` was deleted. */
function claimSharedFolder(here: string): string {
	makeSharedFolder();
	const hash = createHash('sha256').update(here).digest('hex').slice(0, 16);
	const usual = path.join(SHARED_FOLDER, hash);
	const folder = isClaimedElsewhere(usual, here) ? `${usual}-${Date.now().toString(36)}` : usual;
	writeFileSync(claimOf(folder), here);
	symlinkSync(folder, here);
	return folder;
}

function isClaimedElsewhere(folder: string, here: string): boolean {
	const claim = claimOf(folder);
	const claimant = existsSync(claim) ? readFileSync(claim, 'utf8') : here;
	return claimant !== here && isLink(claimant) && readlinkSync(claimant) === folder;
}

/** The file beside a shared folder that names the link which owns it. */
function claimOf(folder: string): string {
	return `${folder}.claim`;
}

function isLink(file: string): boolean {
	return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
