/** The query of a list with one parameter set, or taken away; a changed list begins at its first page. */
export function queryWith(current: URLSearchParams, name: string, value: string | undefined): string {
	const params = new URLSearchParams([...current].filter(([key, held]) => key !== 'page' && held !== ''));
	if (value === undefined) params.delete(name);
	else params.set(name, value);
	return asQuery(params);
}

/** The query of another page of the same list. */
export function queryOfPage(current: URLSearchParams, page: number): string {
	const params = new URLSearchParams([...current].filter(([, held]) => held !== ''));
	params.delete('page');
	if (page > 1) params.set('page', String(page));
	return asQuery(params);
}

const asQuery = (params: URLSearchParams) => (params.size > 0 ? `?${params}` : '');
