import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { MessageKey } from '#lib/i18n.ts';

/** Lengths in characters after normalization; no rules of composition: NIST SP 800-63B, section 3.1.1.2. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** argon2id (the package's default) with the least that OWASP's Password Storage Cheat Sheet advises; memory in KiB. */
const argon2id = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** Stands in for the hash of an account that does not exist, so that an answer takes as long as for one that does. */
const decoy = hashPassword(randomUUID());

/** Why a password may not be chosen, as a message key; undefined when it may. */
export function refusePassword(password: string, email: string): MessageKey | undefined {
	const length = [...normalize(password)].length;
	if (length < PASSWORD_MIN) return 'password.too_short';
	if (length > PASSWORD_MAX) return 'password.too_long';
	if (normalize(password).toLowerCase() === email.toLowerCase()) return 'password.is_email';
	return undefined;
}

/** Hashes a password to PHC string format. */
export async function hashPassword(password: string): Promise<string> {
	return hash(normalize(password), argon2id);
}

/** Whether a password is the hashed one; without a hash it takes as long and says no. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
	// Hashing a text of any length for anyone who asks would be a way to keep the server busy.
	if (password.length > 4 * PASSWORD_MAX) return false;
	const isRight = await verify(passwordHash ?? (await decoy), normalize(password));
	return isRight && passwordHash !== undefined;
}

/** One password typed on two keyboards is one sequence of characters. */
function normalize(password: string): string {
	return password.normalize('NFC');
}
