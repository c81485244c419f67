import type { RecordDocument } from '#lib/domain/documents/document.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { newPerson } from '#lib/domain/forms/person_pick.ts';
import { NEW_PERSON, type Asked, type EditorForm } from '#lib/domain/forms/editor_form.ts';
import { db } from '../db/pool.ts';
import { allocateIds } from '../editing/identity.ts';
import { refuse, type FormErrors, type FormValues } from '../forms.ts';
import { findBodies } from '../registry/organization_search.ts';
import { findPeople, type PersonFound } from '../registry/people_search.ts';
import { numberedAs } from './answers.ts';

/** Who may be meant by a name that was typed; `isUnanswered`: it was asked before. */
export type Question = Asked & { isUnanswered: boolean; candidates: PersonFound[] };

/** The document that the form leads to and the people who come on the register with it, or what has to be answered first. */
export async function lead<Input, Document extends RecordDocument>(
	document: Document,
	form: EditorForm<Input, Document>,
	{ input, values }: { input: Input; values: FormValues }
) {
	const errors = form.refuse?.(document, input) ?? {};
	if (Object.keys(errors).length > 0) {
		const numbered = Object.entries(errors).map(([field, key]) => [numberedAs(values, field), key]);
		return { answer: refuse({ values }, Object.fromEntries(numbered) as FormErrors) };
	}
	const asked = form.asks?.(input) ?? [];
	const questions = await questionsOf(asked, values);
	if (questions.length > 0) return { answer: { step: 'people' as const, errors: {}, values, questions } };
	const fresh = asked.filter(({ chosen, staysInWords }) => chosen === NEW_PERSON && !staysInWords);
	const ids = fresh.length > 0 ? await allocateIds(db(), fresh.length) : [];
	const people: PersonDocument[] = fresh.map(({ name }, index) => newPerson(ids[index]!, name));
	return { after: form.after(document, input, ids), people };
}

/** What has to be answered first: who is meant by each name for which nobody was chosen yet. */
export function questionsOf(asked: readonly Asked[], values: FormValues): Promise<Question[]> {
	const open = asked.filter(({ chosen }) => chosen === undefined);
	return Promise.all(open.map((each) => questionOf(each, values)));
}

async function questionOf(asked: Asked, values: FormValues): Promise<Question> {
	const find = asked.as === 'person' ? findPeople : findBodies;
	const field = numberedAs(values, asked.field);
	const isUnanswered = values[`${field}${asked.as}_for`] === asked.name;
	return { ...asked, field, isUnanswered, candidates: await find(db(), asked.name) };
}
