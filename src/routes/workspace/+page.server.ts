import { requireActor } from '#lib/server/http/guard.ts';
import { db } from '#lib/server/db/pool.ts';
import { listOwnProposals } from '#lib/server/editing/proposals.ts';
import { labelsIn, listDecided, listWaiting } from '#lib/server/editing/queue.ts';
import { conferencesKeptBy } from '#lib/server/registry/conferences.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const ids = actor.teams.map((team) => team.organization_id);
	const conferences = await conferencesKeptBy(db(), ids, MOST_CONFERENCES);
	const kept = [...ids, ...conferences.map(({ id }) => id)];
	const [labels, waiting, decided, reference, proposals] = await Promise.all([
		labelsOf(db(), ids),
		kept.length > 0 ? listWaiting(db(), kept) : [],
		listDecided(db(), actor),
		referenceData(db()),
		listOwnProposals(db(), actor.account_id)
	]);
	const organizations = actor.teams.flatMap(({ organization_id, role }) => {
		const label = labels[organization_id];
		return label ? [{ label, role }] : [];
	});
	const mentioned = await labelsIn(db(), [...waiting, ...decided]);
	return {
		...{ organizations, conferences, waiting, decided, mentioned, reference, proposals },
		done: doneOf(event.url)
	};
};

/** The newest of those that the teams keep; the others are found by their pages. */
const MOST_CONFERENCES = 20;

const outcomes = ['joined', 'left', 'proposed'] as const;

function doneOf(url: URL): (typeof outcomes)[number] | undefined {
	return outcomes.find((outcome) => outcome === url.searchParams.get('done'));
}
