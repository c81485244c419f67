import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readForm, refuse } from '#lib/server/forms.ts';

const schema = v.object({
	title: v.pipe(v.string(), v.maxLength(5, 'error.too_long')),
	note: v.optional(v.string()),
	names: v.optional(
		v.array(
			v.object({
				value: v.string(),
				lang: v.optional(v.picklist(['ar', 'en'], 'error.not_a_language'), 'ar')
			})
		)
	)
});

const formOf = (...entries: [string, string | File][]) => {
	const form = new FormData();
	for (const [name, value] of entries) form.append(name, value);
	return form;
};

test('a form is read by its schema, from a request or as it is', async () => {
	const form = formOf(['title', 'أمل'], ['note', '']);
	const expected = { ok: true, input: { title: 'أمل' }, values: { title: 'أمل', note: '' } };
	expect(await readForm(form, schema)).toEqual(expected);
	expect(await readForm(new Request('http://site.test', { method: 'POST', body: form }), schema)).toEqual(
		expected
	);
});

test('groups are lists in the order of their numbers, whatever gaps those have', async () => {
	const form = formOf(
		['title', 'a'],
		['names.10.value', 'third'],
		['names.2.value', 'first'],
		['names.9.value', 'second']
	);
	const read = await readForm(form, schema);
	expect(read.ok && read.input.names?.map((name) => name.value)).toEqual(['first', 'second', 'third']);
});

test('an error is under the name that the form gave its field', async () => {
	const form = formOf(['title', 'too long'], ['names.4.value', 'x'], ['names.7.lang', 'fr']);
	expect(await readForm(form, schema)).toEqual({
		ok: false,
		values: { title: 'too long', 'names.4.value': 'x', 'names.7.lang': 'fr' },
		errors: {
			title: 'error.too_long',
			'names.7.value': 'error.required',
			'names.7.lang': 'error.not_a_language'
		}
	});
});

test.each([
	['blank', formOf(['title', '']), 'error.required'],
	['absent', formOf(['other', 'x']), 'error.required'],
	['a group where a text is wanted', formOf(['title.0', 'x']), 'error.invalid'],
	['a file where a text is wanted', formOf(['title', new File(['x'], 'x.txt')]), 'error.invalid']
])('a field that is %s', async (_case, form, error) => {
	expect(await readForm(form, schema)).toMatchObject({ ok: false, errors: { title: error } });
});

test('an error of the whole form is under `form`', async () => {
	const whole = v.pipe(
		schema,
		v.check(() => false, 'error.no_name')
	);
	const read = await readForm(formOf(['title', 'a']), whole);
	expect(read).toMatchObject({ ok: false, errors: { form: 'error.no_name' } });
});

test('an empty form is read too', async () => {
	expect(await readForm(new FormData(), v.object({}))).toEqual({ ok: true, input: {}, values: {} });
});

test('a field that holds spaces and invisible characters alone is absent, and stays as typed', async () => {
	const read = await readForm(
		formOf(['title', 'a'], ['summary', ' \u00A0\u200F\n']),
		v.object({
			title: v.string(),
			summary: v.optional(v.pipe(v.string(), v.minLength(3)))
		})
	);
	expect(read).toMatchObject({ ok: true, input: { title: 'a' }, values: { summary: ' \u00A0\u200F\n' } });
});

test('fields that the schema does not know go nowhere', async () => {
	const form = formOf(
		['title', 'a'],
		['status', 'approved'],
		['__proto__.is_registrar', 'yes'],
		['constructor', 'x']
	);
	const read = await readForm(form, schema);
	expect(read.ok && read.input).toEqual({ title: 'a' });
	expect(({} as Record<string, unknown>).is_registrar).toBeUndefined();
});

test('names that contradict each other or nest without end break nothing', async () => {
	const deep = Array(10_000).fill('a').join('.');
	const form = formOf(['title', 'a'], ['title.value', 'b'], [deep, 'x']);
	expect(await readForm(form, schema)).toMatchObject({ ok: true, input: { title: 'a' } });
});

test('what was typed is handed back, but never a password', async () => {
	const login = v.object({ email: v.string(), password: v.string(), new_password: v.string() });
	const read = await readForm(formOf(['email', ' a '], ['password', 'secret'], ['new_password', '']), login);
	expect(read).toMatchObject({ ok: false, values: { email: ' a ' } });
	expect(JSON.stringify(read)).not.toContain('secret');
	const refused = refuse(read, { email: 'sign_in.wrong' });
	expect(refused).toMatchObject({
		status: 422,
		data: { values: { email: ' a ' }, errors: { email: 'sign_in.wrong' } }
	});
});
