import type { Match, SearchItem, SearchQuery, SearchResult } from '../search/query.ts';

/** What a list asks of the search; the list itself says of which type. */
export type ListQuery = Omit<SearchQuery, 'type' | 'withFacets'>;

/** What the search found, each with what its card shows. */
export type Listing<Card> = Omit<SearchResult, 'items'> & { items: Listed<Card>[] };
export type Listed<Card> = Card & { match?: Match };

/** The cards of what was found, in its order; one that went out of sight meanwhile is left out. */
export function withCards<Card extends { id: string }>(result: SearchResult, cards: Card[]): Listing<Card> {
	const byId = new Map(cards.map((card) => [card.id, card]));
	const items = result.items.flatMap(({ id, match }) => {
		const card = byId.get(id);
		return card ? [{ ...card, ...(match && { match }) }] : [];
	});
	return { ...result, items };
}

export const idsOf = (items: SearchItem[]): string[] => items.map(({ id }) => id);
