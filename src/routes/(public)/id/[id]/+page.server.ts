import { redirect } from '@sveltejs/kit';
import { addressOf } from '#lib/components/text/record_address.ts';
import { localPath } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { findAddress } from '#lib/server/registry/records.ts';
import { refuseMissing } from '../../find_record.ts';
import type { PageServerLoad } from './$types';

/** The permanent address of a record leads to where it stands now; that may change, so it is not kept. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await findAddress(db(), params.id.toLowerCase());
	const address = found && addressOf({ type: found.type, slug: encodeURIComponent(found.slug) });
	if (!address) return refuseMissing(params.id.toLowerCase());
	redirect(302, localPath(locals.lang, address));
};
