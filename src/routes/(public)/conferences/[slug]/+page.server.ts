import { can, organizationsConcerned, roleOf } from '#lib/domain/permissions.ts';
import { db } from '#lib/server/db/pool.ts';
import { editionsOf } from '#lib/server/registry/conferences.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { findRecord } from '../../find_record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const conference = await findRecord('conference', event);
	const { id, document } = conference;
	const series = document.kind === 'series' ? id : document.series;
	const [reference, editions, participations] = await Promise.all([
		referenceData(db()),
		series ? editionsOf(db(), series) : [],
		participationsOf(db(), { conference: id })
	]);
	return {
		mayEdit: can(roleOf(event.locals.actor, organizationsConcerned(document)), 'edit'),
		...{ conference, reference, participations },
		editions: editions.filter((edition) => edition.id !== id)
	};
};
