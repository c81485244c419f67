import { toAsciiDigits } from './text.ts';

/** Crockford's base 32 in lower case: no i, l, o, u. https://www.crockford.com/base32.html */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 7;
const SIZE = 1n << 35n;

/** Any odd factor is a bijection modulo 2^35; this one (2^35 ÷ golden ratio) puts neighbours far apart. */
const FACTOR = 21_235_486_201n;
const OFFSET = 22_801_763_489n;

/** Seven characters of base 32 and two check digits, as a regular expression for TypeScript and SQL. */
export const REGISTRY_ID_PATTERN = '^[0-9a-hjkmnp-tv-z]{7}[0-9]{2}$';
const pattern = new RegExp(REGISTRY_ID_PATTERN);

/**
 * The permanent id of a record from its sequence number (0 to 2^35 − 1, else a RangeError): nine
 * characters that tell nothing of the order. Check digits: ISO 7064 MOD 97-10, as ROR has them; they catch
 * every wrong character and every swap of neighbours.
 */
export function registryId(n: number | bigint): string {
	const number = BigInt(n);
	if (number < 0n || number >= SIZE) throw new RangeError(`no registry id for ${n}`);
	const scrambled = (number * FACTOR + OFFSET) % SIZE;
	const body = Array.from({ length: LENGTH }, (_, index) => alphabet[digitAt(scrambled, LENGTH - 1 - index)]);
	return body.join('') + checkDigits(scrambled);
}

function digitAt(value: bigint, place: number): number {
	return Number((value >> BigInt(5 * place)) & 31n);
}

function checkDigits(value: bigint): string {
	return String(98n - ((value * 100n) % 97n)).padStart(2, '0');
}

/** Whether a text is an id of the register in its one written form, check digits included. */
export function isRegistryId(text: string): boolean {
	if (!pattern.test(text)) return false;
	const value = [...text.slice(0, LENGTH)].reduce(
		(sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)),
		0n
	);
	return text.slice(LENGTH) === checkDigits(value);
}

/** The id that somebody typed: capitals, O for 0, I and L for 1, hyphens, spaces and any digits are read. */
export function readRegistryId(typed: string): string | undefined {
	const id = toAsciiDigits(typed)
		.replace(/[\s\p{Pd}\p{Cf}]/gu, '')
		.toLowerCase()
		.replace(/o/g, '0')
		.replace(/[il]/g, '1');
	return isRegistryId(id) ? id : undefined;
}

/** A random id (40 bits) for a part of a record: a name, an appointment, a recommendation. */
export function childId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => alphabet[byte & 31]).join('');
}
