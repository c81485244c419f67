import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { openPerson } from '#lib/server/editing/display.ts';
import { exportPerson } from '#lib/server/exchange/person_export.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { jsonFile } from '#lib/server/http/json_file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { actor } = requireRegistrar(event);
	const person = await openPerson(db(), actor, event.params.slug);
	if (!person) error(404, { message: 'problem.not_found' });
	const { account_id } = actor;
	const data = await exportPerson(db(), { person_id: person.id, role: person.role, account_id });
	return jsonFile(data, `person-${person.id}.json`);
};
