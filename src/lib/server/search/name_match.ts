import { alignmentScore } from './alignment.ts';
import { articleForms } from './articles.ts';
import { arabicLetters, latinLetters, type Letters } from './letters.ts';
import { arabicSkeleton, latinSkeletons } from './skeleton.ts';

/** What a name costs, in nats, when only its Arabic form has an article. */
const missingArticle = 1;

/** A folded word of a name in one script, made ready to be compared with many in the other. */
export type NameForms = { full: Letters; bare: Letters | undefined };

export const arabicForms = (token: string): NameForms => formsOf(token, arabicLetters);
export const latinForms = (token: string): NameForms => formsOf(token, latinLetters);

function formsOf(token: string, letters: (word: string) => Letters): NameForms {
	const [full, bare] = articleForms(token).map(letters);
	return { full: full!, bare };
}

/** The best alignment score of two names, with and without their articles. */
export function nameScore(arabic: NameForms, latin: NameForms): number {
	const same = alignmentScore(arabic.full, latin.full);
	if (arabic.bare === undefined) return same;
	const bare = alignmentScore(arabic.bare, latin.full) - missingArticle;
	return Math.max(same, bare, latin.bare === undefined ? -Infinity : alignmentScore(arabic.bare, latin.bare));
}

/** The keys of an Arabic name, with and without its article. */
export function arabicKeys({ full, bare }: NameForms): string[] {
	return [...new Set([full, bare].flatMap((form) => (form === undefined ? [] : [arabicSkeleton(form)])))];
}

/** The likeliest keys of a Latin name, with and without its article. */
export function latinKeys({ full, bare }: NameForms, limit: number): { skeleton: string; weight: number }[] {
	return [full, bare].flatMap((form) => (form === undefined ? [] : latinSkeletons(form, limit)));
}
