import { error, redirect } from '@sveltejs/kit';
import { addressOf } from '#lib/components/text/record_address.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { localPath, withoutLanguage } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { findPublic, findRetired, type Found } from '#lib/server/registry/records.ts';

type RecordEvent = { params: { slug: string }; url: URL; locals: App.Locals };

/**
 * The record of a page. A former slug or a permanent id leads on to today's slug, an unknown one is not found;
 * `?at=` on the record's own page leads to what it said on that day.
 */
export async function findRecord<T extends RecordType>(type: T, event: RecordEvent): Promise<Found<T>> {
	const { slug } = event.params;
	const found = await findPublic(db(), type, slug);
	if (!found) return refuseMissing(slug, type);
	if ('moved_to' in found) return leadTo(type, found.moved_to, event);
	if (found.slug !== null && found.slug !== slug) return leadTo(type, found.slug, event);
	if (event.url.searchParams.has('at') && stepsBelow(event.url).length === 0) {
		redirect(302, `${event.url.pathname}/history${event.url.search}`);
	}
	return found;
}

/** Says that nothing is at this address, or that what was there is out of sight and why. */
export async function refuseMissing(asked: string, type?: RecordType): Promise<never> {
	const retired = await findRetired(db(), asked, type);
	if (retired) error(410, { message: 'problem.retired', retired });
	error(404, { message: 'problem.not_found' });
}

/** The page below the record's own, and the query, stay as they were asked for. */
function leadTo(type: RecordType, slug: string, { url, locals }: RecordEvent): never {
	const address = addressOf({ type, slug: encodeURIComponent(slug) });
	const below = stepsBelow(url).map((step) => `/${step}`);
	redirect(308, localPath(locals.lang, `${address}${below.join('')}${url.search}`));
}

/** `/organizations/{slug}/history/3` is the steps `history`, `3` below the record. */
const stepsBelow = (url: URL): string[] => withoutLanguage(url.pathname).split('/').slice(3).filter(Boolean);
