/** Plain ways to compare names across scripts, to see what the search gains over them. */

const romanised: Readonly<Record<string, string>> = {
	...{ ا: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's' },
	...{ ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ل: 'l', م: 'm' },
	...{ ن: 'n', ه: 'h', و: 'w', ي: 'y' }
};

export const romanise = (arabic: string): string =>
	[...arabic].map((letter) => romanised[letter] ?? letter).join('');

/** Levenshtein similarity, 0 … 1. */
export function editSimilarity(one: string, other: string): number {
	let last = new Uint8Array(other.length + 1).map((_, column) => column);
	let current = new Uint8Array(other.length + 1);
	for (let row = 1; row <= one.length; row++) {
		current[0] = row;
		for (let column = 1; column <= other.length; column++) {
			const substituted = last[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
			current[column] = Math.min(substituted, last[column]! + 1, current[column - 1]! + 1);
		}
		[last, current] = [current, last];
	}
	return 1 - last[other.length]! / Math.max(one.length, other.length, 1);
}

/** pg_trgm's similarity: trigrams of the word with two spaces before and one behind, shared over all. */
export function trigramSimilarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	let shared = 0;
	for (const trigram of one) if (other.has(trigram)) shared++;
	return shared / (one.size + other.size - shared);
}

export function trigrams(word: string): Set<string> {
	const padded = `  ${word} `;
	return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
