import { fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { ONLY_LANGUAGE } from '#lib/domain/forms/language.ts';
import { isBlank as isBlankText } from '#lib/domain/text.ts';
import type { MessageKey } from '#lib/i18n.ts';

/** One message key for a field name; what concerns no single field is under `form`. */
export type FormErrors = Record<string, MessageKey>;

/** What was typed, by field name, to show it again. Passwords are never shown again. */
export type FormValues = Record<string, string>;

export type FormState = { values: FormValues; errors: FormErrors };

export type ReadForm<T> = { ok: true; input: T; values: FormValues } | ({ ok: false } & FormState);

/** Fields deeper than any form of ours has are ignored. */
const MAX_DEPTH = 6;

const MESSAGE_KEY = /^[a-z_]+(\.[a-z0-9_]+)+$/;

type Tree = { [key: string]: Tree | FormDataEntryValue };

/**
 * Reads a flat form by a schema. `names.0.value` is `value` of the first of `names`; the numbers of a group may have
 * gaps. A field that is blank, or holds nothing
 * but spaces and what is not seen, counts as absent, and an absent one that the schema wants as `error.required`. Issues of the
 * schema are message keys; an issue that has none of its own is `error.invalid`. A form that only changes the language
 * is not accepted and has no errors.
 */
export async function readForm<Schema extends v.GenericSchema<unknown, unknown>>(
	source: Request | FormData,
	schema: Schema
): Promise<ReadForm<v.InferOutput<Schema>>> {
	const form = source instanceof Request ? await source.formData() : source;
	const values = valuesOf(form);
	if (form.has(ONLY_LANGUAGE)) return { ok: false, values, errors: {} };
	const tree = treeOf(form);
	const result = v.safeParse(schema, nested(tree));
	if (result.success) return { ok: true, input: result.output, values };
	return { ok: false, values, errors: errorsOf(tree, result.issues) };
}

/** Answers a form that was not accepted: what was typed, and what is wrong with it, with status 422 unless another is given. */
export function refuse(
	form: { values: FormValues },
	errors: FormErrors,
	status = 422
): ActionFailure<FormState> {
	const isOnlyShown = Object.keys(errors).length === 0;
	return fail(isOnlyShown ? 200 : status, { values: form.values, errors });
}

/** By group of rows: the field, or the fields, of which one must be filled in for a row to count. */
export type RowMains = Readonly<Record<string, string | readonly string[]>>;

/**
 * Takes out the rows of a group whose main fields are blank: that is how a row is removed without script, and an empty
 * row is no row. `mains` names the main fields of each group, `{ names: 'value' }`.
 */
export function dropBlankRows(form: FormData, mains: RowMains): FormData {
	const kept = new FormData();
	for (const [name, value] of form) {
		const [group = '', row = ''] = name.split('.');
		const fields = Object.hasOwn(mains, group) ? [mains[group]!].flat() : [];
		const isKept =
			fields.length === 0 || fields.some((field) => isFilled(form.get(`${group}.${row}.${field}`)));
		if (isKept) kept.append(name, value);
	}
	return kept;
}

const isFilled = (value: FormDataEntryValue | null) =>
	typeof value !== 'string' ? value !== null : !isBlankText(value);

/** What was typed, by field name; passwords are left out. */
export function valuesOf(form: FormData): FormValues {
	const shown = [...form].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].includes('password')
	);
	return Object.fromEntries(shown);
}

function treeOf(form: FormData): Tree {
	const root = emptyTree();
	for (const [name, value] of form) {
		const path = name.split('.');
		if (!isBlank(value) && path.length <= MAX_DEPTH) plant(root, path, value);
	}
	return root;
}

const isBlank = (value: FormDataEntryValue) =>
	typeof value === 'string' ? isBlankText(value) : value.size === 0;

/** Without a prototype, so that a field named `__proto__` is like any other. */
const emptyTree = (): Tree => Object.create(null);

function plant(tree: Tree, [key = '', ...rest]: string[], value: FormDataEntryValue): void {
	if (rest.length === 0) {
		tree[key] ??= value;
		return;
	}
	const branch = (tree[key] ??= emptyTree());
	if (isTree(branch)) plant(branch, rest, value);
}

const isTree = (value: Tree | FormDataEntryValue | undefined): value is Tree =>
	typeof value === 'object' && !(value instanceof File);

/** The tree as the schema reads it: a branch whose keys are all numbers is a list. */
function nested(tree: Tree | FormDataEntryValue): unknown {
	if (!isTree(tree)) return tree;
	const entries = Object.keys(tree).map((key) => [key, nested(tree[key]!)]);
	return isList(tree) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function isList(tree: Tree): boolean {
	const keys = Object.keys(tree);
	return keys.length > 0 && keys.every((key) => /^\d{1,6}$/.test(key));
}

function errorsOf(tree: Tree, issues: readonly v.BaseIssue<unknown>[]): FormErrors {
	const errors: FormErrors = {};
	for (const issue of issues) errors[fieldOf(tree, issue.path)] ??= messageOf(issue);
	return errors;
}

function messageOf(issue: v.BaseIssue<unknown>): MessageKey {
	if (MESSAGE_KEY.test(issue.message)) return issue.message as MessageKey;
	return issue.input === undefined ? 'error.required' : 'error.invalid';
}

/** Name of the field that an issue is about: places in a list become the numbers that the form gave them. */
function fieldOf(tree: Tree, path: readonly v.IssuePathItem[] = []): string {
	const keys: string[] = [];
	let branch: Tree | FormDataEntryValue | undefined = tree;
	for (const { key } of path) {
		const field: string =
			isTree(branch) && typeof key === 'number' ? (Object.keys(branch)[key] ?? '') : String(key);
		branch = isTree(branch) ? branch[field] : undefined;
		keys.push(field);
	}
	return keys.join('.') || 'form';
}
