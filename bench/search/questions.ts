import { sql } from 'kysely';
import { articleForms } from '#lib/server/search/matching/articles.ts';
import { foldedWords } from '#lib/server/search/indexing/text_words.ts';
import type { SearchType } from '#lib/server/search/query.ts';
import { isGeneric } from '#lib/server/search/vocabulary/vocabulary.ts';
import { evenly, Random } from './random.ts';
import type { Register } from './register.ts';

/** What is typed, and the folded name that should be found. */
export type Question = {
	q: string;
	type: SearchType;
	name: string;
	/** The words that were meant by those that are typed, where any name that holds them answers as well. */
	meant?: string[];
};
export type QuestionSet = { label: string; asked: string; questions: Question[] };

/** Quality is asked for the planted; speed also for what many records have. */
export async function questionSets(
	{ db, planted, people }: Register,
	sample: number
): Promise<QuestionSet[]> {
	const random = new Random(11);
	const uses = await readUses(db);
	const drawn = evenly(people, sample);
	const bodies = (
		label: string,
		asked: string,
		typed: (name: string) => { q: string; meant?: string[] }[],
		names = planted.map(({ arabic }) => arabic)
	): QuestionSet => ({
		label,
		asked,
		questions: names.flatMap((name) =>
			typed(name).map((question) => ({ ...question, type: 'organization' as const, name: folded(name) }))
		)
	});
	return [
		bodies('Arabic, as written', '', (q) => [{ q }]),
		bodies('Arabic, folded by hand', '', (name) => [{ q: lazily(name) }]),
		bodies('two rarest words, no article, one typo', '.95 / 1.0', (name) => twoRarest(name, uses, random)),
		bodies(
			'the same, of names of the pool',
			'',
			(name) => twoRarest(name, uses, random),
			await readNames(db, sample)
		),
		{
			label: 'English translation',
			asked: '.80 / .92',
			questions: planted.flatMap(({ arabic, english }) =>
				english ? [{ q: english, type: 'organization' as const, name: folded(arabic) }] : []
			)
		},
		{
			label: 'full names of people, Latin',
			asked: '.98 / 1.0',
			questions: drawn.map(({ arabic, latin }) => ({ q: latin, type: 'person', name: folded(arabic) }))
		}
	].filter(({ questions }) => questions.length > 0) as QuestionSet[];
}

export const folded = (name: string): string => foldedWords(name).join(' ');

/** Arabic names of the pool, at random, and always the same. */
async function readNames(db: Register['db'], count: number): Promise<string[]> {
	const { rows } = await sql<{ name_ar: string }>`
		select name_ar from search_entry where type = 'organization' and name_ar ~ '[ا-ي]'
		order by md5(record_id) limit ${count}`.execute(db);
	return rows.map(({ name_ar }) => name_ar);
}

/** In how many names of organizations a word is, with or without its article. */
type Uses = ReadonlyMap<string, number>;

async function readUses(db: Register['db']): Promise<Uses> {
	const { rows } = await sql<{ word: string; uses: number }>`
		select word, count(*)::int as uses
		from search_entry cross join lateral string_to_table(replace(names, E'\\n', ' '), ' ') as word
		where type = 'organization' group by word`.execute(db);
	const all = new Map<string, number>();
	for (const { word, uses } of rows) {
		const bare = articleForms(word).at(-1)!;
		all.set(bare, (all.get(bare) ?? 0) + uses);
	}
	return all;
}

/** Without hamza and dots of the last letter, as people type in a hurry. */
const lazily = (name: string): string =>
	name
		.replace(/[أإآ]/g, 'ا')
		.replace(/ة(?!\p{L})/gu, 'ه')
		.replace(/ى(?!\p{L})/gu, 'ي')
		.replace(/[ًٌٍَُِّْ]/g, '');

/** So many mistypings of each name that one of them says little. */
const TYPOS = 5;

function twoRarest(name: string, uses: Uses, random: Random): { q: string; meant: string[] }[] {
	const words = foldedWords(name)
		.filter((word) => word.length >= 3 && !/\d/.test(word))
		.map((word) => asTyped(word, uses));
	const rarest = words.toSorted((one, other) => usesOf(one, uses) - usesOf(other, uses)).slice(0, 2);
	if (rarest.length < 2) return [];
	const meant = words.filter((word) => rarest.includes(word));
	const longest = meant.reduce((one, other) => (other.length > one.length ? other : one));
	return Array.from({ length: TYPOS }, () => ({
		q: meant.map((word) => (word === longest ? withTypo(word, random) : word)).join(' '),
		meant
	}));
}

/** Without the article, and without a preposition that is joined to a commoner word: قطيف of بالقطيف, اسعادهم of لاسعادهم. */
function asTyped(word: string, uses: Uses): string {
	const bare = articleForms(word).at(-1)!;
	const rest = /^[بل](.{3,})$/u.exec(bare)?.[1];
	return rest !== undefined && usesOf(rest, uses) > usesOf(bare, uses) ? rest : bare;
}

const usesOf = (bare: string, uses: Uses): number => uses.get(bare) ?? 0;

const letters = [...'ابتجحدرسشعفقكلمنهوي'];

/** One letter is changed, left out, doubled or swapped with its neighbour. */
export function withTypo(word: string, random: Random): string {
	if (word.length < 4) return word;
	const place = 1 + random.below(word.length - 2);
	const own = [...word];
	switch (random.below(4)) {
		case 0:
			return own.toSpliced(place, 1, random.pick(letters)).join('');
		case 1:
			return own.toSpliced(place, 1).join('');
		case 2:
			return own.toSpliced(place, 0, own[place]!).join('');
		default:
			return own.toSpliced(place, 2, own[place + 1]!, own[place]!).join('');
	}
}

/** Queries of each kind as people type them, drawn from the names that are on the register. */
export async function typedQueries({ db }: Register, sample: number): Promise<Record<string, string[]>> {
	const random = new Random(23);
	const { rows } = await sql<{ name_ar: string; name_en: string }>`
		select name_ar, name_en from search_entry where type = 'organization' order by record_id limit ${20 * sample}`.execute(
		db
	);
	const names = evenly(rows, sample);
	const arabic = names.map(({ name_ar }) => foldedWords(name_ar).filter((word) => !isGeneric(word)));
	const latin = names.filter(({ name_en }) => /[a-z]/i.test(name_en));
	const some = (words: string[], count: number) => {
		const start = random.below(Math.max(1, words.length - count + 1));
		return words.slice(start, start + count);
	};
	return {
		'Arabic, two words': arabic.map((words) => some(words, 2).join(' ')),
		'Arabic, one typo': arabic.map((words) => {
			const [first = '', ...more] = some(words, 2);
			return [withTypo(first, random), ...more].join(' ');
		}),
		'Arabic, one word': arabic.map((words) => some(words, 1).join(' ')),
		Latin: latin.map(({ name_en }) =>
			some(
				foldedWords(name_en).filter((word) => !isGeneric(word)),
				2
			).join(' ')
		)
	};
}

/** Queries that somebody who wants to keep the register busy might send. */
export async function unkindQueries({ db }: Register): Promise<string[]> {
	const random = new Random(31);
	const { rows } = await sql<{ word: string }>`
		select word from lexicon where word !~ '[=#+]' and length(word) >= 4 order by uses desc, word limit 4000`.execute(
		db
	);
	const words = rows.map(({ word }) => word);
	const common = words.filter((word) => !isGeneric(word)).slice(0, 60);
	const some = (from: string[], count: number) => Array.from({ length: count }, () => random.pick(from));
	return [
		...common.slice(0, 15),
		...common.slice(0, 15).map((word) => withTypo(word, random)),
		...common.slice(0, 10).map((word) => word.slice(0, 2)),
		...Array.from({ length: 10 }, () => some(common, 2).join(' ')),
		...Array.from({ length: 10 }, () => some(common, 12).join(' ')),
		...Array.from({ length: 10 }, () =>
			some(common, 12)
				.map((word) => withTypo(word, random))
				.join(' ')
		),
		...Array.from({ length: 10 }, () => some(words, 12).join(' ')),
		...Array.from({ length: 5 }, () => some(words, 200).join(' ')),
		...[
			'ا',
			'ل',
			'a',
			'جمعية',
			'جمعية خيرية تطوعية',
			'في من على',
			'& | ! ( )',
			'!!!',
			'ا ب ت ث ج ح خ د ذ ر ز س'
		],
		'ا'.repeat(10_000),
		'x'.repeat(10_000)
	];
}
