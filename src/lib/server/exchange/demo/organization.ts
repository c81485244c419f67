import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import { drawNames, drawTraits, kindOf, type Names, type Traits } from './names.ts';
import { between, chance, pick, randomOf, weighted, type Random } from './random.ts';
import { arabicSummary, englishSummary } from './summary.ts';

/** Sequence numbers of the register start at 1 and never come near: ids of the demo meet no other id. */
const FIRST_NUMBER = 2 ** 34;

/** Demo records that others may belong to have a number up to this; they must stand on the register before the others. */
export const LAST_UMBRELLA = 500;

const SOURCE = 'demo';
const publisher = 'بيانات تجريبية';
const title = 'سجل مولَّد لا يصف جهة حقيقية / Generated: describes no real body';

/**
 * The demo organization of a number from 1: a whole document that follows from the number alone, with an id and a
 * slug of its own. What it belongs to are demo organizations of lower numbers.
 */
export function demoOrganization(number: number): OrganizationDocument {
	const random = randomOf(number);
	const traits = drawTraits(random);
	const names = drawNames(random, traits);
	const life = drawLife(random);
	const { body, city } = traits;
	return {
		type: 'organization',
		id: demoId(number),
		slug: `demo-${String(number).padStart(6, '0')}`,
		kind: body.kind,
		...life,
		names: nameParts(random, traits, names),
		summary: drawSummary(random, traits, life.founded),
		place: {
			country: city.country,
			region: city.region,
			city: { ar: city.ar, en: city.en }
		},
		fields: drawFields(random, traits),
		affiliations: drawAffiliations(random, traits, number),
		identifiers: chance(random, 0.3)
			? [{ id: 'demo', scheme: 'DEMO', value: `D-${number}`, sources: [SOURCE] }]
			: [],
		sources: [{ id: SOURCE, publisher, title }],
		cited: { summary: [SOURCE] },
		...{ links: [], figures: [], alternatives: [], notes: [], aims: [], licences: [], contacts: [] },
		...{ board_terms: [], appointments: [] }
	};
}

export const demoId = (number: number): string => registryId(FIRST_NUMBER + number);

type Life = Pick<OrganizationDocument, 'status' | 'founded' | 'dissolved'>;

const drawStatus = weighted([
	['active', 85],
	['inactive', 6],
	['unknown', 5],
	['dissolved', 3],
	['planned', 1]
] as const);

const FIRST_YEAR = 1960;
const LAST_YEAR = 2025;

/** Most bodies are young; some say no year, and those that are planned have none. */
function drawLife(random: Random): Life {
	const status = drawStatus(random);
	const age = Math.floor((LAST_YEAR - FIRST_YEAR + 1) * random() ** 1.7);
	const year = LAST_YEAR - age;
	if (status === 'planned' || chance(random, 0.2)) return { status };
	const founded = stateDate(random, year);
	const isEndKnown = status === 'dissolved' && year < LAST_YEAR;
	return { status, founded, ...(isEndKnown && { dissolved: String(between(random, year + 1, LAST_YEAR)) }) };
}

/** As a source would state it: the year alone, a month or a day of it, or the Hijri year that began in or before it. */
function stateDate(random: Random, year: number): string {
	const month = String(between(random, 1, 12)).padStart(2, '0');
	const day = String(between(random, 1, 28)).padStart(2, '0');
	const hijri = Math.floor(((year - 622) * 33) / 32);
	return pick(random, [
		...[`${year}`, `${year}`, `${year}`, `${year}`, `${year}-${month}`],
		...[
			`${year}-${month}-${day}`,
			`${year}-${month}-${day}`,
			`${hijri} AH`,
			`${hijri} AH`,
			`${hijri}-${month} AH`
		]
	]);
}

/** Half of the bodies have a name in Latin letters, too: mostly a translation, else the sound where it can be written. */
function nameParts(random: Random, { form }: Traits, names: Names): OrganizationDocument['names'] {
	const isSound = chance(random, 0.3) && ['coined', 'coined_city', 'family'].includes(form);
	const latin = isSound
		? ({ value: names.transliterated, kind: 'transliteration' } as const)
		: ({ value: names.en, kind: 'translation' } as const);
	return [
		{ id: 'ar', value: names.ar, lang: 'ar', kind: 'official', sources: [SOURCE] },
		...(chance(random, 0.5) ? [{ id: 'en', ...latin, lang: 'en', sources: [] }] : []),
		...(names.short
			? [{ id: 'short', value: names.short, lang: 'ar', kind: 'alias' as const, sources: [] }]
			: [])
	];
}

function drawSummary(random: Random, traits: Traits, founded: string | undefined) {
	const ar = arabicSummary(random, traits, founded);
	return chance(random, 0.25) ? { ar, en: englishSummary(random, traits, founded) } : { ar };
}

const otherFields = ['philanthropy', 'social_services', 'development', 'education', 'health', 'culture'];

function drawFields(random: Random, { purpose }: Traits): string[] {
	const second = pick(random, otherFields);
	return chance(random, 0.3) && second !== purpose.field ? [purpose.field, second] : [purpose.field];
}

/** Some groups and committees belong to one of the first associations. */
function drawAffiliations(
	random: Random,
	{ body }: Traits,
	number: number
): OrganizationDocument['affiliations'] {
	const umbrella =
		chance(random, 0.12) && ['group', 'committee'].includes(body.kind)
			? findUmbrella(random, number)
			: undefined;
	return umbrella ? [{ id: 'demo', to: demoId(umbrella), sources: [SOURCE] }] : [];
}

function findUmbrella(random: Random, number: number): number | undefined {
	const start = between(random, 0, Math.min(number - 1, LAST_UMBRELLA));
	for (let candidate = start; candidate > 0; candidate--)
		if (kindOf(candidate) === 'association') return candidate;
	return undefined;
}
