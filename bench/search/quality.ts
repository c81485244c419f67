import { foldedWords } from '#lib/server/search/indexing/text_words.ts';
import { stemsOf } from '#lib/server/search/matching/stems.ts';
import type { SearchType } from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { folded, questionSets, type QuestionSet } from './questions.ts';
import { Random } from './random.ts';
import type { Register } from './register.ts';

/** Prints how often what was meant is the first result, and among the first ten; and what nonsense finds. */
export async function measureQuality(register: Register, sample: number): Promise<void> {
	console.log('\nQuality (R@1 / R@10)');
	for (const set of await questionSets(register, sample)) await reportSet(register, set);
	await reportNonsense(register);
}

async function reportSet({ db }: Register, { label, asked, questions }: QuestionSet): Promise<void> {
	let [first, tenth, firstMeant, tenthMeant, alone, firstAlone, tenthAlone] = [0, 0, 0, 0, 0, 0, 0];
	for (const { q, type, name, meant } of questions) {
		const { items } = await search(db, { q, type, lang: 'ar', limit: 10 });
		const place = items.findIndex(({ name_ar }) => folded(name_ar) === name);
		if (place === 0) first++;
		if (place >= 0) tenth++;
		else if (process.env.SHOW_MISSES) console.log(`  missed: ${q} → ${name}; found ${items[0]?.name_ar}`);
		const answer = meant ? items.findIndex(({ name_ar }) => holds(name_ar, meant)) : -1;
		if (answer === 0) firstMeant++;
		if (answer >= 0) tenthMeant++;
		if (meant && (await isAlone(db, type, meant))) {
			alone++;
			if (place === 0) firstAlone++;
			if (place >= 0) tenthAlone++;
		}
		if (meant && answer !== 0 && process.env.SHOW_MISSES)
			console.log(`  not first: ${meant.join(' ')} as ${q}; found ${items[0]?.name_ar}`);
	}
	const share = (count: number, whole = questions.length) => (count / whole).toFixed(3);
	console.log(
		`${label.padEnd(42)} ${share(first)} / ${share(tenth)}  (${questions.length} questions${asked && `; to reach ${asked}`})`
	);
	if (!questions.some(({ meant }) => meant)) return;
	console.log(
		`${'  or another name with the words meant'.padEnd(42)} ${share(firstMeant)} / ${share(tenthMeant)}`
	);
	console.log(
		`${'  where no other name holds these words'.padEnd(42)} ${share(firstAlone, alone)} / ${share(tenthAlone, alone)}  (${alone} questions)`
	);
}

/** With or without articles and what is written onto a word. */
const holds = (name: string, words: readonly string[]): boolean => {
	const stems = foldedWords(name).flatMap((word) => stemsOf(word).map(({ stem }) => stem));
	return words.every((word) => stemsOf(word).some(({ stem }) => stems.includes(stem)));
};

/** Whether at most one name holds these words, as they are spelt. */
async function isAlone(db: Register['db'], type: SearchType, words: readonly string[]): Promise<boolean> {
	const { items } = await search(db, { q: words.join(' '), type, lang: 'ar', limit: 10 });
	return items.filter(({ name_ar }) => holds(name_ar, words)).length < 2;
}

const NONSENSE = 500;
const foreign = 'der die und nicht une avec pour les il che per non los una con het een voor'.split(' ');

/** Random letters of both scripts, and words of other languages. */
async function reportNonsense({ db }: Register): Promise<void> {
	const random = new Random(5);
	const letters = { latin: [...'bcdfghjklmnpqrstvwxzaeiou'], arabic: [...'بتثجحخدذرزسشصضطظعغفقكلمنهوي'] };
	const word = (alphabet: string[]) =>
		Array.from({ length: 5 + random.below(6) }, () => random.pick(alphabet)).join('');
	const counts = { nothing: 0, approximate: 0, plain: 0 };
	for (let at = 0; at < NONSENSE; at++) {
		const words = Array.from({ length: 1 + random.below(3) }, () =>
			at % 5 === 0
				? random.pick(foreign) + word(letters.latin)
				: word(at % 2 === 0 ? letters.latin : letters.arabic)
		);
		const { items, is_approximate } = await search(db, { q: words.join(' '), lang: 'ar', limit: 10 });
		counts[items.length === 0 ? 'nothing' : is_approximate ? 'approximate' : 'plain']++;
	}
	console.log(
		`${NONSENSE} nonsense queries: ${counts.nothing} find nothing, ${counts.approximate} are marked approximate, ${counts.plain} are not`
	);
}
