import { requireActor } from '#lib/server/http/guard.ts';
import { db } from '#lib/server/db/pool.ts';
import { listOwnProposals } from '#lib/server/editing/proposals.ts';
import { listWaiting } from '#lib/server/editing/review.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const ids = actor.teams.map((team) => team.organization_id);
	const [labels, waiting, reference, proposals] = await Promise.all([
		labelsOf(db(), ids),
		ids.length > 0 ? listWaiting(db(), ids) : [],
		referenceData(db()),
		listOwnProposals(db(), actor.account_id)
	]);
	const organizations = actor.teams.flatMap(({ organization_id, role }) => {
		const label = labels[organization_id];
		return label ? [{ label, role }] : [];
	});
	return { organizations, waiting, reference, proposals, done: doneOf(event.url) };
};

const outcomes = ['joined', 'left', 'proposed'] as const;

function doneOf(url: URL): (typeof outcomes)[number] | undefined {
	return outcomes.find((outcome) => outcome === url.searchParams.get('done'));
}
