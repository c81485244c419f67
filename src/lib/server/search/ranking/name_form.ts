import { isGeneric } from '../vocabulary/vocabulary.ts';
import type { GroupAnswer } from './answers.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';

/** The words of a text, and how they answer each group of a query. */
export type Field = { words: readonly string[]; answers: readonly (GroupAnswer | undefined)[] };

/** How like the query a name is, beyond the words that they share; each from 0 to 1. */
export type Form = {
	/** The share of the name's words that the query asks for. */
	coverage: number;
	/** The share of the query that the name says, if it says all that is required. */
	wholeness: number;
	/** The share of neighbours in the query that are neighbours in the name, in this order. */
	order: number;
	/** Whether the query asks for the first word of the name. */
	start: number;
};

/** From this score on a word surely says what was asked for. */
export const leastSure = 0.6;

/** Generic words count for less in a name. */
const genericShare = 0.3;

export function formOf({ words, answers }: Field, groups: readonly ExpandedGroup[]): Form {
	const matched = new Set(answers.flatMap((answer) => answer?.places ?? []));
	const generic = words.map(isGeneric);
	return {
		coverage: coverageOf(generic, matched),
		wholeness: wholenessOf(answers, groups),
		order: orderOf(answers, generic, matched),
		start: matched.has(0) ? 1 : 0
	};
}

function coverageOf(generic: readonly boolean[], matched: ReadonlySet<number>): number {
	const share = (place: number) => (generic[place] ? genericShare : 1);
	const whole = generic.reduce((sum, _, place) => sum + share(place), 0);
	const covered = [...matched].reduce((sum, place) => sum + share(place), 0);
	return whole === 0 ? 0 : covered / whole;
}

function wholenessOf(answers: Field['answers'], groups: readonly ExpandedGroup[]): number {
	const isSaid = groups.map((_, at) => (answers[at]?.score ?? 0) >= leastSure);
	if (!groups.every(({ isOptional }, at) => isOptional || isSaid[at])) return 0;
	return isSaid.filter(Boolean).length / groups.length;
}

/** Generic words between two neighbours are passed over, and a translation may turn them. */
function orderOf(
	answers: Field['answers'],
	generic: readonly boolean[],
	matched: ReadonlySet<number>
): number {
	if (answers.length < 2) return 0;
	const placeOf = (place: number) =>
		generic.slice(0, place).filter((isGeneric, at) => !isGeneric || matched.has(at)).length;
	const places = answers.map((answer) => answer && placeOf(answer.places[0]!));
	const neighbours = places.filter((place, at) => {
		const last = places[at - 1];
		if (place === undefined || last === undefined) return false;
		const isTurned = answers[at]!.answers[0]!.how === 'gloss' && place === last - 1;
		return place === last + 1 || isTurned;
	});
	return neighbours.length / (places.length - 1);
}
