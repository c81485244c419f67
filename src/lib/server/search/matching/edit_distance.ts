/** How many typing errors a word of this length may hold: one in four letters, at most two, two from eight letters. */
export const typoBudget = (length: number): number => Math.min(2, Math.floor(length / 4));

/**
 * A word and what is left of it when as many letters are deleted as it may hold errors: two words within their
 * budget share such a key (Garbe's symmetric deletions).
 */
export function deletionKeys(word: string): string[] {
	const keys = new Set([word]);
	let last = [word];
	for (let deleted = 0; deleted < typoBudget([...word].length); deleted++) {
		last = [...new Set(last.flatMap(withoutOne))];
		for (const key of last) keys.add(key);
	}
	keys.delete('');
	return [...keys];
}

function withoutOne(word: string): string[] {
	const letters = [...word];
	return letters.map((_, at) => letters.toSpliced(at, 1).join(''));
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
