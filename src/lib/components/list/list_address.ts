/** The query of a list with one parameter set, or taken away; a changed list begins at its first page. */
export function queryWith(current: URLSearchParams, name: string, value: string | undefined): string {
	const params = new URLSearchParams([...current].filter(([key, held]) => key !== 'cursor' && held !== ''));
	if (value === undefined) params.delete(name);
	else params.set(name, value);
	return params.size > 0 ? `?${params}` : '';
}

/** The query with nothing but the words and the order: all filters taken away. */
export function withoutFilters(current: URLSearchParams): string {
	const kept = [...current].filter(([name, held]) => ['q', 'sort'].includes(name) && held !== '');
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
