import { alignmentTable } from './alignment.ts';
import type { CompiledTable } from './alignment_table.ts';
import { arabicAlphabet, chunkCode, chunkLength, encode, type Letters } from './letters.ts';

/** Consonants that Latin spellings mix up, by the letter that stands for all of them in a skeleton. */
const classes: Readonly<Record<string, string>> = {
	...{ b: 'ب', t: 'تطث', d: 'دضذظ', s: 'سصز', x: 'ش', k: 'كقخجغ' },
	...{ r: 'ر', l: 'ل', m: 'م', n: 'ن', f: 'ف' }
};
/** Weak letters count at the beginning of a word only. */
const initialClasses: Readonly<Record<string, string>> = { a: 'اع', w: 'و', y: 'ي', h: 'هح' };

const classOf = new Map(
	Object.entries(classes).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key]))
);
const initialClassOf = new Map(
	Object.entries({ ...classes, ...initialClasses }).flatMap(([key, letters]) =>
		[...letters].map((letter) => [letter, key])
	)
);

/** The consonants of an Arabic word in classes that Latin spellings tell apart: القطيف without its article is `ktf`. */
export function arabicSkeleton(arabic: Letters): string {
	return Array.from(arabic, (code, at) => classAt(arabicAlphabet[code - 1]!, at === 0)).join('');
}

const classAt = (letter: string, isInitial: boolean): string =>
	(isInitial ? initialClassOf : classOf).get(letter) ?? '';

/** Skeletons that a Latin chunk may stand for, each with its probability, at the start of a word and inside. */
type Readings = { initial: Map<string, number>; inner: Map<string, number> };

const readings = readingsOf(alignmentTable);
/** Arabic letters that open a word and are not written in Latin: ا and ع before a vowel. */
const silentStart = 'a';

function readingsOf(table: CompiledTable): Readings[] {
	const all = table.latinChunks.map((): Readings => ({ initial: new Map(), inner: new Map() }));
	const add = (readings: Map<string, number>, skeleton: string, weight: number) => {
		if (weight > 0) readings.set(skeleton, (readings.get(skeleton) ?? 0) + weight);
	};
	for (const [row, chunk] of table.arabicChunks.entries()) {
		const letters = encode(chunk, arabicAlphabet);
		const [initial, inner] = [letters, Uint8Array.of(0, ...letters)].map(arabicSkeleton);
		for (const column of all.keys()) {
			const weight = table.shares[row]! * table.base[row * table.width + column]!;
			add(all[column]!.initial, initial!, weight);
			add(all[column]!.inner, inner!, weight);
		}
	}
	for (let letter = 1; letter <= arabicAlphabet.length; letter++)
		for (const column of all.keys()) {
			const row = table.rowOfVowels[letter]!;
			add(all[column]!.inner, '', table.shares[letter - 1]! * table.base[row * table.width + column]!);
		}
	return all;
}

/** Partial skeletons that are followed at each letter. */
const beam = 60;

/** A skeleton and the probability that it is the word's. */
export type SkeletonShare = { skeleton: string; share: number };

/**
 * The likeliest skeletons of the Arabic words that a Latin or Arabizi word may stand for, best first, at most
 * `limit`: sums over the ways to cut the word into chunks of the alignment table.
 */
export function latinSkeletons(latin: Letters, limit: number): SkeletonShare[] {
	const reached = Array.from({ length: latin.length + 1 }, () => new Map<string, number>());
	reached[0]!.set('', 1);
	for (const [at, skeletons] of reached.entries()) {
		const best = likeliest(skeletons, beam);
		if (at === latin.length) return shares(best).slice(0, limit);
		for (let length = 1; length <= chunkLength && at + length <= latin.length; length++) {
			const column = alignmentTable.columnOf[chunkCode(latin, at, length)]!;
			if (column < 0) continue;
			const { initial, inner } = readings[column]!;
			const next = reached[at + length]!;
			for (const [skeleton, weight] of best) {
				if (at === 0) follow(next, silentStart, inner, weight * silentWeight);
				follow(next, skeleton, at === 0 ? initial : inner, weight);
			}
		}
	}
	return [];
}

/** P(a word begins with ا or ع that Latin leaves out). */
const silentWeight = 0.02;

function follow(
	next: Map<string, number>,
	skeleton: string,
	readings: Map<string, number>,
	weight: number
): void {
	for (const [more, share] of readings) {
		const longer = skeleton + more;
		next.set(longer, (next.get(longer) ?? 0) + weight * share);
	}
}

function likeliest(skeletons: Map<string, number>, count: number): [string, number][] {
	return [...skeletons].sort(([, one], [, other]) => other - one).slice(0, count);
}

function shares(skeletons: [string, number][]): SkeletonShare[] {
	const sum = skeletons.reduce((total, [, weight]) => total + weight, 0);
	return skeletons
		.filter(([skeleton]) => skeleton !== '')
		.map(([skeleton, weight]) => ({ skeleton, share: weight / sum }));
}
