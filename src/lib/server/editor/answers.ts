import type { Label } from '#lib/components/text/record_address.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { rowNumbers } from '#lib/domain/forms/rows.ts';
import type { MessageKey } from '#lib/i18n.ts';
import { db } from '../db/pool.ts';
import type { FormErrors, FormValues } from '../forms.ts';
import { labelsOf, mentionedIn } from '../registry/labels.ts';

/** Labels of all that the two documents mention; those of new people, and of the parts whose order is shown, are made here. */
export async function labelsFor(
	before: RecordDocument,
	after: RecordDocument,
	people: readonly PersonDocument[]
): Promise<Record<string, Label>> {
	const known = await labelsOf(db(), [...mentionedIn(before), ...mentionedIn(after)]);
	const made = people.map(({ id, names: [name] }) => labelOf(id!, 'person', name!.value));
	const names = [before, after]
		.flatMap((document) => ('names' in document ? document.names : []))
		.map(({ id, value }) => labelOf(`*${id}`, before.type, value));
	return { ...Object.fromEntries([...made, ...names].map((label) => [label.id, label])), ...known };
}

const labelOf = (id: string, type: Label['type'], name: string): Label => ({
	id,
	type,
	slug: null,
	name_ar: name,
	name_en: name
});

/** The name of a field whose row was counted from 0, by the number that the form gave the row. */
export function numberedAs(values: FormValues, field: string): string {
	const [group = '', row, ...rest] = field.split('.');
	const number = /^\d+$/.test(row ?? '') ? rowNumbers(values, group)[Number(row)] : undefined;
	return number === undefined ? field : [group, number, ...rest].join('.');
}

/** A refusal beside the field that it is about, where the form shows that. */
export function placed(
	{ refused, path = '' }: { refused: string; path?: string },
	values: FormValues,
	after: RecordDocument
): FormErrors {
	const [list = '', id, ...rest] = path.split('/');
	const parts = after[list as keyof RecordDocument];
	const place = Array.isArray(parts)
		? parts.findIndex((part) => typeof part === 'object' && part.id === id)
		: -1;
	const numbers = rowNumbers(values, list);
	const number = numbers.find((row) => values[`${list}.${row}.id`] === id) ?? numbers[place];
	const name = place < 0 ? path.replaceAll('/', '.') : [list, number, ...rest].join('.');
	const isShown = number !== undefined || name in values || `${name}.year` in values;
	return { [isShown ? name : 'form']: refused as MessageKey };
}
