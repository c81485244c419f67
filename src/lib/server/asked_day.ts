import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { daysWithin, parsePartialDate } from '#lib/domain/dates.ts';
import { dateValues, requiredDay } from '#lib/domain/forms/date.ts';
import { cleanText, toAsciiDigits } from '#lib/domain/text.ts';
import type { MessageKey } from '#lib/i18n.ts';
import { readForm, type FormState } from './forms.ts';

/** The ISO day that a page is asked about, if any, and what its date field shows. */
export type AskedDay = { day?: string; form: FormState };

/**
 * Reads `?name=2022-12-03`, a whole day of either calendar in any digits. The boxes `name.day`, `name.month` … of a date
 * field lead to that address. `notADay` says what is wrong with any other text.
 */
export async function readAskedDay(url: URL, name: string, notADay: MessageKey): Promise<AskedDay> {
	const typed = cleanText(toAsciiDigits(url.searchParams.get(name) ?? ''));
	if (typed === '') return readBoxes(url, name);
	if (!parsePartialDate(typed)?.day) return { form: { values: {}, errors: { [name]: notADay } } };
	return { day: daysWithin(typed).earliest, form: { values: dateValues(name, typed), errors: {} } };
}

async function readBoxes({ pathname, searchParams }: URL, name: string): Promise<AskedDay> {
	const boxes = new FormData();
	for (const [box, text] of searchParams) if (box.startsWith(`${name}.`)) boxes.append(box, text);
	const parts = ['day', 'month', 'year'].map((part) => boxes.get(`${name}.${part}`) ?? '');
	if (parts.every((part) => part === '')) return { form: { values: {}, errors: {} } };
	const read = await readForm(boxes, v.object({ [name]: requiredDay }));
	if (read.ok) redirect(302, `${pathname}?${new URLSearchParams({ [name]: read.input[name]! })}`);
	return { form: read };
}
