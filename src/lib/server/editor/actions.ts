import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { diff } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { DocumentOf, RecordDocument } from '#lib/domain/documents/document.ts';
import type { EditorForm } from '#lib/domain/forms/editor_form.ts';
import { moveRow } from '#lib/domain/forms/rows.ts';
import { organizationsConcerned, roleOf, sortByDecision, type Actor } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from '../accounts/audit.ts';
import { db } from '../db/pool.ts';
import { saveRevision, tryRevision, type Editable } from '../editing/revise.ts';
import { dropBlankRows, readForm, refuse, valuesOf, type FormValues } from '../forms.ts';
import { requireActor } from '../http/guard.ts';
import { labelsOf, mentionedIn } from '../registry/labels.ts';
import { referenceData } from '../registry/reference.ts';
import { labelsFor, placed } from './answers.ts';
import { lead } from './questions.ts';

export type EditorEvent = RequestEvent<{ slug: string; id?: string; conference?: string }>;

/** Which record a page edits. */
export type Subject<T extends RecordType> = {
	type: T;
	/** The record at a version, for someone who may edit it; one that is new has version 0 and says what is known of it. */
	open(event: EditorEvent, actor: Actor, version?: number): Promise<Editable<T> | undefined>;
	/** The id of the record whose name stands over the page. */
	about(document: DocumentOf<T>): string;
};

export type EditorOptions<Document> = {
	/** The page that a saved change leads to, without its language. */
	leadsTo: (slug: string) => string;
	/** What to think about before saving, though nothing forbids it. */
	notices?: (before: Document, after: Document) => MessageKey[];
};

const state = {
	base_version: v.pipe(v.string(), v.toNumber(), v.integer()),
	submission_key: v.pipe(v.string(), v.uuid()),
	/** The version that the page of conflicts showed. */
	seen_version: v.optional(v.pipe(v.string(), v.toNumber(), v.integer())),
	choices: v.optional(v.record(v.string(), v.picklist(['mine', 'theirs'])), {})
};
type State = v.InferOutput<v.ObjectSchema<typeof state, undefined>>;

/**
 * The load and the actions of a page that edits one noun of a record: `edit` shows the form again, `check` shows what
 * saving will do, `save` saves. A form may depend on the event, such as on the id of the post that it edits.
 */
export function editorFor<T extends RecordType>({ type, open: find, about }: Subject<T>) {
	type Document = DocumentOf<T>;

	const open = async (event: EditorEvent, actor: Actor, version?: number): Promise<Editable<T>> => {
		const editable = await find(event, actor, version);
		if (!editable) error(404, { message: 'problem.not_found' });
		return editable;
	};

	return <Input extends { reason?: string | undefined }>(
		formOf: EditorForm<Input, Document> | ((event: EditorEvent) => EditorForm<Input, Document>),
		{ leadsTo, notices }: EditorOptions<Document>
	) => {
		const formFor = (event: EditorEvent) => (typeof formOf === 'function' ? formOf(event) : formOf);

		return {
			load: async (event: EditorEvent) => {
				const { actor } = requireActor(event);
				const { id, current: document, current_version } = await open(event, actor);
				if (id) await noteHiddenRead(db(), actor, id, [document]);
				const [reference, labels] = await Promise.all([
					referenceData(db()),
					labelsOf(db(), [about(document), ...mentionedIn(document)])
				]);
				const values: FormValues = {
					...formFor(event).values(document),
					base_version: String(current_version),
					submission_key: randomUUID()
				};
				const subject = labels[about(document)]!;
				return {
					...{ reference, labels, type, subject, slug: subject.slug!, values },
					carried_form: { id: 'editor', action: '?/edit' }
				};
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
					const isNew = base.current_version === 0;
					if (operations.length === 0 && !isNew) return refuse(read, { form: 'profile.nothing_changed' });
					const outcome = await tryRevision(db(), actor, base, after, people);
					if ('refused' in outcome) return refuse(read, placed(outcome, read.values, after));
					const role = roleOf(actor, organizationsConcerned(base.document));
					return {
						step: 'check' as const,
						errors: {},
						values: read.values,
						...(isNew && 'applied' in outcome
							? { now: outcome.applied, later: outcome.waiting }
							: sortByDecision(role, type, base.document, operations)),
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
	};
}

async function readEditorForm<Input, Document extends RecordDocument>(
	{ request }: EditorEvent,
	form: EditorForm<Input, Document>
) {
	const schema = v.object({ ...form.entries, ...state }) as unknown as v.GenericSchema<
		unknown,
		Input & State
	>;
	return readForm(dropBlankRows(await request.formData(), form.rows), schema);
}
