import { fold } from './folding.ts';
import { cleanText } from './text.ts';

export type PersonName = {
	honorific_prefix?: string;
	given_name?: string;
	patronymic_name?: string;
	grandfather_name?: string;
	family_name?: string;
	kunya?: string;
};

/**
 * The parts of a full Arabic name as far as they are plain (the fields are Popolo's): honorifics off the
 * front, a chain of بن / بنت, آل with its family, عبد with its word, a kunya that stands first or in
 * brackets. Of three or more words without بن only the first and the last are given a place. What is unsure
 * is left out; of a name in other letters, or with remarks in it, only the honorific is told.
 */
export function splitPersonName(fullArabicName: string): PersonName {
	const { honorific_prefix, rest } = takeHonorific(cleanText(fullArabicName));
	const { name, kunya } = takeBracketedKunya(rest);
	const parts: PersonName = { honorific_prefix, kunya, ...(isArabic(name) && partsOf(unitsOf(name))) };
	return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}

/** The name without the titles before it; a name that is nothing but a title stays whole. */
export function withoutHonorific(name: string): string {
	return takeHonorific(cleanText(name)).rest;
}

const titles = folded(
	...['خادم الحرمين الشريفين', 'صاحب السمو الملكي', 'صاحبة السمو الملكي', 'صاحب السمو', 'صاحبة السمو'],
	...['صاحب الجلالة', 'صاحب المعالي', 'صاحبة المعالي', 'صاحب السعادة', 'صاحبة السعادة', 'صاحب الفضيلة'],
	...[
		'سماحة',
		'فضيلة',
		'سيادة',
		'جلالة',
		'الأمير',
		'الأميرة',
		'الشيخ',
		'الشيخة',
		'السيدة',
		'الحاج',
		'الحاجة'
	],
	...['الدكتور', 'الدكتورة', 'دكتور', 'دكتورة', 'البروفيسور', 'الأستاذ', 'الأستاذة', 'أستاذ', 'أستاذة'],
	...['المهندس', 'المهندسة', 'مهندس', 'مهندسة', 'المستشار', 'المستشارة', 'القاضي', 'الوزير', 'الوزيرة'],
	...['الملا', 'اللواء', 'العميد', 'العقيد', 'المقدم', 'الرائد', 'النقيب', 'الملازم', 'الفريق'],
	...['his royal highness', 'her royal highness', 'his highness', 'her highness', 'his excellency'],
	...[
		'her excellency',
		'his majesty',
		'her majesty',
		'h.r.h',
		'hrh',
		'h.h',
		'h.e',
		'king',
		'prince',
		'princess'
	],
	...[
		'sheikh',
		'sheikha',
		'shaikh',
		'shaikha',
		'shaykh',
		'dr',
		'doctor',
		'prof',
		'professor',
		'eng',
		'engineer'
	],
	...['mr', 'mrs', 'ms', 'miss']
);

/** Titles that are also given names (سعادة المطرود): taken off only where two words or more remain. */
const titlesAndNames = folded('معالي', 'سعادة', 'سمو', 'السيد', 'الملك', 'الملكة');

/** أ. د. م. and أ.د., with a dot or a slash, also without a space before the name. */
const abbreviatedTitles = /^(?:[أادم] ?[./] ?)+(?=\p{L})/u;

const LONGEST_TITLE = 3;

function takeHonorific(name: string): { honorific_prefix: string; rest: string } {
	let rest = name;
	for (let length = titleLength(rest); length > 0; length = titleLength(rest)) rest = rest.slice(length);
	return { honorific_prefix: name.slice(0, name.length - rest.length).trim(), rest };
}

/** How many characters of the text are its first title and the space after it. */
function titleLength(text: string): number {
	const abbreviated = abbreviatedTitles.exec(text)?.[0];
	if (abbreviated) return abbreviated.length;
	const words = text.split(' ');
	for (let count = Math.min(LONGEST_TITLE, words.length - 1); count > 0; count--) {
		const phrase = words.slice(0, count).join(' ');
		const key = fold(phrase).replace(/\.$/, '');
		const remaining = words.length - count;
		if (titles.has(key) || (titlesAndNames.has(key) && remaining > 1)) return phrase.length + 1;
	}
	return 0;
}

function takeBracketedKunya(text: string): { name: string; kunya?: string } {
	const match = /^(.+?) ?\(((?:أبو|ابو|أم|ام) [^()]+)\)$/u.exec(text);
	return { name: match?.[1] ?? text, kunya: match?.[2] };
}

function isArabic(name: string): boolean {
	return /^[\p{Script=Arabic}\p{M}ـ -]+$/u.test(name);
}

const joinedToNext = folded('عبد', 'العبد', 'عبيد', 'أمة', 'رب', 'أبو', 'أبا', 'أبي', 'بو', 'أم', 'ذو');
const joinedToPrevious = folded('الله', 'الدين');
const familySign = folded('آل', 'ال');
const sonOrDaughterOf = folded('بن', 'ابن', 'بنت', 'ابنة');

/** The words of a name with those together that are one: عبد الله, أبو علي, نور الدين, آل خليفة. */
function unitsOf(name: string): string[] {
	const units: string[] = [];
	let isOpen = false;
	for (const word of name.split(' ')) {
		const key = fold(word);
		const previous = units.at(-1);
		const isFamily = previous !== undefined && familySign.has(fold(firstWord(previous)));
		const belongsBack = joinedToPrevious.has(key) && previous && !isConnector(previous);
		if (previous && (isOpen || isFamily || belongsBack)) units[units.length - 1] = `${previous} ${word}`;
		else units.push(word);
		isOpen = joinedToNext.has(key);
	}
	return units;
}

function partsOf(units: string[]): PersonName {
	const [first = '', ...others] = units;
	const segments = segmentsOf(units);
	if (segments.some((segment) => segment.length === 0)) return {};
	if (segments.length > 1) return partsOfChain(segments);
	if (isKunya(first))
		return { kunya: first, ...(others.length === 1 ? { family_name: others[0] } : partsOf(others)) };
	if (others.length > 0) return { given_name: first, family_name: familyOf(units).join(' ') };
	return familySign.has(fold(firstWord(first))) ? { family_name: first } : { given_name: first };
}

/** `[[given], [father], [grandfather, family]]`, parted at each بن. */
function segmentsOf(units: string[]): string[][] {
	const segments: string[][] = [[]];
	for (const unit of units) {
		if (isConnector(unit)) segments.push([]);
		else segments.at(-1)?.push(unit);
	}
	return segments;
}

/** The last ancestor is told only where nothing stands between him and the family: «بن محمد علي حميدان» is unsure. */
function partsOfChain(segments: string[][]): PersonName {
	const [given = [], ...ancestors] = segments;
	const last = ancestors.pop() ?? [];
	const family = last.length > 1 ? familyOf(last) : [];
	const lastAncestor = last.length - family.length === 1 ? last[0] : undefined;
	const [patronymic_name, grandfather_name] = [...ancestors.map((units) => units.join(' ')), lastAncestor];
	return { given_name: given.join(' '), patronymic_name, grandfather_name, family_name: family.join(' ') };
}

const titlesInFamilies = folded('الشيخ', 'السيد', 'الحاج', 'الملا');

/** The last unit, with the title before it where a family is named after a man: الشيخ حسين. */
function familyOf(units: string[]): string[] {
	const isTitled = units.length > 2 && titlesInFamilies.has(fold(units.at(-2) ?? ''));
	return units.slice(isTitled ? -2 : -1);
}

/** أبو بكر is a given name today. */
function isKunya(unit: string): boolean {
	return /^(ابو|ام) (?!بكر$)/.test(fold(unit));
}

function isConnector(unit: string): boolean {
	return sonOrDaughterOf.has(fold(unit));
}

function firstWord(text: string): string {
	return text.split(' ', 1)[0] ?? '';
}

function folded(...words: string[]): ReadonlySet<string> {
	return new Set(words.map(fold));
}
