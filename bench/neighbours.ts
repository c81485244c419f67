import type { Multigram } from './multigram.ts';

/** P(chunk | row) beside a neighbouring letter, and what it gains in log likelihood over the one without (a G-test). */
export type NeighbourShare = { row: number; letter: number; chunk: number; share: number; gain: number };

/** Expected counts of each row's chunks beside each neighbouring letter, on one side. */
export class Neighbours {
	readonly #steps = new Map<number, Map<number, number>>();
	readonly #chances = new Map<number, number>();

	addStep(row: number, letter: number, chunk: number, weight: number): void {
		const key = row * 32 + letter;
		const counts = this.#steps.get(key) ?? new Map<number, number>();
		this.#steps.set(key, counts.set(chunk, (counts.get(chunk) ?? 0) + weight));
	}

	addChance(row: number, letter: number, weight: number): void {
		const key = row * 32 + letter;
		this.#chances.set(key, (this.#chances.get(key) ?? 0) + weight);
	}

	/** Of neighbours that occur `rarest` times or more; the share without a neighbour counts as `weight` occurrences. */
	shares(
		{ share, width }: Multigram,
		{ rarest, weight }: { rarest: number; weight: number }
	): NeighbourShare[] {
		const frequent = [...this.#chances].filter(([, chance]) => chance >= rarest);
		return frequent.flatMap(([key, chance]) => {
			const row = Math.floor(key / 32);
			return Array.from({ length: width }, (_, chunk) => {
				const base = share[row * width + chunk]!;
				const count = this.#steps.get(key)?.get(chunk) ?? 0;
				const beside = (count + weight * base) / (chance + weight);
				const gain = base === 0 ? 0 : count * Math.log(beside / base) - chance * (beside - base);
				return { row, letter: key % 32, chunk, share: beside, gain };
			}).filter(({ gain }) => gain > 0);
		});
	}
}
