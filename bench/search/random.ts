/** Numbers that look random and are the same each time (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 up to 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)]!;
	}
}

/** Every n-th of a list, so that at most `count` remain. */
export function evenly<T>(list: readonly T[], count: number): T[] {
	const step = Math.max(1, list.length / count);
	return Array.from({ length: Math.min(list.length, count) }, (_, at) => list[Math.floor(at * step)]!);
}
