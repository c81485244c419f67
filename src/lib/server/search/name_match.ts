import { alignmentScore } from './alignment.ts';
import { articleForms } from './articles.ts';
import { arabicLetters, latinLetters, type Letters } from './letters.ts';
import { arabicSkeleton, latinSkeletons, type SkeletonShare } from './skeleton.ts';

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

/** Skeletons that a Latin word is searched or stored under. */
export const latinKeyLimit = 16;

/** Names that are scored for one word, the best by `candidateOrder`. */
export const candidateLimit = 200;

/** The keys of an Arabic name, with and without its article. */
export function arabicKeys({ full, bare }: NameForms): string[] {
	const skeletons = [full, bare].flatMap((form) => (form === undefined ? [] : [arabicSkeleton(form)]));
	return [...new Set(skeletons)].filter((skeleton) => skeleton !== '');
}

/** The likeliest keys of a Latin name, with and without its article; a key that both have counts once, with the larger share. */
export function latinKeys({ full, bare }: NameForms): SkeletonShare[] {
	const both = [full, bare].flatMap((form) => (form === undefined ? [] : latinSkeletons(form, latinKeyLimit)));
	const best = both.toSorted((one, other) => other.share - one.share);
	return best.filter(({ skeleton }, at) => best.findIndex((first) => first.skeleton === skeleton) === at);
}

/** Arabic letters to one Latin letter. */
const lengthRatio = 0.82;
/** What one letter of unlike length costs, in nats. */
const lengthCost = 0.6;

/** Candidates that share a key come in this order, highest first: log P(skeleton | latin), less what unlike lengths cost. */
export const candidateOrder = (share: number, arabicLength: number, latinLength: number): number =>
	Math.log(share) - lengthCost * Math.abs(arabicLength - lengthRatio * latinLength);
