import { db } from '#lib/server/db/pool.ts';
import { listRetired } from '#lib/server/editing/retirement.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRegistrar(event);
	const done = event.url.searchParams.get('done');
	return {
		retired: await listRetired(db()),
		done: done === 'retired' || done === 'returned' ? (done as 'retired' | 'returned') : null
	};
};
