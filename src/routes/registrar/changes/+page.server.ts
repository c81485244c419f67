import { db } from '#lib/server/db/pool.ts';
import { listQueue, listSubjects } from '#lib/server/editing/queue.ts';
import { countOpenReports } from '#lib/server/editing/reports.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { filterQuery, readFilter } from './queue_filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireRegistrar(event);
	const { url } = event;
	const filter = readFilter(url, actor.account_id);
	const [queue, subjects, open_reports] = await Promise.all([
		listQueue(db(), filter, Number(url.searchParams.get('page')) || 1),
		listSubjects(db()),
		countOpenReports(db())
	]);
	const asked = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
	const done = url.searchParams.get('done');
	return { queue, subjects, open_reports, asked, query: filterQuery(url), done };
};
