import type { HtmlElement } from 'html-validate';
import { expect } from 'vitest';
import { parsePage, textOf } from './html_page.ts';
import type { Visitor } from './visitor.ts';

export type Fields = Record<string, string>;

/** The fields of a page's own form as a browser would send them, untouched. */
export async function fieldsOf(html: string): Promise<Fields> {
	const { root } = await parsePage(html);
	const fields = root
		.querySelectorAll('main input, main select, main textarea')
		.flatMap((field): [string, string][] => {
			const name = field.getAttributeValue('name');
			const value = valueOf(field);
			return name && value !== undefined ? [[decode(name), decode(value)]] : [];
		});
	return Object.fromEntries(fields);
}

function valueOf(field: HtmlElement): string | undefined {
	const type = field.getAttributeValue('type');
	if (field.tagName === 'textarea') return textOf(field);
	if (field.tagName === 'select') {
		const options = field.querySelectorAll('option');
		const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
		return chosen?.getAttributeValue('value') ?? '';
	}
	if ((type === 'checkbox' || type === 'radio') && !field.hasAttribute('checked')) return undefined;
	return field.getAttributeValue('value') ?? (type === 'checkbox' ? 'on' : '');
}

const decode = (text: string) =>
	text.replace(
		/&(amp|lt|gt|quot|#39);/g,
		(_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name as string]!
	);

/** Opens an editor's form. */
export async function openForm(visitor: Visitor, path: string): Promise<Fields> {
	const response = await visitor.get(path);
	expect(response.status).toBe(200);
	return fieldsOf(await response.text());
}

/** Sends a form to be checked, and gives the page that answers with the fields that it carries on. */
export async function check(
	visitor: Visitor,
	path: string,
	fields: Fields
): Promise<{ status: number; html: string; fields: Fields }> {
	const response = await visitor.post(`${path}?/check`, fields);
	const html = await response.text();
	return { status: response.status, html, fields: await fieldsOf(html) };
}

/** Checks a form and saves what the page of the check carries on, as somebody does who agrees. */
export async function checkAndSave(visitor: Visitor, path: string, fields: Fields): Promise<Response> {
	const checked = await check(visitor, path, fields);
	expect(checked.status, checked.html.match(/role="alert"[^]*?<\/ul>/)?.[0]).toBe(200);
	return visitor.post(`${path}?/save`, checked.fields);
}
