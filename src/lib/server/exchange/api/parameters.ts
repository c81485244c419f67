import { languages } from '#lib/domain/documents/common.ts';
import { cleanText, toAsciiDigits } from '#lib/domain/text.ts';
import type { MessageArguments, MessageKey } from '#lib/i18n.ts';
import { isCursor } from '../../search/finding/cursor.ts';
import { searchTypes, sorts } from '../../search/query.ts';

export type Refusal = { message: MessageKey; args?: MessageArguments };

/** A parameter of the query string: how it is described (JSON Schema) and how it is read. */
export type Parameter<T> = {
	description: string;
	schema: Record<string, unknown>;
	example?: T;
	read(typed: string): { value: T } | { refused: Refusal };
};

export const MOST_ITEMS = 100;

/** Years in which a date of the register can be. */
const years = { first: 1600, last: 2200 };

/** Every parameter that the interface knows, in the order in which it is described. */
export const parameters = {
	q: {
		description:
			'What is looked for, as a person would type it: names in either script, half a word, a number of a licence.',
		schema: { type: 'string' },
		example: 'أمل القطيف',
		read: (typed) => ({ value: typed })
	},
	type: oneOf(searchTypes, 'Only records of this type.', 'organization'),
	kind: code('Kind of organization or conference, such as `group` or `forum`.', 'group'),
	region: code('Region, ISO 3166-2.', 'SA-04'),
	city: code('City, as `facets` gives it.'),
	field: code('Field of work, as `facets` gives it.'),
	status: code('Status, such as `active` or `held`.', 'active'),
	country: code('Country, ISO 3166-1 alpha-2.', 'SA'),
	year: year('Gregorian year in which a conference was held.', 2022),
	association: code(
		'Slug or id of the association to which organizations belong or belonged.',
		'volunteer-work-association'
	),
	conference: code(
		'Slug or id of a conference in which organizations took part.',
		'excellence-in-volunteer-work-2022'
	),
	founded_from: year('First Gregorian year of founding.', 2010),
	founded_until: year('Last Gregorian year of founding.', 2020),
	active_in: year('Gregorian year in which the organization existed.', 2022),
	sort: oneOf(
		sorts,
		'Order. Without it: by relevance if there is `q`, else by name, and conferences newest first.',
		'name'
	),
	facets: {
		description: 'Whether to count the values of each filter among what the other filters let through.',
		schema: { type: 'boolean', default: false },
		example: true,
		read: (typed) => chosen(['true', 'false'], typed, (value) => value === 'true')
	},
	limit: {
		description: 'Items on a page: 20 unless given. Proposals: 8 unless given, and never more than 20.',
		schema: { type: 'integer', minimum: 1, maximum: MOST_ITEMS },
		example: 10,
		read: readLimit
	},
	cursor: {
		description: '`next` or `previous` of another page of the same search.',
		schema: { type: 'string' },
		read: readPosition
	},
	lang: oneOf(
		languages,
		'Language of the reader: of messages and page addresses, and the order of names. Without it: that of `Accept-Language`, else Arabic.',
		'en'
	)
} as const satisfies Record<string, Parameter<unknown>>;

export type ParameterName = keyof typeof parameters;

export type Values = {
	-readonly [N in ParameterName]?: (typeof parameters)[N] extends Parameter<infer T> ? T : never;
};

export type WrongParameter = Refusal & { parameter: string };

/**
 * Reads the parameters that an address may have; an empty one counts as not given, and digits of any script are
 * read. Refuses unknown names, names that stand twice and values that are none.
 */
export function readParameters(
	given: URLSearchParams,
	known: readonly ParameterName[]
): { values: Values } | { errors: WrongParameter[] } {
	const values: Record<string, unknown> = {};
	const errors: WrongParameter[] = [];
	for (const name of new Set(given.keys())) {
		const read = readOne(name, given.getAll(name), known);
		if ('refused' in read) errors.push({ parameter: cleanText(name), ...read.refused });
		else values[name] = read.value;
	}
	return errors.length > 0 ? { errors } : { values };
}

function readOne(
	name: string,
	typed: string[],
	known: readonly ParameterName[]
): { value: unknown } | { refused: Refusal } {
	const parameter = known.find((each) => each === name);
	if (!parameter)
		return { refused: { message: 'api.unknown_parameter', args: { values: known.join(', ') } } };
	if (typed.length > 1) return { refused: { message: 'api.given_twice' } };
	return isEmpty(typed[0]!) ? { value: undefined } : parameters[parameter].read(typed[0]!);
}

const isEmpty = (typed: string) => cleanText(typed) === '';

/** A typed value without what is never seen, its digits in ASCII. */
const tidy = (typed: string) => toAsciiDigits(cleanText(typed));

/** A value that the register knows, or none does: then nothing is found. */
function code(description: string, example?: string): Parameter<string> {
	return {
		description,
		schema: { type: 'string' },
		...(example && { example }),
		read: (typed) => ({ value: tidy(typed) })
	};
}

function oneOf<T extends string>(values: readonly T[], description: string, example: T): Parameter<T> {
	return {
		description,
		schema: { type: 'string', enum: values },
		example,
		read: (typed) => chosen(values, typed, (value) => value)
	};
}

function chosen<V extends string, T>(
	values: readonly V[],
	typed: string,
	meaning: (value: V) => T
): { value: T } | { refused: Refusal } {
	const value = values.find((each) => each === tidy(typed));
	if (value !== undefined) return { value: meaning(value) };
	return { refused: { message: 'api.not_one_of', args: { values: values.join(', ') } } };
}

function year(description: string, example: number): Parameter<number> {
	return {
		description,
		schema: { type: 'integer', minimum: years.first, maximum: years.last },
		example,
		read: (typed) => whole(typed, years.first, years.last, { message: 'api.not_a_year', args: years })
	};
}

function readPosition(typed: string): { value: string } | { refused: Refusal } {
	return isCursor(typed) ? { value: typed } : { refused: { message: 'api.not_a_cursor' } };
}

function readLimit(typed: string): { value: number } | { refused: Refusal } {
	return whole(typed, 1, MOST_ITEMS, { message: 'api.not_a_limit', args: { most: MOST_ITEMS } });
}

function whole(
	typed: string,
	first: number,
	last: number,
	refused: Refusal
): { value: number } | { refused: Refusal } {
	const digits = tidy(typed);
	const value = Number(digits);
	return /^\d{1,9}$/.test(digits) && value >= first && value <= last ? { value } : { refused };
}
