/** A run of words that both texts have, that only the old one has, or only the new one. */
export type Segment = { kind: 'same' | 'removed' | 'added'; text: string };

/** Beyond this the table of the comparison grows too large for a page: the texts are shown one after the other. */
const MOST_CELLS = 400_000;

/** Names and other short values are read whole. */
const FEWEST_WORDS = 12;

/**
 * What became of a text, word by word, in reading order; the longest common subsequence stays. Spaces go with the
 * word before them, so that the segments that are not `added` are the old text, and those not `removed` the new one.
 * Undefined where the texts are short, too long to compare, or have less than a third of their words in common.
 */
export function diffWords(old: string, next: string): Segment[] | undefined {
	const [before, after] = [wordsOf(old), wordsOf(next)];
	if (before.length * after.length > MOST_CELLS) return undefined;
	if (Math.max(before.length, after.length) < FEWEST_WORDS) return undefined;
	const lengths = commonLengths(before, after);
	if (3 * lengths[0]![0]! < Math.max(before.length, after.length)) return undefined;
	return joined(walk(before, after, lengths));
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s\S|$)|\s+$/g) ?? [];

/** `lengths[i][j]`: how many words the rests of both texts have in common from word i and j on. */
function commonLengths(before: string[], after: string[]): number[][] {
	const lengths = Array.from({ length: before.length + 1 }, () =>
		new Array<number>(after.length + 1).fill(0)
	);
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			lengths[i]![j] =
				before[i] === after[j]
					? lengths[i + 1]![j + 1]! + 1
					: Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
		}
	}
	return lengths;
}

function walk(before: string[], after: string[], lengths: number[][]): Segment[] {
	const segments: Segment[] = [];
	let [i, j] = [0, 0];
	while (i < before.length || j < after.length) {
		if (i < before.length && before[i] === after[j]) {
			segments.push({ kind: 'same', text: before[i]! });
			i++;
			j++;
		} else if (i < before.length && (j === after.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
			segments.push({ kind: 'removed', text: before[i++]! });
		} else segments.push({ kind: 'added', text: after[j++]! });
	}
	return segments;
}

function joined(segments: Segment[]): Segment[] {
	const runs: Segment[] = [];
	for (const segment of segments) {
		const run = runs.at(-1);
		if (run?.kind === segment.kind) run.text += segment.text;
		else runs.push({ ...segment });
	}
	return runs;
}
