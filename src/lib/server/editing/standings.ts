import type { Language } from '#lib/domain/documents/common.ts';
import { organizersOf, speaksFor, type Actor } from '#lib/domain/permissions.ts';
import { listTeamReaders } from '../accounts/reviewers.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import type { InBoth } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import { labelsOf } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** What the team of an organizing body says of a participation. */
export type Answer = {
	submission_key: string;
	participation: string;
	/** How many answers there were when this one was made. */
	after: number;
	state: 'confirmed' | 'disputed';
	reason?: string | undefined;
};

/**
 * Confirms or disputes a participation in the name of the organizer of the conference, and tells the team of the
 * organization. Sent twice it is one answer; a later answer takes the place of an earlier one, which is kept. Nobody
 * answers to a participation of the organizer itself, nor to what they wrote last themselves.
 */
export async function answerParticipation(
	db: Database,
	actor: Actor,
	answer: Answer
): Promise<{ id: string } | Refusal> {
	try {
		return await db.transaction().execute((trx) => record(trx, actor, answer));
	} catch (error) {
		return refusalOf(error);
	}
}

async function record(
	trx: DatabaseTransaction,
	actor: Actor,
	answer: Answer
): Promise<{ id: string } | Refusal> {
	const { submission_key: id, state, reason } = answer;
	if (state === 'disputed' && !reason) return { refused: 'organizer_answer.reason_missing', path: 'reason' };
	await trx.selectFrom('record').where('id', '=', answer.participation).forUpdate().select('id').execute();
	const participation = await readRecord(trx, 'participation', answer.participation);
	if (!participation || participation.document.withdrawn_on) return { refused: 'refusal.record_gone' };
	const { organization, conference } = participation.document;
	const held = await readRecord(trx, 'conference', conference);
	const organizers = held ? organizersOf(held.document) : [];
	const organizer = speaksFor(actor, organizers);
	if (!organizer) return { refused: 'refusal.not_allowed' };
	if (organizers.includes(organization)) return { refused: 'organizer_answer.own' };

	const { last = 0, repeated } = await earlierAnswers(trx, answer);
	if (repeated) return { id };
	if (last !== answer.after) return { refused: 'organizer_answer.moved' };
	if ((await lastEditor(trx, participation)) === actor.account_id)
		return { refused: 'organizer_answer.own_words' };
	const { version } = participation;
	await trx
		.insertInto('participation_standing')
		.values({
			...{ id, participation: participation.id, number: last + 1, version, state, organizer },
			...{ reason: reason ?? null, answered_by: actor.account_id }
		})
		.execute();
	await tellTeam(trx, answer, { organization, conference, organizer });
	return { id };
}

async function earlierAnswers(
	trx: DatabaseTransaction,
	{ participation, submission_key }: Answer
): Promise<{ last?: number; repeated?: boolean }> {
	const rows = await trx
		.selectFrom('participation_standing')
		.where('participation', '=', participation)
		.select(['id', 'number'])
		.orderBy('number', 'desc')
		.execute();
	const [newest] = rows;
	return { ...(newest && { last: newest.number }), repeated: rows.some(({ id }) => id === submission_key) };
}

async function lastEditor(
	trx: DatabaseTransaction,
	{ id, version }: { id: string; version: number }
): Promise<string | null | undefined> {
	const revision = trx
		.selectFrom('revision')
		.innerJoin('change', 'change.id', 'revision.change_id')
		.where('revision.record_id', '=', id)
		.where('version', '=', version)
		.select('proposed_by');
	return (await revision.executeTakeFirst())?.proposed_by;
}

async function tellTeam(
	trx: DatabaseTransaction,
	{ submission_key, state, reason }: Answer,
	about: { organization: string; conference: string; organizer: string }
): Promise<void> {
	const [readers, labels] = await Promise.all([
		listTeamReaders(trx, about.organization),
		labelsOf(trx, Object.values(about))
	]);
	const nameOf = (id: string): InBoth => ({ ar: labels[id]?.name_ar ?? '', en: labels[id]?.name_en ?? '' });
	await postLetters(
		trx,
		readers.map(({ account_id, email, language }) => ({
			delivery_key: `participation_${state}:${submission_key}:${account_id}`,
			recipient: email,
			language: language as Language,
			template: `participation_${state}` as const,
			arguments: {
				organization: nameOf(about.organization),
				conference: nameOf(about.conference),
				organizer: nameOf(about.organizer),
				link: `/workspace/organizations/${labels[about.organization]?.slug}/participations`,
				...(reason && { quote: reason })
			}
		}))
	);
}
