import type { Filter } from '#lib/components/list/Filters.svelte';
import { nameOfCode, type Reference } from '#lib/components/text/reference.ts';
import { regionName } from '#lib/components/text/region_name.ts';
import { displayName } from '#lib/domain/display_name.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import { organizationKinds, organizationStatuses } from '#lib/domain/documents/organization.ts';
import {
	languageOfText,
	nameIn,
	word,
	type CodeList,
	type LocalizedText,
	type Translate
} from '#lib/i18n.ts';
import type { YearFilter, Years } from '../list_query.ts';

type Facet = 'kind' | 'region' | 'city' | 'field' | 'status';
type Named = { id: string; names?: Parameters<typeof displayName>[0] } | undefined;

type Data = {
	listing: { facets: { [F in Facet]?: { value: string; count: number }[] } };
	reference: Reference;
	cities: { name_ar: string; name_en: string }[];
	asked: { years: Years };
	association: Named;
	conference: Named;
};

/** Cities that are shown; the others are found by their names. */
const MOST_CITIES = 12;

/** The filters of organizations, with the values that they can take now. */
export function filtersOf({ listing, reference, cities }: Data, t: Translate, lang: Language): Filter[] {
	const inReaderLanguage = (text: string) => ({ text, lang: languageOfText(text, lang) });
	const wordOf = (list: CodeList, codes: readonly string[]) => (code: string) =>
		inReaderLanguage(codes.includes(code) ? word(t, list, code) : code);
	const cityOf = (name: string) => {
		const city = cities.find(({ name_ar, name_en }) => [name_ar, name_en].includes(name));
		return city ? nameIn(lang, city) : inReaderLanguage(name);
	};
	const filter = (name: Facet, labelOf: (value: string) => LocalizedText, most = Infinity): Filter => {
		const values = (listing.facets[name] ?? []).slice(0, most);
		const options = values.map((facet) => ({ ...facet, label: labelOf(facet.value) }));
		return { name, title: t(`filters.${name}`), options, labelOf };
	};
	return [
		filter('kind', wordOf('organization_kind', organizationKinds)),
		filter('region', (code) => regionName(reference, code, lang)),
		filter('city', cityOf, MOST_CITIES),
		filter('field', (code) => nameOfCode(reference.fields, code, lang)),
		filter('status', wordOf('organization_status', organizationStatuses))
	];
}

/** Filters that an address can set but no list offers: other records, by name, and years. */
export function namedFilters(
	{ association, conference, asked }: Data,
	current: URLSearchParams,
	t: Translate,
	lang: Language
): Filter[] {
	const records = Object.entries({ association, conference }).flatMap(([name, record]) => {
		const value = current.get(name);
		if (!value || !record?.names) return [];
		return [chosen(name as 'association' | 'conference', value, displayName(record.names, lang))];
	});
	const ofYears = Object.entries(asked.years).flatMap(([name, year]) => {
		const value = current.get(name);
		return value ? [chosen(name as YearFilter, value, String(year))] : [];
	});
	return [...records, ...ofYears];

	function chosen(name: 'association' | 'conference' | YearFilter, value: string, text: string): Filter {
		const label = { text, lang: languageOfText(text, lang) };
		return { name, title: t(`filters.chosen_${name}`), options: [{ value, count: 0, label }] };
	}
}
