import type { Database } from '../../db/connection.ts';
import { facetNames, type Match, type SearchFilters, type SearchResult } from '../../search/query.ts';
import { search } from '../../search/search.ts';
import { suggest } from '../../search/suggest.ts';
import type { Values } from './parameters.ts';
import { idNamed, pageOf, publicRecords, type PublicRecord, type Reader } from './records.ts';

export type SearchAnswer = Omit<SearchResult, 'items' | 'facets' | 'are_facets_exact'> &
	Partial<Pick<SearchResult, 'facets' | 'are_facets_exact'>> & {
		items: (PublicRecord & { match?: Match })[];
	};

export type ProposedRecord = Pick<PublicRecord, 'id' | 'type' | 'slug' | 'url'> & {
	name_ar: string;
	name_en: string;
	match?: Match;
};

/** One page of the records that the parameters ask for, each with its whole public document. */
export async function answerSearch(db: Database, values: Values, reader: Reader): Promise<SearchAnswer> {
	const { q, type, sort, limit, cursor, facets: withFacets = false } = values;
	const filters = await filtersOf(db, values);
	const found = await search(db, { q, type, filters, sort, limit, cursor, withFacets, lang: reader.lang });
	const { items, facets, are_facets_exact, total, is_total_exact, ...rest } = found;
	const records = await publicRecords(db, idsOf(items), reader);
	return {
		...{ total, is_total_exact },
		items: items.flatMap(({ id, match }) => {
			const record = records.get(id);
			return record ? [{ ...record, ...(match && { match }) }] : [];
		}),
		...(withFacets && { facets, are_facets_exact }),
		...rest
	};
}

async function filtersOf(db: Database, values: Values): Promise<SearchFilters> {
	const { association, conference, founded_from, founded_until, active_in } = values;
	const coded = facetNames.flatMap((name) =>
		values[name] === undefined ? [] : [[name, String(values[name])]]
	);
	return {
		...Object.fromEntries(coded),
		...(association && { association: await idNamed(db, 'organization', association) }),
		...(conference && { conference: await idNamed(db, 'conference', conference) }),
		...{ founded_from, founded_until, active_in }
	};
}

/** Records whose name begins as what was typed so far, the likeliest first. */
export async function answerSuggest(
	db: Database,
	{ q = '', type, limit }: Values,
	reader: Reader
): Promise<{ items: ProposedRecord[] }> {
	const proposed = await suggest(db, { q, type, lang: reader.lang, limit });
	const items = proposed.map(({ id, type, slug, name_ar, name_en, match }) => ({
		...{ id, type, slug, name_ar, name_en },
		url: pageOf({ id, type, slug }, reader),
		...(match && { match })
	}));
	return { items };
}

const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);
