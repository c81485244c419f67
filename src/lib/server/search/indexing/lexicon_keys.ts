import { deletionKeys } from '../matching/edit_distance.ts';
import { isArabic } from '../matching/letters.ts';
import { arabicForms, arabicKeys, latinForms, latinKeys } from '../matching/name_match.ts';
import { plainSpelling } from '../matching/spelling.ts';
import { stemsOf } from '../matching/stems.ts';
import { typoForms } from '../matching/token_match.ts';
import { isWord } from './lexemes.ts';

/** A key under which a word is looked up; see the table `lexicon_key`. */
export type LexiconKey = {
	kind: 'stem' | 'typo' | 'arabic' | 'latin';
	key: string;
	share: number;
	letters: number;
};

/** All keys of a folded word; the value of a filter has none. */
export function keysOf(word: string): LexiconKey[] {
	if (!isWord(word)) return [];
	return [...stemKeys(word).map(keyed('stem')), ...typoKeys(word).map(keyed('typo')), ...soundKeys(word)];
}

/** Its forms, and a Latin word also by its plain spelling. */
export function stemKeys(word: string): string[] {
	const stems = stemsOf(word).map(({ stem }) => stem);
	const plain = stems.map(plainSpelling).filter((spelling) => spelling !== undefined);
	return [...new Set([...stems, ...plain])];
}

/** What is left of a word after the errors that its length allows; numbers hold none. */
export const typoKeys = (word: string): string[] => [...new Set(typoForms(word).flatMap(deletionKeys))];

function soundKeys(word: string): LexiconKey[] {
	if (isArabic(word)) {
		const forms = arabicForms(word);
		return arabicKeys(forms).map((key) => ({ kind: 'arabic', key, share: 1, letters: forms.full.length }));
	}
	const forms = latinForms(word);
	const letters = forms.full.length;
	return latinKeys(forms).map(({ skeleton, share }) => ({ kind: 'latin', key: skeleton, share, letters }));
}

const keyed =
	(kind: 'stem' | 'typo') =>
	(key: string): LexiconKey => ({ kind, key, share: 1, letters: Math.min(key.length, 1000) });
