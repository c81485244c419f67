import { articleForms } from './articles.ts';
import { typosBetween } from './edit_distance.ts';
import { isArabic, isLatin, latinLetters } from './letters.ts';
import { arabicForms, latinForms, nameLikeness } from './name_match.ts';

/** Why a word of the register answers a word of the query. */
export type TokenMatch = {
	score: number;
	how: 'exact' | 'article' | 'prefix' | 'spelling' | 'typo' | 'script';
};

/** What each way to match is worth, 1 being the same word. */
const worth = { article: 0.97, prefix: 0.9, spelling: 0.85, typo: 0.8, typoMore: 0.6 };

/** Likeness below which names in two scripts are different names. */
const leastLikeness = 0.35;

/**
 * Compares one folded word of a query with words of the register: a function from a folded word to how well it
 * answers (0 … 1) and why, or undefined where it does not.
 */
export function tokenMatcher(query: string): (token: string) => TokenMatch | undefined {
	const forms = articleForms(query);
	const likeness = otherScript(query);
	const spelling = plainSpelling(query);
	return (token) => {
		if (token === query) return { score: 1, how: 'exact' };
		if (articleForms(token).some((form) => forms.includes(form)))
			return { score: worth.article, how: 'article' };
		if (token.startsWith(query))
			return { score: worth.prefix * (0.5 + query.length / token.length / 2), how: 'prefix' };
		if (isArabic(query) !== isArabic(token)) return likeness(token);
		if (spelling !== undefined && spelling === plainSpelling(token))
			return { score: worth.spelling, how: 'spelling' };
		return typoMatch(query, token) ?? spellingTypoMatch(spelling, plainSpelling(token));
	};
}

function otherScript(query: string): (token: string) => TokenMatch | undefined {
	const fromArabic = isArabic(query);
	if (!fromArabic && latinLetters(query).length === 0) return () => undefined;
	const own = fromArabic ? arabicForms(query) : latinForms(query);
	return (token) => {
		const score = fromArabic ? nameLikeness(own, latinForms(token)) : nameLikeness(arabicForms(token), own);
		return score < leastLikeness ? undefined : { score, how: 'script' };
	};
}

function typoMatch(query: string, token: string): TokenMatch | undefined {
	const typos = typosBetween(query, token);
	return typos === undefined ? undefined : { score: typos > 1 ? worth.typoMore : worth.typo, how: 'typo' };
}

/** Latin spellings may differ in their vowels too: Mohamed and Muhammad. */
function spellingTypoMatch(query: string | undefined, token: string | undefined): TokenMatch | undefined {
	if (query === undefined || token === undefined || typosBetween(query, token) === undefined)
		return undefined;
	return { score: worth.typoMore, how: 'spelling' };
}

const plainings: [RegExp, string][] = [
	[/^(?:3|2)/, ''],
	[/ph/g, 'f'],
	[/ou|oo|o/g, 'u'],
	[/ee|ie|ei|e|y/g, 'i'],
	[/ck|q|c(?!h)/g, 'k'],
	[/(.)\1+/g, '$1'],
	[/(?<=.)h$/, '']
];

/** A Latin name without the choices that its writers make freely: Mousa, Moosa and Musa are one; undefined for other scripts. */
function plainSpelling(token: string): string | undefined {
	if (!isLatin(token)) return undefined;
	return plainings.reduce((word, [pattern, plain]) => word.replace(pattern, plain), token);
}
