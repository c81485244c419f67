import * as v from 'valibot';
import { registryId, text } from '../documents/common.ts';
import { personSchema, type PersonDocument } from '../documents/person.ts';
import { fold } from '../folding.ts';
import { NEW_PERSON, type Asked } from './editor_form.ts';

/** Letters that stand in a text for the shape they have in print, as copied from some PDF files; not the ligatures of phrases. */
const presentationForms = /[\uFB50-\uFDEF\uFE70-\uFEFC]+/g;

/** A person's name as typed: with letters, without pictures, in the letters that keyboards have. */
export const personName = v.pipe(
	text(300),
	v.transform((name) => name.replace(presentationForms, (shapes) => shapes.normalize('NFKC'))),
	v.check((name) => /\p{L}/u.test(name), 'person.name_without_letters'),
	v.check((name) => !/\p{Extended_Pictographic}/u.test(name), 'person.name_with_pictures')
);

/**
 * The fields of a form about one person: `person` is who was chosen (an id, or that the person is new), `person_name`
 * what was typed to find somebody, `person_for` the name for which the choice was made.
 */
export const personEntries = {
	person: v.optional(v.union([v.literal(NEW_PERSON), registryId], 'error.not_an_id')),
	person_name: v.optional(personName),
	person_for: v.optional(v.string())
};

type PersonInput = {
	person?: string | undefined;
	person_name?: string | undefined;
	person_for?: string | undefined;
};

/** The person whom these fields ask for by a name; none where somebody was chosen and no name typed. */
export function personAsked(field: string, { person, person_name, person_for }: PersonInput): Asked[] {
	if (!person_name) return [];
	const isAnswered = person !== undefined && fold(person_for ?? '') === fold(person_name);
	return [{ field, as: 'person', name: person_name, chosen: isAnswered ? person : undefined }];
}

/** Who is meant, once it was said: an id, for somebody new the next of `added`. */
export function personMeant(
	{ person }: PersonInput,
	added: readonly string[],
	taken: { count: number }
): string {
	return person === NEW_PERSON ? added[taken.count++]! : (person ?? '');
}

/** The record of a person of whom nothing but the name is known. */
export function newPerson(id: string, name: string): PersonDocument {
	const lang = /\p{Script=Arabic}/u.test(name) ? 'ar' : 'en';
	return v.parse(personSchema, { type: 'person', id, names: [{ value: name, lang, kind: 'official' }] });
}
