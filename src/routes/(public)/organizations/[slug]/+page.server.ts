import { todayIn } from '#lib/domain/dates.ts';
import { can, organizationsConcerned, roleOf } from '#lib/domain/permissions.ts';
import { db } from '#lib/server/db/pool.ts';
import { readAskedDay } from '#lib/server/asked_day.ts';
import { conferencesOrganizedBy } from '#lib/server/registry/conferences.ts';
import { photosOf } from '#lib/server/registry/images.ts';
import { affiliatesOf, predecessorsOf, sectionsOf } from '#lib/server/registry/organizations.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { findRecord } from '../../find_record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const organization = await findRecord('organization', event);
	const { id, document } = organization;
	const today = todayIn();
	const asked = await readAskedDay(event.url, 'on', 'board.on_error');
	const people = document.appointments.map(({ person }) => person);
	const [reference, affiliates, sections, predecessors, organized, participations, photos] =
		await Promise.all([
			referenceData(db()),
			affiliatesOf(db(), id),
			sectionsOf(db(), id),
			predecessorsOf(db(), id),
			conferencesOrganizedBy(db(), id),
			participationsOf(db(), { organization: id }),
			photosOf(db(), people)
		]);
	const takenPart = new Set(participations.map(({ conference }) => conference.id));
	const saved = event.url.searchParams.get('saved');
	return {
		mayEdit: can(roleOf(event.locals.actor, organizationsConcerned(document)), 'edit'),
		saved: saved === 'now' || saved === 'waiting' ? saved : null,
		...{ organization, reference, affiliates, sections, predecessors, participations, photos },
		organized: organized.filter((conference) => !takenPart.has(conference.id)),
		...{ today, day: asked.day ?? today, asked: asked.form }
	};
};
