import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { findReport } from '#lib/server/editing/reports.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const report = await findReport(db(), params.token);
	if (!report) error(404, { message: 'problem.not_found' });
	// Whoever has the address reads the report: it goes into no cache, and along to no other site.
	setHeaders({ 'cache-control': 'no-store' });
	return { report };
};
