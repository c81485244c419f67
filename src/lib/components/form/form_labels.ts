import { fieldName } from '#lib/components/history/field_labels.ts';
import { rowNumbers } from '#lib/domain/forms/rows.ts';
import type { Translate } from '#lib/i18n.ts';

/** What the fields of an editor's form are called, for the list of what is wrong with them. */
export function fieldLabels(t: Translate, names: readonly string[]): Record<string, string> {
	return Object.fromEntries(names.map((name) => [name, labelOf(t, name)]));
}

/** The label of one field: `names.0.value`, `summary.ar`, `place.city.en`, `terms.1.from.year`. */
export function labelOf(t: Translate, name: string): string {
	const [field = '', ...rest] = name.split('.');
	if (field === 'source_url') return t('profile.source');
	if (field === 'reason') return t('profile.reason');
	if (field === 'body_name') return t('participation.inviter');
	const isRow = /^\d+$/.test(rest[0] ?? '');
	const inner = isRow ? rest.slice(1) : field === 'place' ? rest : [field, ...rest];
	const words = inner.map((step) => fieldName(t, step)).join(t('text.comma'));
	return isRow ? `${rowLabel(t, name)}: ${words}` : words;
}

/** Which row of a group it is: `names.0` is the first of the names. */
export function rowLabel(t: Translate, name: string): string {
	const [group = '', number] = name.split('.');
	return t('profile.row', { list: fieldName(t, group), number: Number(number) + 1 });
}

/** The numbers of the rows that a group has, and of `empty` more. */
export function rowsWithEmpty(values: Record<string, string>, group: string, empty: number): number[] {
	const numbers = rowNumbers(values, group);
	const next = (numbers.at(-1) ?? -1) + 1;
	return [...numbers, ...Array.from({ length: empty }, (_, index) => next + index)];
}
