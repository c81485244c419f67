import type { Match } from '../query.ts';
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
			words.length === 1 && mistyped.has(text) && !isKnown && own?.[0] ? correctionIn(own[0]) : undefined;
		if (correction) better = better.replace(text, correction);
	}
	return better === q ? null : better;
}

function correctionIn(term: Term): string | undefined {
	const best = [...term.values()].toSorted(
		(one, other) => other.score - one.score || other.uses - one.uses
	)[0];
	return best?.how === 'typo' && best.score >= leastScore ? best.shown : undefined;
}
