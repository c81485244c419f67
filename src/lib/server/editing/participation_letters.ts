import type { ParticipationDocument } from '#lib/domain/documents/participation.ts';
import { organizersOf } from '#lib/domain/permissions.ts';
import { listManagers } from '../accounts/reviewers.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import type { InBoth } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import { labelsOf } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';

type Said = {
	id: string;
	before: ParticipationDocument | null;
	after: ParticipationDocument;
	/** Who said it, and need not be told. */
	said_by: string | null;
};

/**
 * Asks the managers of whoever organized a conference whether an organization took part as it says now. Between two of
 * their answers they hear of one change, however many there are; of their own part nobody is asked.
 */
export async function tellOrganizers(
	trx: DatabaseTransaction,
	{ id, before, after, said_by }: Said
): Promise<void> {
	if (after.withdrawn_on) return;
	const conference = await readRecord(trx, 'conference', after.conference);
	const organizers = conference ? organizersOf(conference.document) : [];
	if (organizers.length === 0 || organizers.includes(after.organization)) return;
	const managers = (await listManagers(trx, organizers)).filter(({ account_id }) => account_id !== said_by);
	const labels = await labelsOf(trx, [after.organization, after.conference]);
	const [organization, gathering] = [labels[after.organization], labels[after.conference]];
	if (!organization || !gathering || managers.length === 0) return;
	const answers = trx.selectFrom('participation_standing').where('participation', '=', id).select('id');
	const number = (await answers.execute()).length;
	const template = before ? ('participation_changed' as const) : ('participation_to_answer' as const);
	const nameOf = (label: typeof organization): InBoth => ({ ar: label.name_ar, en: label.name_en });
	await postLetters(
		trx,
		managers.map(({ account_id, email, language }) => ({
			delivery_key: `${template}:${id}:${number}:${account_id}`,
			...{ recipient: email, language, template },
			arguments: {
				...{ organization: nameOf(organization), conference: nameOf(gathering) },
				link: `/workspace/conferences/${gathering.slug}/participations`
			}
		}))
	);
}
