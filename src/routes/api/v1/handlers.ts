import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { collectionOf } from '#lib/components/text/record_address.ts';
import { readRegistryId } from '#lib/domain/registry_id.ts';
import { localPath } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { answerSearch, type SearchAnswer } from '#lib/server/exchange/api/answers.ts';
import { operations, type OperationPath } from '#lib/server/exchange/api/operations.ts';
import { readParameters, type Values } from '#lib/server/exchange/api/parameters.ts';
import { findRecord, type Reader } from '#lib/server/exchange/api/records.ts';
import { endpoint } from '#lib/server/http/api.ts';
import { Problem } from '#lib/server/http/problem.ts';
import { findRetired } from '#lib/server/registry/records.ts';
import type { SearchType } from '#lib/server/search/query.ts';

/** Kept, and asked for again each time: what was erased is not read from a cache. */
const REVALIDATED = 'public, no-cache';

/** A page of the records that fit. */
export function listing(path: OperationPath, type?: SearchType): RequestHandler {
	return endpoint(REVALIDATED, async (event) => {
		const values = valuesOf(event, path);
		const body = await answerSearch(db(), type ? { ...values, type } : values, readerOf(event));
		return { body, links: linksOf(event, body) };
	});
}

/** One record; what has another address now leads on to it. */
export function reading(path: OperationPath, type: SearchType): RequestHandler {
	return endpoint(REVALIDATED, async (event) => {
		valuesOf(event, path);
		const found = await findRecord(db(), type, event.params.id!, readerOf(event));
		if (!found) throw await missing(type, event.params.id!);
		if (!('moved_to' in found)) return { body: found };
		const address = `/api/v1/${collectionOf(type)}/${encodeURIComponent(found.moved_to)}`;
		return { moved_to: addressIn(event, address) };
	});
}

async function missing(type: SearchType, asked: string): Promise<Problem> {
	const retired = await findRetired(db(), readRegistryId(asked) ?? asked, type);
	return retired
		? new Problem('Gone', { detail: { message: `retirement_reason.${retired.reason}` } })
		: new Problem('NotFound', { detail: { message: 'api.no_record' } });
}

/** The parameters of a request; a problem if one is wrong. */
export function valuesOf({ url }: RequestEvent, path: OperationPath): Values {
	const read = readParameters(url.searchParams, operations[path].takes);
	if ('errors' in read) throw new Problem('WrongParameter', { errors: read.errors });
	return read.values;
}

export const readerOf = ({ url, locals }: RequestEvent): Reader => ({
	origin: url.origin,
	lang: locals.lang
});

/** Longer addresses are left out: some clients refuse an answer whose headers pass 8 KiB. */
const LONGEST_LINK = 2000;

/** The neighbouring pages, as the whole addresses of the same search (RFC 8288). */
function linksOf({ url }: RequestEvent, { next, previous }: SearchAnswer): Record<string, string> {
	const cursors = Object.entries({ next, prev: previous }).filter(([, cursor]) => cursor !== null);
	const links = cursors.map(([relation, cursor]) => [relation, withCursor(url, cursor!)] as const);
	return Object.fromEntries(links.filter(([, address]) => address.length <= LONGEST_LINK));
}

function withCursor(url: URL, cursor: string): string {
	const page = new URL(url);
	page.searchParams.set('cursor', cursor);
	return page.href;
}

/** An address below the language that was asked for, with the same query. */
function addressIn({ url }: RequestEvent, address: string): string {
	const isEnglish = url.pathname.startsWith('/en/');
	return localPath(isEnglish ? 'en' : 'ar', address) + url.search;
}
