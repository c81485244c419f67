import { error } from '@sveltejs/kit';
import { longServing, vacanciesOn } from '#lib/domain/board.ts';
import { todayIn } from '#lib/domain/dates.ts';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf, mentionedIn } from '#lib/server/registry/labels.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	const { id, current: document } = editable;
	const [reference, labels] = await Promise.all([
		referenceData(db()),
		labelsOf(db(), [id, ...mentionedIn(document)])
	]);
	const { board_terms, appointments } = document;
	const today = todayIn();
	const saved = event.url.searchParams.get('saved');
	return {
		organization: labels[id]!,
		...{ reference, labels, board_terms, appointments, today },
		vacancies: vacanciesOn(document, today),
		longServing: Object.fromEntries(board_terms.map((term) => [term.id, longServing(document, term.id)])),
		saved: saved === 'now' || saved === 'waiting' ? saved : null
	};
};
