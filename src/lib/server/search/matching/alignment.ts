import table from './alignment_table.json' with { type: 'json' };
import { arabicChunkLength, compileTable, type CompiledTable } from './alignment_table.ts';
import { chunkCode, chunkLength, longestWord, type Letters } from './letters.ts';

export const alignmentTable: CompiledTable = compileTable(table);

/** How much the commonness of a Latin spelling is held against it; 1 would be Bayes' rule with an even prior. */
const commonness = 0.8;

/**
 * How well a Latin spelling says an Arabic word: log P(latin | arabic) − 0.8 · log P(latin), in nats, higher is better.
 * The first part sums over all ways to cut both words into matching chunks; the second makes scores comparable
 * when the Latin word is what varies. So one score ranks Arabic words for a Latin one and Latin words for an
 * Arabic one. Model: joint multigrams (Bisani and Ney 2008, Speech Communication 50) trained by EM.
 */
export function alignmentScore(arabic: Letters, latin: Letters): number {
	if (arabic.length === 0 || latin.length === 0) return -Infinity;
	return Math.log(emission(alignmentTable, arabic, latin) + 1e-300) - commonness * latinScore(latin);
}

/** log P(latin) by its letter pairs. */
function latinScore(latin: Letters): number {
	let score = 0;
	let last = 0;
	for (const letter of latin) {
		score += alignmentTable.latin[last * 32 + letter]!;
		last = letter;
	}
	return score + alignmentTable.latin[last * 32]!;
}

const cells = new Float64Array(2 * (longestWord + 1) * (longestWord + 1));

/**
 * P(latin | arabic), the sum over all segmentations. Each Arabic position holds two rows of cells: before the
 * unwritten vowels that may follow the last letter, and after them; columns are Latin positions.
 */
function emission(table: CompiledTable, arabic: Letters, latin: Letters): number {
	const { width, rowOfChunk, rowOfVowels, before, after } = table;
	const [rows, columns] = [arabic.length, latin.length + 1];
	cells.fill(0, 0, 2 * (rows + 1) * columns);
	const chunks = latinColumns(table, latin);
	cells[columns] = 1;
	for (let at = 0; at <= rows; at++) {
		const open = 2 * at * columns;
		const closed = open + columns;
		const last = at > 0 ? arabic[at - 1]! : 0;
		if (at > 0) {
			const row = rowOfVowels[last]!;
			const left = before[row * 32 + (at > 1 ? arabic[at - 2]! : 0)]!;
			const right = after[row * 32 + (at < rows ? arabic[at]! : 0)]!;
			spread(table, chunks, columns, open, closed, row * width, left, right, 2);
		}
		for (let length = 1; length <= arabicChunkLength && at + length <= rows; length++) {
			const row = rowOfChunk[chunkCode(arabic, at, length)]!;
			if (row < 0) continue;
			const left = before[row * 32 + last]!;
			const right = after[row * 32 + (at + length < rows ? arabic[at + length]! : 0)]!;
			const to = open + 2 * length * columns;
			spread(table, chunks, columns, closed, to, row * width, left, right, chunkLength);
		}
	}
	return cells[2 * rows * columns + columns + latin.length]!;
}

/** Adds what one row of cells gives to another: each weight times the probability of each Latin chunk from there. */
function spread(
	{ base, factors }: CompiledTable,
	chunks: Int16Array,
	columns: number,
	from: number,
	to: number,
	row: number,
	left: number,
	right: number,
	longest: number
): void {
	for (let column = 0; column < columns; column++) {
		const weight = cells[from + column]!;
		if (weight === 0) continue;
		const last = Math.min(longest, columns - 1 - column);
		for (let length = 0; length <= last; length++) {
			const chunk = chunks[column * (chunkLength + 1) + length]!;
			if (chunk < 0) continue;
			const share = base[row + chunk]!;
			if (share > 0)
				cells[to + column + length]! += weight * share * factors[left + chunk]! * factors[right + chunk]!;
		}
	}
}

let columnsOfLast: { latin: Letters; columns: Int16Array } | undefined;

/** The table's column of each Latin chunk, by start · 5 + length; remembered while the Latin word stays the same. */
function latinColumns(compiled: CompiledTable, latin: Letters): Int16Array {
	if (columnsOfLast?.latin === latin) return columnsOfLast.columns;
	const columns = new Int16Array((latin.length + 1) * (chunkLength + 1)).fill(-1);
	for (let start = 0; start <= latin.length; start++)
		for (let length = 0; length <= chunkLength && start + length <= latin.length; length++)
			columns[start * (chunkLength + 1) + length] = compiled.columnOf[chunkCode(latin, start, length)]!;
	columnsOfLast = { latin, columns };
	return columns;
}
