import {
	agreeing,
	agreeingLatin,
	drawBody,
	familial,
	type Adjective,
	type Body,
	type BodyKind
} from './bodies.ts';
import { drawCoined, drawFamily, drawQuarter, respell, type Word } from './coinage.ts';
import { drawCity, type City } from './places.ts';
import { drawPurpose, type Purpose } from './purposes.ts';
import { chance, pick, randomOf, weighted, type Random } from './random.ts';
import { complements } from './values.ts';

/** What the names and the texts of one body are made of. */
export type Traits = {
	body: Body;
	form: 'plain' | 'quarter' | 'coined' | 'coined_purpose' | 'coined_city' | 'family';
	purpose: Purpose;
	city: City;
	adjective: Adjective | undefined;
	/** Its own name, that of its quarter or that of its family. */
	own: Word;
	/** Which it is, where a place has several of the same name. */
	ordinal: Ordinal | undefined;
};

type Ordinal = { m: string; f: string; en: string };

const ordinals: readonly Ordinal[] = [
	{ m: 'الأول', f: 'الأولى', en: 'First' },
	{ m: 'الثاني', f: 'الثانية', en: 'Second' },
	{ m: 'الثالث', f: 'الثالثة', en: 'Third' },
	{ m: 'الرابع', f: 'الرابعة', en: 'Fourth' }
];

/** The names of a body; the English one is put together of the same parts as the Arabic one. */
export type Names = { ar: string; en: string; transliterated: string; short: string | undefined };

/** The kind of the body whose traits follow from a seed, which is the first thing drawn. */
export const kindOf = (seed: number): BodyKind => drawBody(randomOf(seed)).kind;

export function drawTraits(random: Random): Traits {
	const body = drawBody(random);
	const form = chance(random, body.ofFamilies) ? 'family' : drawForm(random);
	const purpose = drawPurpose(random);
	const city = drawCity(random);
	const adjective = form === 'family' ? familial : drawAdjective(random, body, purpose);
	const own = drawOwn(random, form);
	const isNumbered = chance(random, form === 'plain' ? 0.25 : form === 'quarter' ? 0.03 : 0);
	const ordinal = isNumbered ? pick(random, ordinals) : undefined;
	return { body, form, purpose, city, adjective, own, ordinal };
}

const drawForm = weighted([
	['coined_purpose', 42],
	['quarter', 33],
	['coined', 15],
	['coined_city', 7],
	['plain', 3]
] as const);

/** None in some names, and none that says again what the purpose says: not التنمية الاجتماعية الاجتماعية. */
function drawAdjective(random: Random, { adjectives }: Body, purpose: Purpose): Adjective | undefined {
	const adjective = pick(random, adjectives);
	const isSaid = purpose.ar.includes(adjective.ar.slice(0, -1));
	return isSaid || chance(random, 0.25) ? undefined : adjective;
}

function drawOwn(random: Random, form: Traits['form']): Word {
	if (form === 'family') return respell(random, drawFamily(random));
	if (form === 'quarter' || form === 'plain') return respell(random, drawQuarter(random));
	const own = respell(random, drawCoined(random));
	if (own.ar.startsWith('ال') || form === 'coined_city' || chance(random, 0.7)) return own;
	const [ar, en] = pick(random, complements);
	return { ar: `${own.ar} ${ar}`, en: `${own.en} ${en}` };
}

export function drawNames(random: Random, traits: Traits): Names {
	const { body, form, adjective, own } = traits;
	const place = drawPlace(random, traits);
	const inArabic = adjective && agreeing(adjective, body.gender);
	const inLatin = adjective && agreeingLatin(adjective, body.gender);
	const isShort = form.startsWith('coined') && chance(random, 0.15);
	return {
		ar: words(...arabicParts(random, traits, inArabic), place.ar),
		en: words(englishParts(traits), place.en),
		transliterated: words(body.latin, ...latinParts(traits), inLatin),
		short: isShort ? own.ar : undefined
	};
}

/** Which quarters and villages are called what. */
const settlements = [
	...Array<Word>(6).fill({ ar: 'حي', en: 'District' }),
	...Array<Word>(3).fill({ ar: 'قرية', en: 'Village' }),
	...[
		{ ar: 'بلدة', en: 'Town' },
		{ ar: 'هجرة', en: 'Hamlet' }
	]
];

/** Attached or with في, the city alone or what it is the seat of; now and then the name says no place. */
function drawPlace(random: Random, { form, city, own }: Traits): Word {
	if (form === 'coined_city') return { ar: '', en: '' };
	const whole = drawWholePlace(random, city);
	if (form !== 'quarter') {
		return form === 'plain' || chance(random, 0.94) ? within(random, whole) : { ar: '', en: '' };
	}
	const settlement = pick(random, settlements);
	const quarter = { ar: `${settlement.ar} ${own.ar}`, en: `${own.en} ${settlement.en}` };
	const { ar, en } = within(random, quarter);
	return chance(random, 0.8)
		? { ar: `${ar} ${attach('ب', whole.ar)}`, en: `${en}, ${whole.en}` }
		: { ar, en };
}

function drawWholePlace(random: Random, city: City): Word {
	const drawn = random();
	if (drawn < 0.05) return { ar: city.region_ar, en: city.region_en };
	const isRanked = city.rank && drawn < 0.25;
	return { ar: isRanked ? `${city.rank} ${city.ar}` : city.ar, en: city.en };
}

const within = (random: Random, { ar, en }: Word): Word => ({
	ar: chance(random, 0.15) ? `في ${ar}` : attach('ب', ar),
	en: `in ${en}`
});

function arabicParts(random: Random, traits: Traits, adjective: string | undefined): (string | undefined)[] {
	const { body, form, purpose, city, own, ordinal } = traits;
	switch (form) {
		case 'family':
			return [body.ar, pick(random, ['آل', 'أسرة آل', 'عائلة آل']), own.ar, adjective];
		case 'coined_purpose':
			return [body.ar, own.ar, adjective, attach('ل', purpose.ar)];
		case 'coined_city':
			return [body.ar, own.ar, city.ar, adjective];
		case 'coined':
			return [body.ar, own.ar, adjective];
		default:
			return [body.ar, purpose.ar, adjective, ordinal?.[body.gender]];
	}
}

function englishParts({ body, form, purpose, city, own, adjective, ordinal }: Traits): string {
	switch (form) {
		case 'family':
			return words('Al', own.en, adjective?.en, body.en);
		case 'coined_purpose':
			return words(own.en, adjective?.en, body.en, 'for', purpose.en);
		case 'coined_city':
			return words(own.en, city.en, adjective?.en, body.en);
		case 'coined':
			return words(own.en, adjective?.en, body.en);
		default:
			return words(ordinal?.en, purpose.en, adjective?.en, body.en);
	}
}

function latinParts({ form, city, own }: Traits): string[] {
	return form === 'family' ? ['Al', own.en] : form === 'coined_city' ? [own.en, city.en] : [own.en];
}

/** A preposition of one letter, joined to the word after it: بالقطيف, بجدة, للتنمية, للغة. */
export function attach(preposition: 'ب' | 'ل', phrase: string): string {
	if (preposition === 'ب' || !phrase.startsWith('ال')) return preposition + phrase;
	return phrase.startsWith('الل') ? `لل${phrase.slice(3)}` : `لل${phrase.slice(2)}`;
}

const words = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');
