import { displayDate } from '#lib/domain/calendar_display.ts';
import { parsePartialDate } from '#lib/domain/dates.ts';
import type { Language, RecordType } from '#lib/domain/documents/common.ts';
import {
	languageOfText,
	nameIn,
	word,
	type CodeList,
	type LocalizedText,
	type Translate
} from '#lib/i18n.ts';
import { fieldName } from './field_labels.ts';
import { countryName, languageName } from '../text/formats.ts';
import type { Label } from '../text/record_address.ts';
import { nameOfCode, type Reference } from '../text/reference.ts';

/** What it takes to say a value of a document in words. */
export type WordsContext = {
	t: Translate;
	lang: Language;
	type: RecordType;
	reference: Reference;
	labels: Record<string, Label>;
};

/** A line of a value in words; a whole part has one for each of its fields. */
export type Line = { label?: string; value: LocalizedText };

/** A value at a path of a document, as lines for readers. */
export function valueInWords(path: string, value: unknown, context: WordsContext): Line[] {
	const steps = path.split('/');
	if (value === undefined || value === null) return [];
	if (steps.at(-1) === '*') return orderInWords(value as string[], context);
	if (Array.isArray(value)) return value.flatMap((item) => valueInWords(path, item, context));
	if (typeof value === 'object') return partInWords(steps, value as Record<string, unknown>, context);
	return [{ value: scalarInWords(steps, value as string | number | boolean, context) }];
}

/** The order of a list: its parts by name where the page knows them (labels under `*` and the id), else by number. */
function orderInWords(ids: string[], { t, lang, labels }: WordsContext): Line[] {
	const named = ids.flatMap((id) => labels[`*${id}`] ?? []);
	if (named.length < ids.length) return [{ value: { text: t('history.order'), lang } }];
	return named.map((label) => ({ value: nameIn(lang, label) }));
}

/** Ids hold parts together and say nothing to a reader. */
const unsaid = new Set(['id', 'sources', 'term']);

/** What a part is about is said before its kind, language and dates. */
const isMain = (field: string) => ['value', 'text', 'person', 'to', 'url', 'publisher'].includes(field);

const isUsual = (field: string, value: unknown) =>
	(field === 'is_acting' && value === false) || (field === 'visibility' && value === 'public');

function partInWords(steps: string[], part: Record<string, unknown>, context: WordsContext): Line[] {
	const fields = Object.entries(part).toSorted(([a], [b]) => Number(isMain(b)) - Number(isMain(a)));
	return fields.flatMap(([field, value]) => {
		if (steps.length > 1 && (unsaid.has(field) || isUsual(field, value))) return [];
		const label = fieldName(context.t, field);
		return valueInWords([...steps, field].join('/'), value, context).map((line) => ({
			label: line.label ? `${label} ${line.label}` : label,
			value: line.value
		}));
	});
}

function scalarInWords(
	steps: string[],
	value: string | number | boolean,
	context: WordsContext
): LocalizedText {
	const { t, lang, labels, reference } = context;
	const own = (text: string) => ({ text, lang });
	if (typeof value === 'boolean') return own(t(value ? 'value.yes' : 'value.no'));
	if (typeof value === 'number') return own(String(value));
	const field = steps.at(-1) ?? '';
	const label = labels[value];
	if (label) return nameIn(lang, label);
	if (field === 'country') return own(countryName(value, lang));
	if (field === 'lang') return own(languageName(value, lang));
	if (field === 'region') return nameOfCode(reference.regions, value, lang);
	if (field === 'fields') return nameOfCode(reference.fields, value, lang);
	if (field === 'position') return nameOfCode(reference.positions, value, lang);
	const code = codes[codeName(steps, context.type)];
	if (code) return own(word(t, code, value));
	if (isDateField(field) && parsePartialDate(value)) return own(displayDate(value, lang));
	return { text: value, lang: languageOfText(value, lang) };
}

/** `kind` means another list of words in a name, in a link and in the record itself. */
const codeName = (steps: string[], type: RecordType) =>
	steps.length > 1 ? `${steps[0]}.${steps.at(-1)}` : `${type}.${steps[0]}`;

const codes: Record<string, CodeList> = {
	'organization.kind': 'organization_kind',
	'organization.status': 'organization_status',
	'conference.kind': 'conference_kind',
	'conference.status': 'conference_status',
	'participation.role': 'participation_role',
	'person.display': 'display',
	'appointments.display': 'display',
	'names.kind': 'name_kind',
	'links.kind': 'link_kind',
	'links.visibility': 'visibility',
	'contacts.kind': 'contact_kind',
	'contacts.visibility': 'visibility',
	'licences.state': 'licence_state',
	'board_terms.state': 'term_state',
	'organizers.role': 'organizer_role',
	'patrons.role': 'patron_role',
	'retired.reason': 'retirement_reason',
	'recommendations.state': 'recommendation_state'
};

const dateFields = /^(from|until|on|.*_on|founded|dissolved|as_of|published|accessed)$/;
const isDateField = (field: string) => dateFields.test(field);
