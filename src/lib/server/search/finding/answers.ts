import type { Answer, ExpandedGroup } from './expansion.ts';

/** Where in the groups a word of the register is an answer. */
type Place = { group: number; alternative: number; term: number; answer: Answer };

/** What each word of the register answers, of all groups of a query. */
export type AnswerIndex = {
	places: ReadonlyMap<string, readonly Place[]>;
	lengths: readonly (readonly number[])[];
};

/** How words answer a group: the mean of the terms of its best alternative, and at which words. */
export type GroupAnswer = { score: number; places: number[]; answers: Answer[] };

export function indexAnswers(groups: readonly Pick<ExpandedGroup, 'alternatives'>[]): AnswerIndex {
	const places = new Map<string, Place[]>();
	for (const [group, { alternatives }] of groups.entries())
		for (const [alternative, terms] of alternatives.entries())
			for (const [term, answers] of terms.entries())
				for (const [word, answer] of answers) {
					const known = places.get(word);
					const place = { group, alternative, term, answer };
					if (known) known.push(place);
					else places.set(word, [place]);
				}
	return { places, lengths: groups.map(({ alternatives }) => alternatives.map((terms) => terms.length)) };
}

/** How the words of a text answer each group; undefined for one that they do not answer. */
export function answersIn(
	words: readonly string[],
	{ places, lengths }: AnswerIndex
): (GroupAnswer | undefined)[] {
	const best: (GroupAnswer | undefined)[] = lengths.map(() => undefined);
	const found = new Map<string, { place: Place; at: number }>();
	for (const [at, word] of words.entries())
		for (const place of places.get(word) ?? []) {
			const key = keyOf(place.group, place.alternative, place.term);
			if (place.answer.score > (found.get(key)?.place.answer.score ?? 0)) found.set(key, { place, at });
		}
	for (const { place } of found.values()) {
		const { group, alternative } = place;
		const length = lengths[group]![alternative]!;
		const terms = Array.from({ length }, (_, term) => found.get(keyOf(group, alternative, term)));
		if (terms.includes(undefined)) continue;
		const score = terms.reduce((sum, term) => sum + term!.place.answer.score, 0) / length;
		if (score > (best[group]?.score ?? 0))
			best[group] = {
				score,
				places: terms.map((term) => term!.at),
				answers: terms.map((term) => term!.place.answer)
			};
	}
	return best;
}

const keyOf = (group: number, alternative: number, term: number): string => `${group}.${alternative}.${term}`;
