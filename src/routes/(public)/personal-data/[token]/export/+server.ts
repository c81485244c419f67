import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { findOwnLink } from '#lib/server/editing/own_links.ts';
import { exportPerson } from '#lib/server/exchange/person_export.ts';
import { jsonFile } from '#lib/server/http/json_file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const person_id = await findOwnLink(db(), params.token);
	const data = person_id && (await exportPerson(db(), { person_id, role: 'reporter', account_id: null }));
	if (!data) error(404, { message: 'problem.not_found' });
	return jsonFile(data, `person-${person_id}.json`);
};
