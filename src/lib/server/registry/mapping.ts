import type { Appointment } from '#lib/domain/documents/organization.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { daysWithin } from '#lib/domain/dates.ts';
import { tenureRanges, type Tenure } from '#lib/domain/tenure.ts';
import type { DB } from '../db/connection.ts';

/**
 * How documents lie in tables. `columns` have the name of the document's key; `texts` are `{ ar, en }` in the
 * document and two columns `…_ar`, `…_en` in the table; `derive` gives columns computed from the rest, which
 * never come back into the document.
 */
export type Mapping = {
	table: keyof DB & string;
	columns: readonly string[];
	texts?: readonly string[];
	hasPlace?: boolean;
	derive?: (value: Record<string, unknown>) => Record<string, unknown>;
};

export type RecordMapping = Mapping & { parts: Record<string, Mapping> };

const span = (value: Record<string, unknown>) => tenureRanges(value as Tenure);

const personNameColumns = [
	'honorific_prefix',
	'given_name',
	'patronymic_name',
	'grandfather_name',
	'family_name',
	'kunya'
];

const sharedParts: Record<string, Mapping> = {
	links: { table: 'link', columns: ['kind', 'url', 'visibility'] },
	figures: { table: 'figure', columns: ['value', 'as_of'], texts: ['label'] },
	alternatives: { table: 'alternative', columns: ['field', 'value'], texts: ['note'] },
	notes: { table: 'note', columns: [], texts: ['text'] },
	sources: { table: 'source', columns: ['url', 'publisher', 'title', 'published', 'accessed'] }
};
const names: Mapping = { table: 'name', columns: ['value', 'lang', 'kind', 'from', 'until'] };
const personNames: Mapping = { table: 'name', columns: [...names.columns, ...personNameColumns] };
const contacts: Mapping = { table: 'contact', columns: ['kind', 'value', 'visibility'] };

export const mappings: { [T in RecordType]: RecordMapping } = {
	organization: {
		table: 'organization',
		columns: ['kind', 'status', 'founded', 'dissolved', 'part_of', 'successor', 'logo'],
		texts: ['summary'],
		hasPlace: true,
		derive: ({ founded }) => ({ founded_within: founded ? dayRange(founded as string) : null }),
		parts: {
			names,
			...sharedParts,
			contacts,
			aims: { table: 'aim', columns: [], texts: ['text'] },
			affiliations: { table: 'affiliation', columns: ['to', 'from', 'until'], texts: ['role'], derive: span },
			identifiers: { table: 'identifier', columns: ['scheme', 'value'] },
			licences: { table: 'licence', columns: ['number', 'from', 'until', 'state'], texts: ['issuer'] },
			board_terms: {
				table: 'board_term',
				columns: ['number', 'elected_on', 'from', 'until', 'state', 'seats'],
				texts: ['label', 'note'],
				derive: span
			},
			appointments: {
				table: 'appointment',
				columns: [
					'person',
					'position',
					'term',
					'from',
					'until',
					'seen_on',
					'is_acting',
					'display'
				] satisfies (keyof Appointment)[],
				texts: ['title', 'note'],
				derive: span
			}
		}
	},
	person: {
		table: 'person',
		columns: ['display', 'display_review_on'],
		texts: ['summary'],
		parts: { names: personNames, ...sharedParts, contacts }
	},
	conference: {
		table: 'conference',
		columns: ['kind', 'status', 'series', 'edition', 'from', 'until'],
		texts: ['summary', 'theme', 'venue'],
		hasPlace: true,
		derive: ({ from, until }) => ({
			held: from ? dayRange(from as string, until as string | undefined) : null
		}),
		parts: {
			names,
			...sharedParts,
			sessions: {
				table: 'session_of_conference',
				columns: ['on', 'starts_at', 'ends_at'],
				texts: ['title', 'venue']
			},
			organizers: { table: 'organizer', columns: ['organization', 'role'], texts: ['name'] },
			patrons: { table: 'patron', columns: ['person', 'role'], texts: ['name', 'title'] },
			objectives: { table: 'objective', columns: [], texts: ['text'] },
			recommendations: { table: 'recommendation', columns: ['state'], texts: ['text', 'owner'] }
		}
	},
	participation: {
		table: 'participation',
		columns: ['organization', 'conference', 'role', 'inviter', 'withdrawn_on'],
		texts: ['role_note', 'invited_by', 'summary'],
		parts: {
			...sharedParts,
			delegates: { table: 'delegate', columns: ['person', 'position'], texts: ['title'] }
		}
	}
};

/** Gregorian days, as a PostgreSQL daterange, that one stated date or the span of two covers. */
function dayRange(from: string, until = from): string {
	return `[${daysWithin(from).earliest},${daysWithin(until).latest}]`;
}

const placeTexts = ['governorate', 'city', 'district'];

type Value = Record<string, unknown>;

/** The columns of one row, nulls included, so that rows of many documents can be inserted at once. */
export function toRow(mapping: Mapping, value: Value): Value {
	const place = (value.place ?? {}) as Value;
	return {
		...pick(value, mapping.columns),
		...flatten(value, mapping.texts ?? []),
		...(mapping.hasPlace && { ...pick(place, ['country', 'region']), ...flatten(place, placeTexts) }),
		...mapping.derive?.(value)
	};
}

/** The document's value that one row holds, without nulls. */
export function fromRow(mapping: Mapping, row: Value): Value {
	const place = mapping.hasPlace && {
		...present(pick(row, ['country', 'region'])),
		...unflatten(row, placeTexts)
	};
	return {
		...present(pick(row, mapping.columns)),
		...unflatten(row, mapping.texts ?? []),
		...(place && Object.keys(place).length > 0 && { place })
	};
}

const pick = (value: Value, keys: readonly string[]): Value =>
	Object.fromEntries(keys.map((key) => [key, value[key] ?? null]));

const present = (value: Value): Value =>
	Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined));

function flatten(value: Value, texts: readonly string[]): Value {
	return Object.fromEntries(
		texts.flatMap((key) => {
			const text = (value[key] ?? {}) as { ar?: string; en?: string };
			return [
				[`${key}_ar`, text.ar ?? null],
				[`${key}_en`, text.en ?? null]
			];
		})
	);
}

function unflatten(row: Value, texts: readonly string[]): Value {
	const entries = texts.map((key) => [key, present({ ar: row[`${key}_ar`], en: row[`${key}_en`] })] as const);
	return Object.fromEntries(entries.filter(([, text]) => Object.keys(text).length > 0));
}
