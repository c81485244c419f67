import type { ExpandedGroup } from '../understanding/expansion.ts';
import type { Answer } from '../understanding/term.ts';

/** Each term of each alternative of each group has a slot: which words of the register fill it, and how well. */
type Filling = { slot: number; answer: Answer };
type Way = { group: number; firstSlot: number; length: number };

/** What each word of the register answers, of all groups of a query. */
export type AnswerIndex = {
	fillings: ReadonlyMap<string, readonly Filling[]>;
	ways: readonly Way[];
	nothing: readonly undefined[];
};

/** How words answer a group: the means of the terms of its best alternative, and at which words. */
export type GroupAnswer = { score: number; likeness: number; places: number[]; answers: Answer[] };

export function indexAnswers(groups: readonly Pick<ExpandedGroup, 'alternatives'>[]): AnswerIndex {
	const fillings = new Map<string, Filling[]>();
	const ways: Way[] = [];
	let slot = 0;
	for (const [group, { alternatives }] of groups.entries())
		for (const terms of alternatives) {
			ways.push({ group, firstSlot: slot, length: terms.length });
			for (const term of terms) {
				for (const [word, answer] of term) {
					const known = fillings.get(word);
					if (known) known.push({ slot, answer });
					else fillings.set(word, [{ slot, answer }]);
				}
				slot++;
			}
		}
	return { fillings, ways, nothing: groups.map(() => undefined) };
}

/** How the words of a text answer each group; undefined for one that they do not answer. */
export function answersIn(
	words: readonly string[],
	{ fillings, ways, nothing }: AnswerIndex
): readonly (GroupAnswer | undefined)[] {
	const filled: { answer: Answer; at: number }[] = [];
	let isAny = false;
	for (let at = 0; at < words.length; at++)
		for (const { slot, answer } of fillings.get(words[at]!) ?? []) {
			isAny = true;
			if (answer.score > (filled[slot]?.answer.score ?? 0)) filled[slot] = { answer, at };
		}
	if (!isAny) return nothing;
	const best: (GroupAnswer | undefined)[] = nothing.slice();
	for (const { group, firstSlot, length } of ways) {
		const score = meanScore(filled, firstSlot, length);
		if (score <= (best[group]?.score ?? 0)) continue;
		const terms = filled.slice(firstSlot, firstSlot + length);
		const answers = terms.map(({ answer }) => answer);
		best[group] = { score, likeness: meanLikeness(answers), places: terms.map(({ at }) => at), answers };
	}
	return best;
}

const meanLikeness = (answers: readonly Answer[]): number =>
	answers.reduce((sum, { likeness, score }) => sum + (likeness ?? score), 0) / answers.length;

/** 0 where a term is not answered. */
function meanScore(filled: readonly { answer: Answer }[], first: number, length: number): number {
	let sum = 0;
	for (let slot = first; slot < first + length; slot++) {
		const term = filled[slot];
		if (!term) return 0;
		sum += term.answer.score;
	}
	return sum / length;
}
