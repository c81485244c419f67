import type { Translate } from '#lib/i18n.ts';

/** Fields and lists of a record's document, and fields of their parts, that have a name for readers. */
const named = [
	...([
		'slug',
		'kind',
		'status',
		'names',
		'summary',
		'place',
		'fields',
		'founded',
		'dissolved',
		'part_of',
		'successor',
		'logo'
	] as const),
	...([
		'aims',
		'affiliations',
		'identifiers',
		'licences',
		'contacts',
		'board_terms',
		'appointments'
	] as const),
	...(['links', 'figures', 'alternatives', 'notes', 'sources', 'cited', 'confirmed_on', 'display'] as const),
	...(['display_review_on'] as const),
	...(['series', 'edition', 'theme', 'from', 'until', 'venue', 'sessions', 'organizers', 'patrons'] as const),
	...([
		'objectives',
		'recommendations',
		'organization',
		'conference',
		'role',
		'role_note',
		'inviter'
	] as const),
	...(['invited_by', 'delegates', 'value', 'lang', 'number', 'issuer', 'state', 'text', 'label'] as const),
	...([
		'elected_on',
		'seats',
		'note',
		'person',
		'position',
		'title',
		'term',
		'seen_on',
		'is_acting'
	] as const),
	...([
		'url',
		'visibility',
		'as_of',
		'field',
		'publisher',
		'published',
		'accessed',
		'country',
		'region'
	] as const),
	...([
		'governorate',
		'city',
		'district',
		'on',
		'starts_at',
		'ends_at',
		'owner',
		'scheme',
		'name',
		'to'
	] as const),
	...(['honorific_prefix', 'given_name', 'patronymic_name', 'grandfather_name', 'family_name'] as const),
	...([
		'kunya',
		'ar',
		'en',
		'day',
		'month',
		'year',
		'calendar',
		'qualifier',
		'person_name',
		'body_name',
		'members',
		'withdrawn_on',
		'retired',
		'reason'
	] as const)
];

/** The place of a path among the others on a page: that of its field. */
export function rankOfPath(path: string): number {
	const field = path.split('/')[0];
	return named.findIndex((name) => name === field);
}

/** The name of one field; the field's own word where it has none. */
export function fieldName(t: Translate, field: string): string {
	const known = named.find((name) => name === field);
	return known ? t(`field.${known}`) : field;
}

/** A path of a document in words: its list and the field of the part, `names/n1/value` → "Names, value". */
export function fieldLabel(t: Translate, path: string): string {
	const [field = '', ...rest] = path.split('/');
	const inner = rest.filter((step) => named.some((name) => name === step));
	return [field, ...inner].map((step) => fieldName(t, step)).join(t('text.comma'));
}
