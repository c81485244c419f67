/** Learns `src/lib/server/search/matching/alignment_table.json`: node bench/train_alignment.ts FILE… > TABLE (see bench/README.md). */
import { tableScale, type AlignmentTable } from '#lib/server/search/matching/alignment_table.ts';
import { articleForms } from '#lib/server/search/matching/articles.ts';
import {
	arabicAlphabet,
	arabicLetters,
	chunkText,
	latinAlphabet,
	latinLetters
} from '#lib/server/search/matching/letters.ts';
import { readPairs, type NamePair } from './name_pairs.ts';
import { Multigram } from './multigram.ts';
import { Neighbours, type NeighbourShare } from './neighbours.ts';

const passes = 7;
/** Taken from every expected count, so that chances of the training data are not learned. */
const discount = 1;
/** log P per letter below which a pair is taken for a translation or an error (يوحنا, "Sigvard") and left out. */
const strangest = -1.6;
/** Lines with a neighbour: how many, from how many occurrences, and how many occurrences the line without it is worth. */
const contexts = { most: 3000, rarest: 8, weight: 10 };

/** Letters that few names from elsewhere are written with: names with one count twice, for they are what the register holds. */
const arabName = /[حخذصضطظعق]/;

const pairs = process.argv
	.slice(2)
	.flatMap(readPairs)
	.filter(({ split }) => split !== 'dev')
	.map(withoutArticle)
	.flatMap((pair) => (arabName.test(pair.ar) ? [pair, pair] : [pair]));
const model = new Multigram(pairs);
const kept = learn();
process.stdout.write(`${JSON.stringify(tableOf(), null, '\t')}\n`);

/** The article is learned by nobody: it is dropped on both sides, or on the Arabic one alone (الراقي, "Raki"). */
function withoutArticle(pair: NamePair): NamePair {
	const [full, bare] = articleForms(pair.ar);
	if (bare === undefined || full === undefined) return pair;
	const latin = articleForms(latinText(pair)).at(-1)!;
	return { ...pair, arabic: arabicLetters(bare), latin: latinLetters(latin) };
}

function latinText({ latin }: NamePair): string {
	return Array.from(latin, (letter) => latinAlphabet[letter - 1]).join('');
}

/** EM; returns the pairs that it believes. */
function learn(): NamePair[] {
	let believed = pairs;
	for (let pass = 1; pass <= passes; pass++) {
		const counts = new Float64Array(model.rows * model.width);
		const chances = new Float64Array(model.rows);
		let sum = 0;
		const scores = believed.map(({ arabic, latin }) => {
			const score = model.expect(
				arabic,
				latin,
				(row, _before, _after, chunk, weight) => (counts[row * model.width + chunk]! += weight),
				(row, _before, _after, weight) => (chances[row]! += weight)
			);
			sum += Math.max(score, -100);
			return score / (arabic.length + latin.length);
		});
		const taken = pass === 1 ? 0 : discount;
		for (let cell = 0; cell < counts.length; cell++)
			model.share[cell] = Math.max(0, counts[cell]! - taken) / (chances[Math.floor(cell / model.width)]! + 1);
		console.error(
			`pass ${pass}: ${believed.length} pairs, log P ${(sum / believed.length).toFixed(3)} a pair`
		);
		if (pass >= 3) believed = believed.filter((_, at) => scores[at]! > strangest);
	}
	return believed;
}

function tableOf(): AlignmentTable {
	const chances = new Float64Array(model.rows);
	const [before, after] = [new Neighbours(), new Neighbours()];
	for (const { arabic, latin } of kept)
		model.expect(
			arabic,
			latin,
			(row, left, right, chunk, weight) => {
				before.addStep(row, left, chunk, weight);
				after.addStep(row, right, chunk, weight);
			},
			(row, left, right, weight) => {
				chances[row]! += weight;
				before.addChance(row, left, weight);
				after.addChance(row, right, weight);
			}
		);
	const [leading, following] = [before, after].map((side) =>
		side.shares(model, contexts).filter(({ row, chunk, share }) => isWritten(row, chunk) && scaled(share) > 0)
	);
	const strongest = new Set(
		[...leading!, ...following!].sort((one, other) => other.gain - one.gain).slice(0, contexts.most)
	);
	const all = chances.reduce((sum, chance) => sum + chance, 0);
	const rows = Array.from({ length: model.rows }, (_, row) => row).filter((row) => chances[row]! > 1);
	const chunkRows = rows.filter((row) => row > 0 && row < model.vowelRows && rowLine(row) !== '');
	return {
		about: {
			what: 'P(Latin letters | Arabic letters), learned by EM from pairs of names; see alignment_table.ts',
			sources:
				'google/transliteration, ar2en (Apache-2.0); NETransliteration-COLING2018, Wikidata labels (CC0-1.0); training rows alone',
			command: 'npm run train:alignment -- names_google_train.tsv names_wikidata_train.tsv',
			pairs: String(new Set(kept).size)
		},
		shares: Object.fromEntries(chunkRows.map((row) => [rowKey(row), scaled(chances[row]! / all)])),
		chunks: Object.fromEntries(chunkRows.map((row) => [rowKey(row), rowLine(row)])),
		vowels: Object.fromEntries(
			rows.filter((row) => row > model.vowelRows).map((row) => [rowKey(row).slice(1), rowLine(row)])
		),
		before: contextLines(leading!.filter((share) => strongest.has(share))),
		after: contextLines(following!.filter((share) => strongest.has(share))),
		latin: latinLines()
	};
}

function scaled(share: number): number {
	return Math.round(share * tableScale);
}

function isWritten(row: number, chunk: number): boolean {
	return scaled(model.share[row * model.width + chunk]!) >= 10;
}

/** The Arabic chunk of a row, or + and a letter for the vowels after it. */
function rowKey(row: number): string {
	return row < model.vowelRows
		? chunkText(model.arabic.codes[row]!, arabicAlphabet)
		: `+${arabicAlphabet[row - model.vowelRows - 1]}`;
}

function rowLine(row: number): string {
	const chunks = model.latin.codes.map((_, chunk) => ({
		chunk,
		share: model.share[row * model.width + chunk]!
	}));
	return lineOf(chunks.filter(({ chunk }) => isWritten(row, chunk)));
}

function contextLines(lines: NeighbourShare[]): Record<string, string> {
	const key = ({ row, letter }: NeighbourShare) =>
		`${rowKey(row)} ${letter === 0 ? '#' : arabicAlphabet[letter - 1]}`;
	const groups = Map.groupBy(lines, key);
	return Object.fromEntries([...groups].sort().map(([name, group]) => [name, lineOf(group)]));
}

function lineOf(chunks: { chunk: number; share: number }[]): string {
	return chunks
		.toSorted((one, other) => other.share - one.share)
		.map(
			({ chunk, share }) => `${chunkText(model.latin.codes[chunk]!, latinAlphabet) || '_'} ${scaled(share)}`
		)
		.join(' ');
}

/** P(next letter | letter) of the distinct Latin names. */
function latinLines(): Record<string, string> {
	const followers = new Map<string, Map<string, number>>();
	for (const word of new Set(kept.map(latinText))) {
		const letters = ['#', ...word, '#'];
		letters.slice(1).forEach((letter, at) => {
			const counts = followers.get(letters[at]!) ?? new Map<string, number>();
			followers.set(letters[at]!, counts.set(letter, (counts.get(letter) ?? 0) + 1));
		});
	}
	const line = (counts: Map<string, number>) => {
		const sum = [...counts.values()].reduce((total, count) => total + count, 0);
		return [...counts]
			.sort(([, one], [, other]) => other - one)
			.map(([letter, count]) => `${letter} ${scaled(count / sum)}`)
			.join(' ');
	};
	return Object.fromEntries([...followers].sort().map(([letter, counts]) => [letter, line(counts)]));
}
