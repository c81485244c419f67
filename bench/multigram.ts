import { arabicChunkLength } from '#lib/server/search/matching/alignment_table.ts';
import {
	arabicAlphabet,
	chunkCode,
	chunkCodes,
	chunkLength,
	latinAlphabet,
	type Letters
} from '#lib/server/search/matching/letters.ts';

/** Chunks rarer than this in the training words are not considered. */
const rarest = { arabic: 150, latin: 40 };

const vowels = new Set([...'aeiouy'].map((letter) => latinAlphabet.indexOf(letter) + 1));

/** The chunks of one side, numbered; number 0 is nothing. */
export class Chunks {
	readonly codes: number[] = [0];
	readonly numberOf = new Int16Array(chunkCodes).fill(-1);

	constructor(words: readonly Letters[], letters: number, longest: number, rarestCount: number) {
		this.numberOf[0] = 0;
		for (let letter = 1; letter <= letters; letter++) this.add(letter);
		const seen = new Int32Array(chunkCodes);
		for (const word of words)
			for (let length = 2; length <= longest; length++)
				for (let at = 0; at + length <= word.length; at++) seen[chunkCode(word, at, length)]! += 1;
		for (let code = 32; code < chunkCodes; code++) if (seen[code]! >= rarestCount) this.add(code);
	}

	private add(code: number): void {
		this.numberOf[code] = this.codes.length;
		this.codes.push(code);
	}
}

export const lengthOf = (code: number): number => Math.ceil((32 - Math.clz32(code)) / 5);

function isVowels(code: number): boolean {
	for (let rest = code; rest > 0; rest >>= 5) if (!vowels.has(rest & 31)) return false;
	return true;
}

/** One step of an alignment: row (Arabic chunk or vowels), neighbouring Arabic letters, Latin chunk. */
export type Step = (row: number, before: number, after: number, chunk: number, weight: number) => void;
/** A row that an alignment could have taken where it stood. */
export type Chance = (row: number, before: number, after: number, weight: number) => void;

/** P(Latin chunk | Arabic chunk) while it is learned, without neighbours. */
export class Multigram {
	readonly arabic: Chunks;
	readonly latin: Chunks;
	readonly width: number;
	readonly vowelRows: number;
	readonly share: Float64Array;

	constructor(pairs: readonly { arabic: Letters; latin: Letters }[]) {
		const [ar, la] = [pairs.map((pair) => pair.arabic), pairs.map((pair) => pair.latin)];
		this.arabic = new Chunks(ar, arabicAlphabet.length, arabicChunkLength, rarest.arabic);
		this.latin = new Chunks(la, latinAlphabet.length, chunkLength, rarest.latin);
		this.width = this.latin.codes.length;
		this.vowelRows = this.arabic.codes.length;
		this.share = this.firstGuess();
	}

	get rows(): number {
		return this.vowelRows + arabicAlphabet.length + 1;
	}

	/** Short chunks of like length are likelier: enough for EM to start from. */
	private firstGuess(): Float64Array {
		const share = new Float64Array(this.rows * this.width);
		this.latin.codes.forEach((latin, column) => {
			const length = lengthOf(latin);
			this.arabic.codes.slice(1).forEach((arabic, before) => {
				const unlike = 0.15 ** Math.abs(lengthOf(arabic) - length);
				share[(before + 1) * this.width + column] =
					0.02 * unlike * 0.3 ** (lengthOf(arabic) - 1 + Math.max(0, length - 1));
			});
			if (length > 2 || !isVowels(latin)) return;
			for (let row = this.vowelRows; row < this.rows; row++)
				share[row * this.width + column] = length === 0 ? 0.6 : 0.07 ** length;
		});
		return share;
	}

	/**
	 * Forward and backward over all alignments of a pair: reports each step with its posterior weight and each
	 * chance with the weight of standing there. Returns log P(latin | arabic); −∞ and no report if impossible.
	 */
	expect(arabic: Letters, latin: Letters, onStep: Step, onChance: Chance): number {
		const columns = latin.length + 1;
		const size = (arabic.length + 1) * columns;
		const [forward, backward] = [new Float64Array(2 * size), new Float64Array(2 * size)];
		const edges: number[] = [];
		const weights: number[] = [];
		const start = size;
		const end = 2 * size - 1;
		forward[start] = 1;

		/** From the cell to each cell that the row reaches; cells before the vowels first, those after them from `size`. */
		const spread = (
			row: number,
			before: number,
			after: number,
			from: number,
			to: number,
			longest: number
		) => {
			for (let at = 0; at < columns; at++) {
				const weight = forward[from + at]!;
				if (weight === 0) continue;
				for (let length = 0; length <= longest && at + length < columns; length++) {
					const chunk = this.latin.numberOf[chunkCode(latin, at, length)]!;
					const share = chunk < 0 ? 0 : this.share[row * this.width + chunk]!;
					if (share === 0) continue;
					forward[to + at + length]! += weight * share;
					edges.push(from + at, to + at + length, row, before, after, chunk);
					weights.push(share);
				}
			}
		};
		const chances: [number, number, number, number][] = [];
		for (let at = 0; at <= arabic.length; at++) {
			const [open, closed] = [at * columns, size + at * columns];
			if (at > 0) {
				const row = this.vowelRows + arabic[at - 1]!;
				const [before, after] = [arabic[at - 2] ?? 0, arabic[at] ?? 0];
				spread(row, before, after, open, closed, 2);
				chances.push([row, before, after, open]);
			}
			for (let length = 1; length <= arabicChunkLength && at + length <= arabic.length; length++) {
				const row = this.arabic.numberOf[chunkCode(arabic, at, length)]!;
				if (row < 0) continue;
				const [before, after] = [arabic[at - 1] ?? 0, arabic[at + length] ?? 0];
				spread(row, before, after, closed, open + length * columns, chunkLength);
				chances.push([row, before, after, closed]);
			}
		}
		const total = forward[end]!;
		if (total < 1e-280) return -Infinity;

		backward[end] = 1;
		for (let edge = weights.length - 1; edge >= 0; edge--) {
			const [from, to, row, before, after, chunk] = edges.slice(6 * edge, 6 * edge + 6) as [
				number,
				number,
				number,
				number,
				number,
				number
			];
			const behind = weights[edge]! * backward[to]!;
			backward[from]! += behind;
			const posterior = (forward[from]! * behind) / total;
			if (posterior > 1e-4) onStep(row, before, after, chunk, posterior);
		}
		for (const [row, before, after, cell] of chances) {
			let weight = 0;
			for (let at = 0; at < columns; at++) weight += forward[cell + at]! * backward[cell + at]!;
			if (weight / total > 1e-4) onChance(row, before, after, weight / total);
		}
		return Math.log(total);
	}
}
