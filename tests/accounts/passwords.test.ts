import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { hashPassword, refusePassword, verifyPassword } from '#lib/server/accounts/passwords.ts';

const email = 'someone.long@example.org';

test.each([
	['eleven char', 'password.too_short'],
	['twelve chars', undefined],
	['اثنا عشر حرفا', undefined],
	// Twelve UTF-16 units, six characters.
	['😀😀😀😀😀😀', 'password.too_short'],
	['a'.repeat(256), undefined],
	['a'.repeat(257), 'password.too_long'],
	['            ', undefined],
	['SomeOne.long@example.org', 'password.is_email']
])('of the password %j it is said: %s', (password, refused) => {
	expect(refusePassword(password, email)).toBe(refused);
});

test('a password is hashed with argon2id as OWASP advises, and verified', async () => {
	const hash = await hashPassword('correct horse battery');
	expect(hash).toMatch(/^\$argon2id\$/);
	expect(parseOptions(hash)).toMatchObject({ memoryCost: 19456, timeCost: 2, parallelism: 1 });
	expect(await verifyPassword(hash, 'correct horse battery')).toBe(true);
	expect(await verifyPassword(hash, 'Correct horse battery')).toBe(false);
});

test('a password typed composed or decomposed is the same', async () => {
	const hash = await hashPassword('r\u00e9sum\u00e9 \u0622\u0645\u0627\u0644 1234');
	expect(await verifyPassword(hash, 're\u0301sume\u0301 \u0627\u0653\u0645\u0627\u0644 1234')).toBe(true);
});

test('without an account no password is right', async () => {
	expect(await verifyPassword(undefined, 'correct horse battery')).toBe(false);
});

test('a text of any length is not hashed', async () => {
	const hash = await hashPassword('x'.repeat(2000));
	expect(await verifyPassword(hash, 'x'.repeat(2000))).toBe(false);
});
