import { db } from '#lib/server/db/pool.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { findRecord } from '../../../find_record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const record = await findRecord('organization', event);
	const [history, reference] = await Promise.all([historyOf(db(), record.id), referenceData(db())]);
	return { record, history, reference };
};
