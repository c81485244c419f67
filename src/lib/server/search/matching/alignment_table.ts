import { arabicAlphabet, chunkCode, chunkCodes, encode, latinAlphabet } from './letters.ts';

/**
 * The committed result of `bench/train_alignment.ts`. Each line reads "Latin letters, how often in 100,000, …";
 * `_` is nothing. Keys: a chunk of one or two Arabic letters; `before` and `after` add the neighbouring letter
 * behind a space (`#` is the edge of the word), `vowels` the letter that unwritten vowels follow.
 */
export type AlignmentTable = {
	about: Record<string, string>;
	/** P(Latin chunk | Arabic chunk), and how often the Arabic chunk occurs. */
	chunks: Record<string, string>;
	shares: Record<string, number>;
	/** P(unwritten vowels | Arabic letter before them). */
	vowels: Record<string, string>;
	/** The same probabilities where the letter before or after makes them differ most. */
	before: Record<string, string>;
	after: Record<string, string>;
	/** P(next Latin letter | Latin letter); `#` is the edge of the word. */
	latin: Record<string, string>;
};

/** Units of the table's probabilities. */
export const tableScale = 100_000;

/** Arabic chunks of at most two letters. */
export const arabicChunkLength = 2;

/** How much of a neighbour's effect counts: both neighbours speak about the same letter. */
const contextWeight = 0.7;

/** What any letter may still become: typing errors, and spellings that the training never met. */
const floors = { letter: 2e-4, vowel: 1e-3, latin: 1e-4 };

/** Arabizi digits are in no training data: P(digit | letter), set by hand. */
const arabizi: Readonly<Record<string, Record<string, number>>> = {
	2: { ق: 0.1, ا: 0.01, و: 0.005, ي: 0.005 },
	3: { ع: 0.1, غ: 0.03 },
	6: { ط: 0.1, ظ: 0.03 },
	7: { ح: 0.1, خ: 0.03 },
	9: { ص: 0.1, ق: 0.05, ض: 0.03 }
};

const vowelLetters = new Set('aeiouy');

/** The table as arrays: probability = base · before · after, rows by Arabic chunk, columns by Latin chunk. */
export type CompiledTable = {
	/** Number of Latin chunks, the width of every row. */
	width: number;
	/** Row of an Arabic chunk, or of the vowels after an Arabic letter; −1 if none. */
	rowOfChunk: Int16Array;
	rowOfVowels: Int16Array;
	/** Column of a Latin chunk; −1 if none. Column 0 is nothing. */
	columnOf: Int16Array;
	latinChunks: string[];
	arabicChunks: string[];
	shares: Float64Array;
	base: Float32Array;
	/** Rows of factors; the first is all ones. */
	factors: Float32Array;
	/** Where in `factors` the row begins, by row · 32 + neighbouring letter (0 at the edge of the word). */
	before: Int32Array;
	after: Int32Array;
	/** Weighted log P(next | letter) at letter · 32 + next, 0 being the edge. */
	latin: Float64Array;
};

export function compileTable(table: AlignmentTable): CompiledTable {
	const arabicChunks = [...new Set([...arabicAlphabet, ...Object.keys(table.chunks)])];
	const lines = [...Object.values(table.chunks), ...Object.values(table.vowels)].map(readLine);
	const seen = lines.flatMap((line) => line.map(([chunk]) => chunk));
	const latinChunks = [...new Set(['', ...latinAlphabet, ...seen])];
	const width = latinChunks.length;
	const rows = arabicChunks.length + arabicAlphabet.length;
	const contexts = Object.keys(table.before).length + Object.keys(table.after).length;
	const compiled: CompiledTable = {
		...{ width, latinChunks, arabicChunks },
		rowOfChunk: new Int16Array(chunkCodes).fill(-1),
		rowOfVowels: new Int16Array(32).fill(-1),
		columnOf: new Int16Array(chunkCodes).fill(-1),
		shares: Float64Array.from(arabicChunks, (chunk) => (table.shares[chunk] ?? 1) / tableScale),
		base: new Float32Array(rows * width),
		factors: new Float32Array((1 + contexts) * width).fill(1),
		before: new Int32Array(rows * 32),
		after: new Int32Array(rows * 32),
		latin: compileLatin(table.latin)
	};
	const columns = new Map(latinChunks.map((chunk, column) => [chunk, column]));
	latinChunks.forEach((chunk, column) => (compiled.columnOf[codeOf(chunk, latinAlphabet)] = column));
	arabicChunks.forEach((chunk, row) => (compiled.rowOfChunk[codeOf(chunk, arabicAlphabet)] = row));
	for (let letter = 1; letter <= arabicAlphabet.length; letter++)
		compiled.rowOfVowels[letter] = arabicChunks.length + letter - 1;
	const rowOf = (key: string) =>
		key.startsWith('+')
			? arabicChunks.length + arabicAlphabet.indexOf(key[1]!)
			: compiled.rowOfChunk[codeOf(key, arabicAlphabet)]!;
	const put = (row: number, line: string) => {
		for (const [chunk, share] of readLine(line)) compiled.base[row * width + columns.get(chunk)!] = share;
	};
	for (const [chunk, line] of Object.entries(table.chunks)) put(rowOf(chunk), line);
	for (const [letter, line] of Object.entries(table.vowels)) put(rowOf(`+${letter}`), line);
	addFloors(compiled);
	addArabizi(compiled, columns);
	const beforeLines = Object.entries(table.before);
	compileContexts(compiled, beforeLines, 1, compiled.before, rowOf, columns);
	compileContexts(
		compiled,
		Object.entries(table.after),
		1 + beforeLines.length,
		compiled.after,
		rowOf,
		columns
	);
	return compiled;
}

const codeOf = (chunk: string, alphabet: string): number =>
	chunkCode(encode(chunk, alphabet), 0, chunk.length);

/** "sh 9120 ch 300" as pairs of chunk and probability. */
function readLine(line: string): [string, number][] {
	const words = line.split(' ');
	return words.flatMap((word, at) =>
		at % 2 === 0 ? [[word === '_' ? '' : word, Number(words[at + 1]) / tableScale] as [string, number]] : []
	);
}

function addFloors({ base, width, arabicChunks, latinChunks }: CompiledTable): void {
	const raise = (row: number, column: number, floor: number) =>
		(base[row * width + column] = Math.max(base[row * width + column]!, floor));
	latinChunks.forEach((chunk, column) => {
		if (chunk.length > 1 || chunk in arabizi) return;
		arabicChunks.forEach((arabic, row) => arabic.length === 1 && raise(row, column, floors.letter));
		if (chunk !== '' && !vowelLetters.has(chunk)) return;
		for (let letter = 0; letter < arabicAlphabet.length; letter++)
			raise(arabicChunks.length + letter, column, floors.vowel);
	});
}

function addArabizi({ base, width, arabicChunks }: CompiledTable, columns: Map<string, number>): void {
	for (const [digit, letters] of Object.entries(arabizi))
		for (const [letter, share] of Object.entries(letters))
			base[arabicChunks.indexOf(letter) * width + columns.get(digit)!] = share;
}

function compileContexts(
	{ base, width, factors }: CompiledTable,
	lines: [string, string][],
	firstFactor: number,
	starts: Int32Array,
	rowOf: (key: string) => number,
	columns: Map<string, number>
): void {
	for (const [at, [key, line]] of lines.entries()) {
		const [chunk, neighbour] = key.split(' ') as [string, string];
		const row = rowOf(chunk);
		const start = (firstFactor + at) * width;
		starts[row * 32 + arabicAlphabet.indexOf(neighbour) + 1] = start;
		for (const [latin, share] of readLine(line)) {
			const column = columns.get(latin)!;
			factors[start + column] = (share / base[row * width + column]!) ** contextWeight;
		}
	}
}

function compileLatin(lines: Record<string, string>): Float64Array {
	const latin = new Float64Array(1024).fill(Math.log(floors.latin));
	for (const [letter, line] of Object.entries(lines))
		for (const [next, share] of readLine(line))
			latin[(latinAlphabet.indexOf(letter) + 1) * 32 + latinAlphabet.indexOf(next) + 1] = Math.log(share);
	return latin;
}
