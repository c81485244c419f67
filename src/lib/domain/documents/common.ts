import * as v from 'valibot';
import { childId, isRegistryId } from '../registry_id.ts';
import { parsePartialDate } from '../dates.ts';
import { isSlug } from '../slug.ts';
import { cleanText, toAsciiDigits } from '../text.ts';

/** The four kinds of entry on the register. */
export const recordTypes = ['organization', 'person', 'conference', 'participation'] as const;
export type RecordType = (typeof recordTypes)[number];

export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** Name kinds follow BODS and ROR: https://standard.openownership.org, https://ror.readme.io. */
export const nameKinds = [
	'official',
	'alias',
	'acronym',
	'former',
	'transliteration',
	'translation',
	'known_as'
] as const;

export const linkKinds = [
	'website',
	'x',
	'instagram',
	'facebook',
	'youtube',
	'snapchat',
	'tiktok',
	'telegram',
	'whatsapp',
	'linkedin',
	'volunteering',
	'other'
] as const;

export const contactKinds = ['email', 'phone', 'whatsapp', 'post'] as const;

export const visibilities = ['public', 'members', 'registrars'] as const;

export const text = (maxLength: number) =>
	v.pipe(
		v.string(),
		v.transform((value: string) => cleanText(value)),
		v.minLength(1, 'error.required'),
		v.maxLength(maxLength, 'error.too_long')
	);

export const longText = (maxLength: number) =>
	v.pipe(
		v.string(),
		v.transform((value: string) => cleanText(value, { multiline: true })),
		v.minLength(1, 'error.required'),
		v.maxLength(maxLength, 'error.too_long')
	);

/** Text in Arabic, English or both; never in neither. */
export const localText = (maxLength: number) =>
	v.pipe(
		v.strictObject({ ar: v.optional(longText(maxLength)), en: v.optional(longText(maxLength)) }),
		v.check(({ ar, en }) => ar !== undefined || en !== undefined, 'error.no_language')
	);

/** A number or address as printed, its digits in ASCII. */
export const printed = (maxLength: number) => v.pipe(text(maxLength), v.transform(toAsciiDigits));

/** A date as it was stated, in digits of any script: see `dates.ts` for the forms. */
export const partialDate = v.pipe(
	v.string(),
	v.transform((value) => toAsciiDigits(cleanText(value))),
	v.check((value) => parsePartialDate(value) !== undefined, 'error.not_a_date')
);

export const registryId = v.pipe(v.string(), v.check(isRegistryId, 'error.not_an_id'));
export const slug = v.pipe(v.string(), v.check(isSlug, 'error.not_a_slug'));

/** The id of a part of a record: unique within the record, kept for life, made when none is given. */
export const partId = v.optional(
	v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,32}$/, 'error.not_an_id')),
	childId
);

/** Only web addresses: a `javascript:` or `data:` link never enters the register. */
export const webAddress = v.pipe(
	v.string(),
	v.transform((value) => cleanText(value)),
	v.maxLength(2000, 'error.too_long'),
	v.check(isWebAddress, 'error.not_a_web_address')
);

function isWebAddress(value: string) {
	const url = /^https?:\/\/\S+$/i.test(value) ? URL.parse(value) : null;
	return url !== null && url.username === '' && url.password === '';
}

const withoutRepeats = <T>(items: T[]): T[] => [...new Set(items)];

/** Ids of the record's own `sources` that state a value; one that is named twice counts once. */
const citations = v.pipe(v.array(v.string()), v.maxLength(50, 'error.too_many'), v.transform(withoutRepeats));

export const sourceIds = v.optional(citations, () => []);

/** Codes of fields of work, the main one first. */
export const fieldCodes = v.optional(
	v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^[a-z_]+$/, 'error.not_a_field'))),
		v.maxLength(12, 'error.too_many'),
		v.transform(withoutRepeats)
	),
	() => []
);

export const place = v.strictObject({
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'error.not_a_country')),
	region: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'error.not_a_region'))),
	governorate: v.optional(localText(100)),
	city: v.optional(localText(100)),
	district: v.optional(localText(100))
});

export const nameEntries = {
	id: partId,
	value: text(300),
	lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'error.not_a_language')),
	kind: v.optional(v.picklist(nameKinds), 'official'),
	from: v.optional(partialDate),
	until: v.optional(partialDate),
	sources: sourceIds
};

export const name = v.strictObject(nameEntries);

export const link = v.strictObject({
	id: partId,
	kind: v.picklist(linkKinds),
	url: webAddress,
	visibility: v.optional(v.picklist(visibilities), 'public'),
	sources: sourceIds
});

export const contact = v.strictObject({
	id: partId,
	kind: v.picklist(contactKinds),
	value: printed(300),
	visibility: v.optional(v.picklist(visibilities), 'registrars'),
	sources: sourceIds
});

/** A dated or counted statement about the record that fits no other part, e.g. how many took part. */
export const figure = v.strictObject({
	id: partId,
	label: localText(200),
	value: printed(60),
	as_of: v.optional(partialDate),
	sources: sourceIds
});

/** What another source says of a value; the record's own value is the preferred one. */
export const alternative = v.strictObject({
	id: partId,
	field: v.pipe(v.string(), v.regex(/^[a-z_]+(\/[a-z0-9_-]+)*$/, 'error.not_a_field')),
	value: text(500),
	note: v.optional(localText(500)),
	sources: sourceIds
});

export const note = v.strictObject({ id: partId, text: localText(1000), sources: sourceIds });

/** A citation: where a fact was read. One with no URL names its publisher and title. */
export const source = v.pipe(
	v.strictObject({
		id: partId,
		url: v.optional(webAddress),
		publisher: v.optional(text(300)),
		title: v.optional(text(500)),
		published: v.optional(partialDate),
		accessed: v.optional(partialDate)
	}),
	v.check(({ url, publisher, title }) => Boolean(url ?? publisher ?? title), 'error.source_is_empty')
);

/** A Gregorian day, `2026-01-31`. */
export const day = v.pipe(
	v.string(),
	v.transform((value) => toAsciiDigits(cleanText(value))),
	v.check((value) => /^[-\d]{10}$/.test(value) && parsePartialDate(value) !== undefined, 'error.not_a_date')
);

/** A list of parts in which no id stands twice. */
export const parts = <T extends v.GenericSchema<unknown, { id: string }>>(part: T, max = 200) =>
	v.optional(
		v.pipe(
			v.array(part),
			v.maxLength(max, 'error.too_many'),
			v.check((items) => new Set(items.map((item) => item.id)).size === items.length, 'error.id_twice')
		),
		() => []
	);

/** Why a registrar takes a record out of sight. */
export const retirementReasons = ['duplicate', 'never_existed', 'spam', 'own_request', 'other'] as const;

/** That a record is out of sight: its address tells the reason, the note and the day, and nothing else. */
export const retirement = v.strictObject({
	reason: v.picklist(retirementReasons),
	note: v.optional(localText(500)),
	on: day
});
export type Retirement = v.InferOutput<typeof retirement>;

/** What every record has. `cited` maps a field to the sources that state it, as `{ founded: ['s1'] }`. */
export const recordEntries = {
	id: v.optional(registryId),
	slug: v.optional(slug),
	links: parts(link, 50),
	figures: parts(figure),
	alternatives: parts(alternative),
	notes: parts(note),
	sources: parts(source),
	cited: v.optional(
		v.record(v.pipe(v.string(), v.regex(/^[a-z_]+$/, 'error.not_a_field')), citations),
		() => ({})
	),
	confirmed_on: v.optional(day)
};
