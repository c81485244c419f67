import * as v from 'valibot';
import { registryId } from '../documents/common.ts';
import { delegate, participationSchema, type ParticipationDocument } from '../documents/participation.ts';
import { childId } from '../registry_id.ts';
import { citing } from './citing.ts';
import { formOfParticipation } from './editor_form.ts';
import { checkbox } from './entries.ts';
import { bodyEntries, knownAsked, knownMeant } from './known_pick.ts';
import { personAsked, personEntries, personMeant } from './person_pick.ts';
import { flatValues, mergeRows, rowValues } from './rows.ts';

type Delegate = ParticipationDocument['delegates'][number];

const { id, position, title } = delegate.entries;
const delegateRow = v.object({ id, ...personEntries, position, title, is_removed: checkbox });
type DelegateRow = v.InferOutput<typeof delegateRow>;

const { role, role_note, invited_by, summary } = participationSchema.entries;

const delegateFields = ['person', 'position', 'title'] as const;

/**
 * What an organization says of its part in a conference: as what, who invited it, what it did, and whom it sent. `board`
 * are people to be added from the board of that day. On `today` it may be taken back.
 */
export const participationForm = (today: string) =>
	formOfParticipation({
		entries: {
			...{ role, role_note, invited_by, summary, ...bodyEntries },
			board: v.optional(v.record(registryId, v.string()), {}),
			is_uninvited: checkbox,
			delegates: v.pipe(v.optional(v.array(delegateRow), []), v.maxLength(200, 'error.too_many')),
			is_withdrawn: checkbox
		},
		rows: { delegates: ['person', 'person_name'] },
		values: ({ inviter, delegates, withdrawn_on, ...document }) => ({
			...flatValues('role', document.role),
			...flatValues('role_note', document.role_note),
			...flatValues('body', inviter),
			...flatValues('invited_by', document.invited_by),
			...flatValues('summary', document.summary),
			...rowValues('delegates', delegates, delegateFields),
			...flatValues('is_withdrawn', withdrawn_on !== undefined)
		}),
		refuse: (_, { delegates }) => refuseTwice(delegates),
		asks: (input) => [
			...(input.is_uninvited ? [] : knownAsked('', 'body', input)),
			...input.delegates.flatMap((row, n) => (row.is_removed ? [] : personAsked(`delegates.${n}.`, row)))
		],
		after: (document, input, added) => {
			const { role_note: _note, inviter: _inviter, invited_by: _by, summary: _summary, ...rest } = document;
			const { withdrawn_on, ...kept } = rest;
			const { id: inviter, words } = input.is_uninvited
				? { words: input.invited_by }
				: knownMeant('body', input, input.invited_by);
			const since = input.is_withdrawn ? (withdrawn_on ?? today) : undefined;
			const after: ParticipationDocument = {
				...kept,
				role: input.role,
				delegates: delegatesAfter(document, input, added),
				...(input.role_note && { role_note: input.role_note }),
				...(inviter && { inviter }),
				...(words && { invited_by: words }),
				...(input.summary && { summary: input.summary }),
				...(since && { withdrawn_on: since })
			};
			return citing(document, after, input.source_url);
		}
	});

function delegatesAfter(
	{ delegates }: ParticipationDocument,
	input: { delegates: DelegateRow[]; board: Record<string, string> },
	added: readonly string[]
): Delegate[] {
	const taken = { count: 0 };
	const rows = input.delegates
		.filter(({ is_removed }) => !is_removed)
		.map(({ id, position, title, ...row }) => ({
			...{ id, position, title, person: personMeant(row, added, taken) }
		}));
	const named = new Set(rows.map(({ person }) => person));
	const fromBoard = Object.keys(input.board)
		.filter((person) => !named.has(person))
		.map((person) => ({ id: childId(), person, sources: [] }));
	return [...mergeRows(delegates, rows, delegateFields), ...fromBoard];
}

/** One person stands in a delegation once. */
function refuseTwice(rows: readonly DelegateRow[]): Record<string, string> {
	const seen = new Set<string>();
	const errors: Record<string, string> = {};
	rows.forEach(({ person, person_name, is_removed }, n) => {
		if (is_removed || !person || person_name) return;
		if (seen.has(person)) errors[`delegates.${n}.person_name`] = 'refusal.delegate_twice';
		seen.add(person);
	});
	return errors;
}
