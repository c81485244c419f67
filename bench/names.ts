/**
 * How well names are found across scripts: node bench/names.ts FILE [--pool FILE] [--direction latin-arabic|arabic-latin]
 * [--exhaustive] [--no-baselines] [--sample N]. See bench/README.md.
 */
import { parseArgs } from 'node:util';
import { foldTokens } from '#lib/domain/folding.ts';
import {
	arabicForms,
	arabicKeys,
	candidateLimit,
	candidateOrder,
	latinForms,
	latinKeys,
	nameScore,
	type NameForms
} from '#lib/server/search/matching/name_match.ts';
import { editSimilarity, romanise, trigrams, trigramSimilarity } from './name_baselines.ts';
import { readPairs, type NamePair } from './name_pairs.ts';

/** Queries of the slow measurements, evenly spaced. */
const slowSample = 300;

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	allowNegative: true,
	options: {
		pool: { type: 'string' },
		direction: { type: 'string', default: 'latin-arabic' },
		exhaustive: { type: 'boolean', default: false },
		baselines: { type: 'boolean', default: true },
		sample: { type: 'string' }
	}
});
const [file] = positionals;
const fromLatin = options.direction === 'latin-arabic';
if (file === undefined || (!fromLatin && options.direction !== 'arabic-latin')) {
	console.error(
		'node bench/names.ts FILE [--pool FILE] [--direction latin-arabic|arabic-latin] [--exhaustive] [--no-baselines] [--sample N]'
	);
	process.exit(2);
}

type Question = { query: string; answer: number };

const folded = (name: string): string => foldTokens(name).join('');
const queryOf = ({ ar, en }: NamePair): string => folded(fromLatin ? en : ar);
const answerOf = ({ ar, en }: NamePair): string => folded(fromLatin ? ar : en);

const pairs = readPairs(file);
const others = options.pool === undefined ? [] : readPairs(options.pool);
const pool = [...new Set([...pairs, ...others].map(answerOf))];
const positions = new Map(pool.map((name, position) => [name, position]));
const asked = pairs.some(({ split }) => split === 'dev')
	? pairs.filter(({ split }) => split === 'dev')
	: pairs;
const questions = evenly(
	asked.map((pair) => ({ query: queryOf(pair), answer: positions.get(answerOf(pair))! })),
	Number(options.sample ?? asked.length)
);
const few = evenly(questions, slowSample);

const ownForms = fromLatin ? latinForms : arabicForms;
const forms = pool.map(fromLatin ? arabicForms : latinForms);
const score = (own: NameForms, other: NameForms): number =>
	fromLatin ? nameScore(other, own) : nameScore(own, other);

console.log(
	`${questions.length} questions, ${options.direction}, among ${pool.length} distinct folded names`
);
report('skeleton + alignment', questions, skeletonRanking());
if (options.exhaustive)
	report('alignment, exhaustive', few, (query) =>
		all((position) => score(ownForms(query), forms[position]!))
	);
if (options.baselines) reportBaselines();

function reportBaselines(): void {
	const plain = fromLatin ? pool.map(romanise) : pool;
	const plainQuery = (query: string) => (fromLatin ? query : romanise(query));
	report('romanised, edit distance', few, (query) =>
		all((position) => editSimilarity(plainQuery(query), plain[position]!))
	);
	const grams = plain.map(trigrams);
	report('romanised, trigrams', few, (query) => {
		const own = trigrams(plainQuery(query));
		return all((position) => trigramSimilarity(own, grams[position]!));
	});
}

/** Every n-th of a list, so that at most `count` remain. */
function evenly<T>(list: T[], count: number): T[] {
	const step = Math.max(1, list.length / count);
	return Array.from({ length: Math.min(list.length, count) }, (_, at) => list[Math.floor(at * step)]!);
}

function all(scoreOf: (position: number) => number): Map<number, number> {
	return new Map(pool.map((_, position) => [position, scoreOf(position)]));
}

/** As the search does it: at most 200 names that share a skeleton with the query are scored. */
function skeletonRanking(): (query: string) => Map<number, number> {
	const keyed = new Map<string, { position: number; share: number }[]>();
	const keysOf = (own: NameForms, latin: boolean) =>
		latin ? latinKeys(own) : arabicKeys(own).map((skeleton) => ({ skeleton, share: 1 }));
	for (const [position, name] of forms.entries())
		for (const { skeleton, share } of keysOf(name, !fromLatin)) {
			const known = keyed.get(skeleton) ?? [];
			known.push({ position, share });
			keyed.set(skeleton, known);
		}
	return (query) => {
		const own = ownForms(query);
		const order = new Map<number, number>();
		for (const { skeleton, share } of keysOf(own, fromLatin))
			for (const candidate of keyed.get(skeleton) ?? []) {
				const [one, other] = [own.full.length, forms[candidate.position]!.full.length];
				const place = candidateOrder(
					share * candidate.share,
					fromLatin ? other : one,
					fromLatin ? one : other
				);
				order.set(candidate.position, Math.max(place, order.get(candidate.position) ?? -Infinity));
			}
		const nearest = [...order].sort(([, one], [, other]) => other - one).slice(0, candidateLimit);
		return new Map(nearest.map(([position]) => [position, score(own, forms[position]!)]));
	};
}

/** R@1, R@10 and the time of a question; of names with the same score the right one comes last. */
function report(label: string, list: Question[], rank: (query: string) => Map<number, number>): void {
	let [first, tenth] = [0, 0];
	const times: number[] = [];
	for (const { query, answer } of list) {
		const start = performance.now();
		const scores = rank(query);
		times.push(performance.now() - start);
		const own = scores.get(answer);
		if (own === undefined) continue;
		const before = [...scores].filter(([name, other]) => name !== answer && other >= own).length;
		if (before < 1) first++;
		if (before < 10) tenth++;
	}
	times.sort((one, other) => one - other);
	const rate = (count: number) => (count / list.length).toFixed(3);
	const p = (share: number) => `${times[Math.floor(share * (times.length - 1))]!.toFixed(2)} ms`;
	console.log(
		`${label.padEnd(26)} R@1 ${rate(first)}  R@10 ${rate(tenth)}  p50 ${p(0.5)}  p95 ${p(0.95)}  (${list.length} questions)`
	);
}
