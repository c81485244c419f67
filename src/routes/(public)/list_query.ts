import { cleanText, toAsciiDigits } from '#lib/domain/text.ts';

const MOST_CHARACTERS = 200;

/** What the address of a list asks for: words, filters, order and page. What it does not know is passed over. */
export function readListQuery<Filter extends string, Sort extends string>(
	{ searchParams }: URL,
	filters: readonly Filter[],
	sorts: readonly Sort[]
): { q?: string; sort?: Sort; page: number } & { [F in Filter]?: string } {
	const read = (name: string) => cleanText(searchParams.get(name) ?? '').slice(0, MOST_CHARACTERS);
	const given = ['q', ...filters].map((name) => [name, read(name)]).filter(([, value]) => value !== '');
	const sort = sorts.find((name) => name === read('sort'));
	const page = Number(toAsciiDigits(read('page'))) || 1;
	return { ...Object.fromEntries(given), ...(sort && { sort }), page };
}
