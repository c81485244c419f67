import { fieldName } from '#lib/components/history/field_labels.ts';
import type { Translate } from '#lib/i18n.ts';

/** What the fields of the profile form are called, for the list of what is wrong with them. */
export function fieldLabels(t: Translate, values: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.keys(values).map((name) => [name, labelOf(t, name)]));
}

/** The label of one field: `names.0.value`, `summary.ar`, `place.city.en`. */
export function labelOf(t: Translate, name: string): string {
	const [field = '', ...rest] = name.split('.');
	if (field === 'source_url') return t('profile.source');
	if (field === 'reason') return t('profile.reason');
	if (/^\d+$/.test(rest[0] ?? '')) return `${rowLabel(t, name)}: ${fieldName(t, rest[1] ?? '')}`;
	const steps = field === 'place' ? rest : [field, ...rest];
	return steps.map((step) => fieldName(t, step)).join(t('text.comma'));
}

/** Which row of a group it is: `names.0` is the first of the names. */
export function rowLabel(t: Translate, name: string): string {
	const [group = '', number] = name.split('.');
	return t('profile.row', { list: fieldName(t, group), number: Number(number) + 1 });
}

/** The numbers of the rows that a group has, and of one more that is empty. */
export function rowNumbers(values: Record<string, string>, group: string): number[] {
	const numbers = new Set(
		Object.keys(values).flatMap((name) => (name.startsWith(`${group}.`) ? [Number(name.split('.')[1])] : []))
	);
	const sorted = [...numbers].filter(Number.isInteger).sort((a, b) => a - b);
	const next = (sorted.at(-1) ?? -1) + 1;
	return [...sorted, next];
}
