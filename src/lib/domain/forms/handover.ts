import * as v from 'valibot';
import { boardPositions, solePositions, termOn, termsInOrder } from '../board.ts';
import { withNewBoard } from '../board_change.ts';
import { appointment, boardTerm, type OrganizationDocument } from '../documents/organization.ts';
import { boardOn } from '../tenure.ts';
import { citing } from './citing.ts';
import { requiredDate, typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { checkbox, typedCount } from './entries.ts';
import { personAsked, personEntries, personMeant } from './person_pick.ts';
import { flatValues } from './rows.ts';

const memberRow = v.object({
	...personEntries,
	position: v.optional(appointment.entries.position),
	is_acting: checkbox
});

type Member = v.InferOutput<typeof memberRow>;

/**
 * A whole new board at once. `members` begins with those who sit on `today`: one without a position does not go on; a
 * name that is typed is somebody who joins.
 */
export const handoverForm = (today: string) =>
	editorForm({
		entries: {
			...{ from: requiredDate, elected_on: typedDate, until: typedDate },
			...{ number: typedCount, seats: typedCount, state: boardTerm.entries.state },
			members: v.pipe(v.optional(v.array(memberRow), []), v.maxLength(200, 'error.too_many'))
		},
		rows: { members: ['person', 'person_name'] },
		values: (document) => ({ ...termValues(document, today), ...memberValues(document, today) }),
		refuse: (_, { members }) => refusalsOf(members),
		asks: ({ members }) =>
			members.flatMap((member, row) => (member.position ? personAsked(`members.${row}.`, member) : [])),
		after: (document, input, added) => {
			const { from, elected_on, until, number, seats, state } = input;
			const known = Object.entries({ elected_on, until, number, seats }).filter(
				([, value]) => value !== undefined
			);
			const taken = { count: 0 };
			const board = input.members.flatMap((member) =>
				member.position
					? [
							{
								person: personMeant(member, added, taken),
								position: member.position,
								is_acting: member.is_acting
							}
						]
					: []
			);
			const term = { from, state, ...Object.fromEntries(known) };
			return citing(document, withNewBoard(document, term, board), input.source_url);
		}
	});

function termValues({ board_terms }: OrganizationDocument, today: string): Record<string, string> {
	const last = termsInOrder(board_terms).at(-1);
	return {
		...flatValues('number', last?.number && last.number + 1),
		...flatValues('seats', (termOn(board_terms, today) ?? last)?.seats),
		state: 'elected'
	};
}

function memberValues({ appointments }: OrganizationDocument, today: string): Record<string, string> {
	const board = boardOn(appointments, today, solePositions)
		.map(({ appointment }) => appointment)
		.filter(({ position }) => boardPositions.has(position));
	const rows = board.map(({ person, position }, n) => flatValues(`members.${n}`, { person, position }));
	return Object.assign({}, ...rows);
}

/** One person has one seat, and one seat of the chair has one person; a name that is typed needs a post. */
function refusalsOf(members: readonly Member[]): Record<string, string> {
	const sitting = members.filter(({ position }) => position !== undefined);
	if (sitting.length === 0) return { form: 'board.nobody' };
	const errors: Record<string, string> = {};
	const seen = new Set<string>();
	members.forEach(({ person, person_name, position, is_acting }, row) => {
		if (!position) {
			if (person_name) errors[`members.${row}.position`] = 'board.position_missing';
			return;
		}
		const keys = [
			person && person !== 'new' && !person_name ? `person ${person}` : '',
			soleKey(position, is_acting)
		];
		for (const key of keys.filter(Boolean)) {
			if (seen.has(key))
				errors[`members.${row}.position`] = key.startsWith('post')
					? 'refusal.two_in_one_post'
					: 'board.person_twice';
			seen.add(key);
		}
	});
	return errors;
}

const soleKey = (position: string, isActing: boolean) =>
	solePositions.has(position) && !isActing ? `post ${position}` : '';
