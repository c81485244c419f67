import { daysWithin } from '#lib/domain/dates.ts';
import { cleanText, toAsciiDigits } from '#lib/domain/text.ts';
import type { SearchFilters } from '#lib/server/search/query.ts';

const MOST_CHARACTERS = 200;
const MOST_CURSOR = 2000;

/** Years that are written in the Hijri calendar: no organization was founded in the Gregorian 14th century. */
const HIJRI = { first: 1300, last: 1500 };

export const yearFilters = ['founded_from', 'founded_until', 'active_in'] as const;
export type YearFilter = (typeof yearFilters)[number];
export type Years = { [F in YearFilter]?: number };
type TextFilter = Exclude<keyof SearchFilters, YearFilter>;

/** What the address of a page asks for. */
export type Asked<Filter, Sort> = {
	/** Words; undefined where nothing is left of what was typed. */
	q: string | undefined;
	filters: { [F in Filter & TextFilter]?: string };
	/** Gregorian, though a year may be typed in either calendar. */
	years: Years;
	sort: Sort | undefined;
	cursor: string | undefined;
	/** The parameters that the links of the page repeat, as they were typed. */
	params: [name: string, value: string][];
	/** Whether it is the whole list, from its beginning and in any order. */
	isWhole: boolean;
};

/** Reads an address. What the page does not know is passed over, and what is longer than any is cut. */
export function readAsked<Filter extends TextFilter | YearFilter, Sort extends string>(
	{ searchParams }: URL,
	known: readonly Filter[],
	sorts: readonly Sort[] = []
): Asked<Filter, Sort> {
	const read = (name: string) => cleanText((searchParams.get(name) ?? '').slice(0, MOST_CHARACTERS));
	const given = (names: readonly string[]) =>
		names.map((name): [string, string] => [name, read(name)]).filter(([, value]) => value !== '');
	const cursor = searchParams.get('cursor')?.slice(0, MOST_CURSOR) || undefined;
	const narrowing = given(['q', ...known]);
	const sort = sorts.find((name) => name === read('sort'));
	return {
		q: read('q') || undefined,
		filters: Object.fromEntries(given(known.filter((name) => !isYear(name)))) as Asked<
			Filter,
			Sort
		>['filters'],
		years: yearsOf(given(known.filter(isYear))),
		sort,
		cursor,
		params: [...narrowing, ...(sort ? [['sort', sort] as [string, string]] : [])],
		isWhole: narrowing.length === 0 && !cursor
	};
}

export const isYear = (name: string): name is YearFilter => yearFilters.some((year) => year === name);

function yearsOf(given: [name: string, typed: string][]): Years {
	const years = given.map(([name, typed]) => [
		name,
		yearOf(typed, name === 'founded_from' ? 'earliest' : 'latest')
	]);
	return Object.fromEntries(years.filter(([, year]) => year !== undefined));
}

/** A Hijri year touches two Gregorian ones; `edge` says which of them is meant. */
function yearOf(typed: string, edge: 'earliest' | 'latest'): number | undefined {
	const [, digits] = /^(\d{4})\s*[مهM]?ـ?$/.exec(toAsciiDigits(typed)) ?? [];
	const year = Number(digits);
	if (!digits || year < HIJRI.first) return undefined;
	if (year > HIJRI.last) return year;
	return Number(daysWithin(`${digits} AH`)[edge].slice(0, 4));
}
