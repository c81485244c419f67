import { editDistance } from '../matching/edit_distance.ts';
import type { Match } from '../query.ts';
import { bareForm } from '../vocabulary/vocabulary.ts';
import type { ExpandedGroup } from './expansion.ts';
import type { Term } from './term.ts';

/** How sure a correction must be to be proposed. */
const leastScore = 0.6;

/**
 * The query with each word that the register does not have put as the register writes it; null where nothing is to
 * correct, where the correction is a guess, or where the best result answers the word in another way.
 */
export function betterSpelling(
	q: string,
	groups: readonly ExpandedGroup[],
	best: Match | undefined
): string | null {
	const mistyped = new Set(best?.words.filter(({ how }) => how === 'typo').map(({ query }) => query));
	let better = q;
	for (const { words, text, alternatives, isKnown } of groups) {
		const [own] = alternatives;
		const correction =
			words.length === 1 && mistyped.has(text) && !isKnown && own?.[0]
				? correctionOf(words[0]!, own[0])
				: undefined;
		if (correction) better = better.replace(text, correction);
	}
	return better === q ? null : better;
}

/** The likeliest word, with an article or the like only where one was typed. */
function correctionOf(typed: string, term: Term): string | undefined {
	const [best] = [...term].toSorted(([, one], [, other]) => other.score - one.score || other.uses - one.uses);
	if (best?.[1].how !== 'typo' || best[1].score < leastScore) return undefined;
	const forms = [...term].filter(([word, { how }]) => how === 'typo' && bareForm(word) === bareForm(best[0]));
	const distance = (word: string) => editDistance(typed, word, typed.length);
	return forms.toSorted(([one], [other]) => distance(one) - distance(other))[0]?.[1].shown;
}
