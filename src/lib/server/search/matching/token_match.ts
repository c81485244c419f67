import type { How } from '../query.ts';
import { articleForms } from './articles.ts';
import { typoBudget, typosBetween } from './edit_distance.ts';
import { isArabic, isLatin } from './letters.ts';
import { arabicForms, latinForms, likenessOf, nameScore, type NameForms } from './name_match.ts';
import { arabicSkeleton } from './skeleton.ts';
import { plainSpelling } from './spelling.ts';
import { sharedStem, stemsOf, type Stem } from './stems.ts';

/** Why a word of the register answers a word of the query; 1 is the same word. */
export type TokenMatch = { score: number; how: How };

const worth = { prefix: 0.9, spelling: 0.85, typo: 0.85, spellingTypo: 0.75 };

/** What one error costs in a word of one letter; in a longer one it costs as many times less. */
const errorCost = 0.6;
/** An error between letters that sound alike (ض and ظ) is a likelier one. */
const soundBonus = 0.04;
/** A letter that was left out, doubled or swapped is likelier than any one wrong letter of some thirty. */
const slipBonus = 0.035;
/** What commonness is worth between two words that may have been meant: at most some 0.1. */
const usesBonus = 0.008;

/** Likeness below which names in two scripts are different names. */
const leastLikeness = 0.25;

/**
 * Compares one folded word of a query with words of the register: a function from a folded word, and how many
 * records hold it, to how well it answers (0 … 1) and why, or undefined where it does not.
 */
export function tokenMatcher(query: string): (word: string, uses?: number) => TokenMatch | undefined {
	const own = formsOf(query);
	return (word, uses = 0) => {
		const other = formsOf(word);
		if (own.isArabic !== other.isArabic) return scriptMatch(own, other, uses);
		const shared = sharedStem(own.stems, other.stems);
		if (shared && shared.how !== 'part') return { score: shared.worth, how: shared.how };
		const part = shared && { score: shared.worth, how: shared.how };
		return best([part, spellingMatch(own, other), typoMatch(own, other, uses), prefixMatch(own, other)]);
	};
}

/** The forms of a word, each made when it is asked for. */
class Forms {
	readonly word: string;
	readonly isArabic: boolean;
	#stems: Stem[] | undefined;
	#typos: string[] | undefined;
	#plain: { spelling: string | undefined } | undefined;
	#name: { forms: NameForms | undefined } | undefined;
	#skeleton: string | undefined;

	constructor(word: string) {
		this.word = word;
		this.isArabic = isArabic(word);
	}

	get stems(): Stem[] {
		return (this.#stems ??= stemsOf(this.word));
	}
	get typos(): string[] {
		return (this.#typos ??= typoForms(this.word));
	}
	get plain(): string | undefined {
		return (this.#plain ??= { spelling: plainSpelling(this.word) }).spelling;
	}
	get name(): NameForms | undefined {
		return (this.#name ??= { forms: nameFormsOf(this.word) }).forms;
	}
	/** Of an Arabic word. */
	get skeleton(): string {
		return (this.#skeleton ??= skeletonOf(this.word));
	}
}

const rememberedForms = new Map<string, Forms>();
const MOST_REMEMBERED = 50_000;

/** The forms of a word, which are the same each time; words that were met last are remembered. */
function formsOf(word: string): Forms {
	const known = rememberedForms.get(word);
	if (known) return known;
	if (rememberedForms.size >= MOST_REMEMBERED) rememberedForms.clear();
	const forms = new Forms(word);
	rememberedForms.set(word, forms);
	return forms;
}

function nameFormsOf(word: string): NameForms | undefined {
	const forms = isArabic(word) ? arabicForms(word) : latinForms(word);
	return forms.full.length > 0 ? forms : undefined;
}

/** The forms in which typing errors are counted: with and without the article, and in Latin in plain spelling; numbers hold none. */
export function typoForms(word: string): string[] {
	if (isLatin(word)) return [plainSpelling(word)!];
	return /\d/.test(word) ? [] : articleForms(word);
}

function best(matches: (TokenMatch | undefined)[]): TokenMatch | undefined {
	const found = matches.filter((match) => match !== undefined);
	return found.toSorted((one, other) => other.score - one.score)[0];
}

function scriptMatch(own: Forms, other: Forms, uses: number): TokenMatch | undefined {
	if (!own.name || !other.name) return undefined;
	const [arabic, latin] = own.isArabic ? [own.name, other.name] : [other.name, own.name];
	const score = likenessOf(rememberedScore(own, other, arabic, latin), latin, uses);
	return score < leastLikeness ? undefined : { score, how: 'script' };
}

const rememberedScores = new Map<string, number>();
const MOST_SCORES = 200_000;

/** To align two names is the dearest part of a query; people ask for the same names again. */
function rememberedScore(own: Forms, other: Forms, arabic: NameForms, latin: NameForms): number {
	const key = `${own.word} ${other.word}`;
	const known = rememberedScores.get(key);
	if (known !== undefined) return known;
	if (rememberedScores.size >= MOST_SCORES) rememberedScores.clear();
	const score = nameScore(arabic, latin);
	rememberedScores.set(key, score);
	return score;
}

function spellingMatch(own: Forms, other: Forms): TokenMatch | undefined {
	if (own.plain === undefined || own.plain !== other.plain) return undefined;
	return { score: worth.spelling, how: 'spelling' };
}

/** With the article on both or on neither. Of two words that may have been meant the common one is the likelier. */
function typoMatch(own: Forms, other: Forms, uses: number): TokenMatch | undefined {
	const pairs = [0, -1].map((at) => [own.typos.at(at), other.typos.at(at)]);
	const typo = best(pairs.map(([form, its]) => (form && its ? typoOf(own, other, form, its) : undefined)));
	return typo && { ...typo, score: typo.score + usesBonus * Math.log(1 + uses) };
}

function typoOf(own: Forms, other: Forms, form: string, its: string): TokenMatch | undefined {
	const typos = typosBetween(form, its);
	if (typos === undefined) return undefined;
	const cost = (errorCost * typos) / Math.max(form.length, its.length);
	if (own.isArabic) {
		const bonus =
			(soundsAlike(own, other) ? soundBonus : 0) + (typos === 1 && isSlip(form, its) ? slipBonus : 0);
		return { score: worth.typo - cost + bonus, how: 'typo' };
	}
	if (typos > typoBudget(Math.min(form.length, its.length))) return undefined;
	const isSpelling = form.length === its.length && withoutVowels(form) === withoutVowels(its);
	return { score: worth.spellingTypo - cost, how: isSpelling ? 'spelling' : 'typo' };
}

/** Whether a letter was left out, but not at the end, where the word may go on; or typed twice, or before its neighbour. */
function isSlip(typed: string, meant: string): boolean {
	if (typed.length < meant.length) return !meant.startsWith(typed);
	if (typed.length > meant.length) return withoutDoubles(typed) === withoutDoubles(meant);
	return [...typed].sort().join('') === [...meant].sort().join('');
}

const withoutDoubles = (word: string): string => word.replace(/(.)\1/gu, '$1');

const withoutVowels = (word: string): string => word.replace(/[aiu]/g, '');

const soundsAlike = (own: Forms, other: Forms): boolean => own.skeleton === other.skeleton;

function skeletonOf(word: string): string {
	const { full, bare } = arabicForms(word);
	return arabicSkeleton(bare ?? full);
}

/** Half a word, while it is typed; with or without the article. */
function prefixMatch(own: Forms, other: Forms): TokenMatch | undefined {
	const begun = other.stems.find(({ how, stem }) => how !== 'part' && stem.startsWith(own.word));
	if (!begun) return undefined;
	return { score: worth.prefix * (0.5 + own.word.length / begun.stem.length / 2), how: 'prefix' };
}
