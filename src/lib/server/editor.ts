import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Label } from '#lib/components/text/record_address.ts';
import { diff } from '#lib/domain/change.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { newPerson } from '#lib/domain/forms/person_pick.ts';
import { NEW_PERSON, type EditorForm, type PersonAsked } from '#lib/domain/forms/editor_form.ts';
import { moveRow, rowNumbers } from '#lib/domain/forms/rows.ts';
import { organizationsConcerned, roleOf, sortByDecision, type Actor } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from './accounts/audit.ts';
import { db } from './db/pool.ts';
import { allocateIds } from './editing/identity.ts';
import { openForEditing, saveRevision, tryRevision, type Editable } from './editing/revise.ts';
import { dropBlankRows, readForm, refuse, valuesOf, type FormErrors, type FormValues } from './forms.ts';
import { requireActor } from './http/guard.ts';
import { labelsOf, mentionedIn } from './registry/labels.ts';
import { findPeople, type PersonFound } from './registry/people_search.ts';
import { referenceData } from './registry/reference.ts';

type EditorEvent = RequestEvent<{ slug: string; id?: string }>;

/** Who may be meant by a name that was typed. */
export type PersonQuestion = PersonAsked & { candidates: PersonFound[] };

const state = {
	base_version: v.pipe(v.string(), v.toNumber(), v.integer()),
	submission_key: v.pipe(v.string(), v.uuid()),
	/** The version that the page of conflicts showed. */
	seen_version: v.optional(v.pipe(v.string(), v.toNumber(), v.integer())),
	choices: v.optional(v.record(v.string(), v.picklist(['mine', 'theirs'])), {})
};
type State = v.InferOutput<v.ObjectSchema<typeof state, undefined>>;

type EditorOptions = {
	/** The page that a saved change leads to, without its language. */
	leadsTo: (slug: string) => string;
	/** What to think about before saving, though nothing forbids it. */
	notices?: (before: OrganizationDocument, after: OrganizationDocument) => MessageKey[];
};

/**
 * The load and the actions of a page that edits one noun of an organization: `edit` shows the form again, `check` shows
 * what saving will do, `save` saves. A form may depend on the event, such as on the id of the post that it edits.
 */
export function editorOf<Input extends { reason?: string | undefined }>(
	formOf: EditorForm<Input> | ((event: EditorEvent) => EditorForm<Input>),
	{ leadsTo, notices }: EditorOptions
) {
	const formFor = (event: EditorEvent) => (typeof formOf === 'function' ? formOf(event) : formOf);

	return {
		load: async (event: EditorEvent) => {
			const { actor } = requireActor(event);
			const { id, current: document, current_version } = await open(event, actor);
			await noteHiddenRead(db(), actor, id, [document]);
			const [reference, labels] = await Promise.all([
				referenceData(db()),
				labelsOf(db(), [document.id!, ...mentionedIn(document)])
			]);
			const values: FormValues = {
				...formFor(event).values(document),
				base_version: String(current_version),
				submission_key: randomUUID()
			};
			return { reference, labels, organization: labels[document.id!]!, slug: document.slug!, values };
		},

		actions: {
			/** Back to the form, with one more empty row, or with a row moved, where that was asked for. */
			edit: async (event: EditorEvent) => {
				requireActor(event);
				const { move, ...values } = valuesOf(await event.request.formData());
				return { step: 'edit' as const, errors: {}, values: move ? moveRow(values, move) : values };
			},

			check: async (event: EditorEvent) => {
				const { actor } = requireActor(event);
				await open(event, actor);
				const read = await readEditorForm(event, formFor(event));
				if (!read.ok) return refuse(read, read.errors);
				const base = await open(event, actor, read.input.base_version);
				const led = await lead(base.document, formFor(event), read);
				if ('answer' in led) return led.answer;
				const { after, people } = led;
				const operations = diff(base.document, after);
				if (operations.length === 0) return refuse(read, { form: 'profile.nothing_changed' });
				const outcome = await tryRevision(db(), actor, base, after, people);
				if ('refused' in outcome) return refuse(read, placed(outcome, read.values, after));
				const role = roleOf(actor, organizationsConcerned(base.document));
				return {
					step: 'check' as const,
					errors: {},
					values: read.values,
					...sortByDecision(role, 'organization', base.document, operations),
					notices: notices?.(base.document, after) ?? [],
					labels: await labelsFor(base.document, after, people)
				};
			},

			save: async (event: EditorEvent) => {
				const { actor } = requireActor(event);
				await open(event, actor);
				const read = await readEditorForm(event, formFor(event));
				if (!read.ok) return refuse(read, read.errors);
				const { base_version, seen_version, submission_key, choices, reason } = read.input;
				const base = await open(event, actor, base_version);
				const shown = seen_version === undefined ? undefined : await open(event, actor, seen_version);
				const led = await lead(base.document, formFor(event), read);
				if ('answer' in led) return led.answer;
				const { after, people } = led;
				const outcome = await saveRevision(db(), actor, base, after, {
					choices: new Map(
						Object.entries(choices).map(([path, choice]) => [path.replaceAll(':', '/'), choice])
					),
					shown: shown?.document,
					reason,
					submission_key,
					people
				});
				if ('refused' in outcome) return refuse(read, placed(outcome, read.values, after));
				if ('conflicts' in outcome) {
					return fail(409, {
						step: 'conflict' as const,
						errors: {},
						values: read.values,
						seen_version: outcome.version,
						conflicts: outcome.conflicts,
						labels: await labelsFor(base.current, after, people)
					});
				}
				const query = outcome.waiting.length > 0 ? '?saved=waiting' : '?saved=now';
				redirect(303, localPath(event.locals.lang, leadsTo(encodeURIComponent(event.params.slug)) + query));
			}
		}
	};
}

async function readEditorForm<Input>({ request }: EditorEvent, form: EditorForm<Input>) {
	const schema = v.object({ ...form.entries, ...state }) as unknown as v.GenericSchema<
		unknown,
		Input & State
	>;
	return readForm(dropBlankRows(await request.formData(), form.rows), schema);
}

async function open(event: EditorEvent, actor: Actor, version?: number): Promise<Editable<'organization'>> {
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug, version);
	if (!editable) error(404, { message: 'problem.not_found' });
	return editable;
}

/** The names in the form of whom nobody has said yet who is meant. */
async function questionsIn<Input>(form: EditorForm<Input>, input: Input): Promise<PersonQuestion[]> {
	const asked = (form.people?.(input) ?? []).filter(({ chosen }) => chosen === undefined);
	return Promise.all(
		asked.map(async (person) => ({ ...person, candidates: await findPeople(db(), person.name) }))
	);
}

/** The document that the form leads to and the people who come on the register with it, or what has to be answered first. */
async function lead<Input>(
	document: OrganizationDocument,
	form: EditorForm<Input>,
	{ input, values }: { input: Input; values: FormValues }
) {
	const errors = form.refuse?.(document, input) ?? {};
	if (Object.keys(errors).length > 0) {
		const numbered = Object.entries(errors).map(([field, key]) => [numberedAs(values, field), key]);
		return { answer: refuse({ values }, Object.fromEntries(numbered) as FormErrors) };
	}
	const questions = (await questionsIn(form, input)).map((question) => {
		const field = numberedAs(values, question.field);
		return { ...question, field, isUnanswered: values[`${field}person_for`] === question.name };
	});
	if (questions.length > 0) return { answer: { step: 'people' as const, errors: {}, values, questions } };
	const fresh = (form.people?.(input) ?? []).filter(({ chosen }) => chosen === NEW_PERSON);
	const ids = fresh.length > 0 ? await allocateIds(db(), fresh.length) : [];
	const people = fresh.map(({ name }, index) => newPerson(ids[index]!, name));
	return { after: form.after(document, input, ids), people };
}

/** The name of a field whose row was counted from 0, by the number that the form gave the row. */
function numberedAs(values: FormValues, field: string): string {
	const [group = '', row, ...rest] = field.split('.');
	const number = /^\d+$/.test(row ?? '') ? rowNumbers(values, group)[Number(row)] : undefined;
	return number === undefined ? field : [group, number, ...rest].join('.');
}

/** Labels of all that the two documents mention; those of new people, and of the parts whose order is shown, are made here. */
async function labelsFor(
	before: OrganizationDocument,
	after: OrganizationDocument,
	people: readonly PersonDocument[]
): Promise<Record<string, Label>> {
	const known = await labelsOf(db(), [...mentionedIn(before), ...mentionedIn(after)]);
	const made = people.map(({ id, names: [name] }) => labelOf(id!, 'person', name!.value));
	const names = [...before.names, ...after.names].map(({ id, value }) =>
		labelOf(`*${id}`, 'organization', value)
	);
	return { ...Object.fromEntries([...made, ...names].map((label) => [label.id, label])), ...known };
}

const labelOf = (id: string, type: Label['type'], name: string): Label => ({
	id,
	type,
	slug: null,
	name_ar: name,
	name_en: name
});

/** A refusal beside the field that it is about, where the form shows that. */
function placed(
	{ refused, path = '' }: { refused: string; path?: string },
	values: FormValues,
	after: OrganizationDocument
): FormErrors {
	const [list = '', id, ...rest] = path.split('/');
	const parts = after[list as keyof OrganizationDocument];
	const place = Array.isArray(parts)
		? parts.findIndex((part) => typeof part === 'object' && part.id === id)
		: -1;
	const number = rowNumbers(values, list)[place];
	const name = place < 0 ? path.replaceAll('/', '.') : [list, number, ...rest].join('.');
	const isShown = number !== undefined || name in values || `${name}.year` in values;
	return { [isShown ? name : 'form']: refused as MessageKey };
}
