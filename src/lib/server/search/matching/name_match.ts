import { alignmentScore } from './alignment.ts';
import { articleForms, splitServant } from './articles.ts';
import { arabicLetters, latinLetters, type Letters } from './letters.ts';
import { arabicSkeleton, latinSkeletons, type SkeletonShare } from './skeleton.ts';

/** What a name costs, in nats, when only its Arabic form has an article. */
const missingArticle = 1;
/** What it costs to take the t at the end of a Latin name for ة. */
const constructCost = 1;

/** A folded word of a name in one script, made ready to be compared with many in the other; `bare` lacks its article. */
export type NameForms = {
	full: Letters;
	bare: Letters | undefined;
	/** A Latin one without the t of a construct state: Qafilat, which Arabic writes قافلة. */
	open?: Letters;
};

export const arabicForms = (token: string): NameForms => formsOf(token, arabicLetters);

export function latinForms(token: string): NameForms {
	const forms = formsOf(token, latinLetters);
	const open = constructState.test(token) ? token.slice(0, -1) : undefined;
	return open === undefined ? forms : { ...forms, open: latinLetters(articleForms(open).at(-1)!) };
}

const constructState = /^[a-z].{3,}[aei]t$/;

function formsOf(token: string, letters: (word: string) => Letters): NameForms {
	const bare = articleForms(token)[1] ?? splitServant(token)?.join('');
	return { full: letters(token), bare: bare === undefined || bare === token ? undefined : letters(bare) };
}

/** The best alignment score of two names, with and without their articles; آل is no article and is not in the Arabic one. */
export function nameScore(arabic: NameForms, latin: NameForms): number {
	let best = alignmentScore(arabic.full, latin.full);
	if (arabic.bare !== undefined)
		best = Math.max(best, alignmentScore(arabic.bare, latin.full) - missingArticle);
	if (latin.bare !== undefined)
		best = Math.max(
			best,
			arabic.bare === undefined
				? alignmentScore(arabic.full, latin.bare) - missingArticle
				: alignmentScore(arabic.bare, latin.bare)
		);
	if (latin.open !== undefined)
		best = Math.max(best, alignmentScore(arabic.bare ?? arabic.full, latin.open) - constructCost);
	return best;
}

/** What commonness is worth between names that sound alike: موسى before موزه for "Musa". `count` is how often the register has the word. */
export const frequencyBonus = (count: number): number => 0.3 * Math.log(1 + count);

/** Logistic regression on name pairs of the training data against other names with the same skeleton. */
const logistic = { score: 0.132, latinLetter: 0.134, constant: -1.28 };

/**
 * The score as a likeness between 0 and 1 that words of different lengths share: half of the right pairs have
 * more than 0.7 and nineteen in twenty more than 0.4; half of the wrong ones with equal skeletons have less than 0.2.
 */
export function likenessOf(aligned: number, latin: NameForms, uses: number): number {
	const { score, latinLetter, constant } = logistic;
	const sum = score * (aligned + frequencyBonus(uses)) + latinLetter * latin.full.length + constant;
	return 1 / (1 + Math.exp(-sum));
}

/** Skeletons that a Latin word is searched or stored under. */
export const latinKeyLimit = 24;

/** Names that are scored for one word, the best by `candidateOrder`. */
export const candidateLimit = 200;

/** The keys of an Arabic name, with and without its article. */
export function arabicKeys({ full, bare }: NameForms): string[] {
	const skeletons = [full, bare].flatMap((form) => (form === undefined ? [] : [arabicSkeleton(form)]));
	return [...new Set(skeletons)].filter((skeleton) => skeleton !== '');
}

/** The likeliest keys of a Latin name, with and without its article; a key that both have counts once, with the larger share. */
export function latinKeys({ full, bare, open }: NameForms): SkeletonShare[] {
	const all = [full, bare, open].flatMap((form) =>
		form === undefined ? [] : latinSkeletons(form, latinKeyLimit)
	);
	const best = all.toSorted((one, other) => other.share - one.share);
	return best.filter(({ skeleton }, at) => best.findIndex((first) => first.skeleton === skeleton) === at);
}

/** Arabic letters to one Latin letter. */
export const lengthRatio = 0.82;
/** What one letter of unlike length costs, in nats. */
export const lengthCost = 0.6;

/** Candidates that share a key come in this order, highest first: log P(skeleton | latin), less what unlike lengths cost. */
export const candidateOrder = (share: number, arabicLength: number, latinLength: number): number =>
	Math.log(share) - lengthCost * Math.abs(arabicLength - lengthRatio * latinLength);
