/** Draws a number from 0 (included) to 1 (not included). */
export type Random = () => number;

/** Draws that follow from the seeds alone: the same seeds give the same numbers on every machine. */
export function randomOf(...seeds: number[]): Random {
	let state = seeds.reduce((mixed, seed) => mix(mixed ^ mix(seed)), 0);
	return () => {
		state = (state + STEP) | 0;
		return (mix(state) >>> 0) / 2 ** 32;
	};
}

/** Odd, so that the state takes every value of 32 bits before it repeats. */
const STEP = 0x6c8e9cf5;

/** A bijection of 32 bits in which every bit of the result hangs on every bit of the number. */
function mix(number: number): number {
	let bits = number ^ (number >>> 16);
	bits = Math.imul(bits, 0x7feb352d);
	bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
	return bits ^ (bits >>> 16);
}

export const chance = (random: Random, probability: number): boolean => random() < probability;

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** An integer from `first` to `last`, both included. */
export const between = (random: Random, first: number, last: number): number =>
	first + Math.floor(random() * (last - first + 1));

/** Draws of the values in proportion to their weights. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
	let sum = 0;
	const ends = entries.map(([, weight]) => (sum += weight));
	return (random) => {
		const drawn = random() * sum;
		return entries[ends.findIndex((end) => drawn < end)]![0];
	};
}

/**
 * A rank from 0 to `size` − 1 by the law of Zipf and Mandelbrot: the probability of a rank is in proportion to
 * 1 ÷ (rank + `flatness`), so the larger `flatness`, the less the first ranks stand out.
 */
export function zipf(random: Random, size: number, flatness: number): number {
	return Math.min(size - 1, Math.floor(flatness * ((size + flatness) / flatness) ** random() - flatness));
}
