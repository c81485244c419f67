import * as v from 'valibot';
import { localText, registryId, text } from '../documents/common.ts';
import { fold } from '../folding.ts';
import { IN_WORDS, type Asked } from './editor_form.ts';
import { personName } from './person_pick.ts';

const choice = v.optional(v.union([v.literal(IN_WORDS), registryId], 'error.not_an_id'));

/** The fields about a body that is on the register, or stays a name in words: see `personEntries`. */
export const bodyEntries = {
	body: choice,
	body_name: v.optional(text(300)),
	body_for: v.optional(v.string())
};

/** The same about a person who never comes on the register by this form. */
export const knownPersonEntries = {
	person: choice,
	person_name: v.optional(personName),
	person_for: v.optional(v.string())
};

/** How such a row calls its words, where it has any. */
export const inWords = v.optional(localText(300));
type Words = v.InferOutput<typeof inWords>;

type Known = { chosen?: string | undefined; name?: string | undefined; for?: string | undefined };
type As = Asked['as'];

type KnownInput = { [Key in As | `${As}_name` | `${As}_for`]?: string | undefined };

const knownIn = (as: As, input: KnownInput): Known => ({
	chosen: input[as],
	name: input[`${as}_name`],
	for: input[`${as}_for`]
});

/** The body or person whom these fields ask for by a name; none where no name is typed. */
export function knownAsked(field: string, as: As, input: KnownInput): Asked[] {
	const { chosen, name, for: asked = '' } = knownIn(as, input);
	if (!name) return [];
	const isAnswered = chosen !== undefined && fold(asked) === fold(name);
	return [{ field, as, name, chosen: isAnswered ? chosen : undefined, staysInWords: true }];
}

/** Who is meant: an id of the register, or words; a name that was looked for and is not there is their newest form. */
export function knownMeant(
	as: As,
	input: KnownInput,
	words: Words
): { id?: string; words?: NonNullable<Words> } {
	const { chosen, name } = knownIn(as, input);
	if (chosen && chosen !== IN_WORDS) return { id: chosen, ...(words && { words }) };
	const typed = name && { [/\p{Script=Arabic}/u.test(name) ? 'ar' : 'en']: name };
	return words || typed ? { words: { ...words, ...(typed || {}) } } : {};
}

/** Whether the fields name nobody at all. */
export const isNobody = (as: As, input: KnownInput, words: Words): boolean => {
	const { id, words: said } = knownMeant(as, input, words);
	return id === undefined && said === undefined;
};
