import { fold } from './folding.ts';
import { isRegistryId } from './registry_id.ts';
import { cleanText, toAsciiDigits } from './text.ts';

const MAX_LENGTH = 80;
const NOTHING_LEFT = 'record';

/** ASCII or Arabic letters and digits; other scripts could imitate the slug of another record. */
const letter = '[a-z0-9[\\p{Script=Arabic}&&\\p{L}&&[\\u0600-\\uFFFF]]]';
const slugPattern = new RegExp(`^${letter}+(-${letter}+)*$`, 'v');
const nonLetters = new RegExp(`[^${letter}]+`, 'gv');

const latinKinds = ['official', 'transliteration', 'translation', 'known_as', 'alias', 'acronym', 'former'];

type NameForSlug = { value: string; lang: string; kind: string };

/**
 * The readable part of a record's address: its Latin name (the English one first) in ASCII, else its
 * Arabic name without tashkeel and tatweel. At most 80 characters, cut at a word; never empty.
 */
export function slugOf(names: NameForSlug[]): string {
	const latin = names
		.filter(({ lang }) => lang !== 'ar')
		.sort(byPreference)
		.map(asciiSlug);
	const arabic = names.filter(({ lang }) => lang === 'ar').map(arabicSlug);
	const slug = latin.find((each) => /[a-z]/.test(each)) ?? [...arabic, ...latin].find((each) => each !== '');
	if (slug === undefined) return NOTHING_LEFT;
	return isRegistryId(slug) ? `${NOTHING_LEFT}-${slug}` : slug;
}

function byPreference(a: NameForSlug, b: NameForSlug): number {
	return Number(b.lang === 'en') - Number(a.lang === 'en') || kindRank(a.kind) - kindRank(b.kind);
}

function kindRank(kind: string): number {
	return latinKinds.includes(kind) ? latinKinds.indexOf(kind) : latinKinds.length;
}

function asciiSlug({ value }: NameForSlug): string {
	return cutAtWord(kebab(fold(value), /[^a-z0-9]+/g));
}

function arabicSlug({ value }: NameForSlug): string {
	const plain = toAsciiDigits(cleanText(value).normalize('NFKC'))
		.replace(/[\p{M}ـ]/gu, '')
		.toLowerCase();
	return cutAtWord(kebab(plain, nonLetters));
}

function kebab(text: string, others: RegExp): string {
	return text.replace(others, '-').replace(/^-+|-+$/g, '');
}

function cutAtWord(slug: string, length = MAX_LENGTH): string {
	if (slug.length <= length) return slug;
	const cut = slug.slice(0, length + 1).replace(/-[^-]*$/, '');
	return cut.slice(0, length);
}

/** Whether a text can be a slug: words of ASCII or Arabic letters with single hyphens, and not an id. */
export function isSlug(text: string): boolean {
	return (
		text.length <= MAX_LENGTH &&
		slugPattern.test(text) &&
		text === text.normalize('NFKC') &&
		!isRegistryId(text)
	);
}

/** The slug for the nth record of one name: `amal-2`; the name gives way where it would be too long. */
export function numberedSlug(slug: string, n: number): string {
	const ending = `-${n}`;
	return cutAtWord(slug, MAX_LENGTH - ending.length) + ending;
}
