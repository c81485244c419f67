import { error, redirect } from '@sveltejs/kit';
import { addressOf } from '#lib/components/text/record_address.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { localPath } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { findPublic, type Found } from '#lib/server/registry/records.ts';

type RecordEvent = { params: { slug: string }; url: URL; locals: App.Locals };

/** The record of a page. A former slug or a permanent id leads on to today's slug, an unknown one is not found. */
export async function findRecord<T extends RecordType>(type: T, event: RecordEvent): Promise<Found<T>> {
	const { slug } = event.params;
	const found = await findPublic(db(), type, slug);
	if (!found) error(404, { message: 'problem.not_found' });
	if ('moved_to' in found) return leadTo(type, found.moved_to, event);
	if (found.slug !== null && found.slug !== slug) return leadTo(type, found.slug, event);
	return found;
}

/** The page below the record's own, and the query, stay as they were asked for. */
function leadTo(type: RecordType, slug: string, { params, url, locals }: RecordEvent): never {
	const address = addressOf({ type, slug: encodeURIComponent(slug) });
	const below = url.pathname.endsWith('/history') && params.slug !== 'history' ? '/history' : '';
	redirect(308, localPath(locals.lang, `${address}${below}${url.search}`));
}
