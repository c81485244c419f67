/** How many typing errors a word of this length may hold: one in four letters, at most two, two from eight letters. */
export const typoBudget = (length: number): number => Math.min(2, Math.floor(length / 4));

/** The word and each form of it that lacks one letter; two words one error apart share such a key. */
export function deletionKeys(word: string): string[] {
	const letters = [...word];
	const shorter = letters.map((_, at) => letters.toSpliced(at, 1).join(''));
	return [...new Set([word, ...shorter])].filter((key) => key !== '');
}

/**
 * Damerau-Levenshtein distance (optimal string alignment) of two words, in letters:
 * insertions, deletions, substitutions and swaps of neighbours. Above `limit` it is `limit + 1`.
 */
export function editDistance(one: string, other: string, limit: number): number {
	const [a, b] = [[...one], [...other]];
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current[column] = Math.min(
				last[column]! + 1,
				current[column - 1]! + 1,
				last[column - 1]! + (same ? 0 : 1),
				swapped ? beforeLast[column - 2]! + 1 : Infinity
			);
		}
		if (Math.min(...current) > limit) return limit + 1;
		[beforeLast, last] = [last, current];
	}
	return Math.min(last[b.length]!, limit + 1);
}

/** Whether two words differ by no more errors than the length of the longer one allows; the number of errors if so. */
export function typosBetween(one: string, other: string): number | undefined {
	const budget = typoBudget(Math.max([...one].length, [...other].length));
	const distance = editDistance(one, other, budget);
	return distance <= budget ? distance : undefined;
}
