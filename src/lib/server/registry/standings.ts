import type { Database } from '../db/connection.ts';
import { labelsOf, type Label } from './labels.ts';

/** What the organizer of a conference answered to a participation. */
export type Standing = {
	id: string;
	number: number;
	state: 'confirmed' | 'disputed';
	reason: string | null;
	organizer: Label;
	answered_at: Date;
	/** The participation has changed since the organizer answered. */
	has_changed_since: boolean;
};

/** All answers to these participations, by participation, the newest first: that one holds. */
export async function standingsOf(
	db: Database,
	participationIds: readonly string[]
): Promise<Map<string, Standing[]>> {
	if (participationIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('participation_standing as answer')
		.innerJoin('record', 'record.id', 'answer.participation')
		.where('participation', 'in', participationIds)
		.select(['answer.id', 'participation', 'number', 'state', 'reason', 'organizer', 'answered_at'])
		.select(['answer.version', 'record.version as version_now'])
		.orderBy('number', 'desc')
		.execute();
	const labels = await labelsOf(
		db,
		rows.map(({ organizer }) => organizer)
	);
	const standings = new Map<string, Standing[]>();
	for (const { participation, organizer, state, version, version_now, ...row } of rows) {
		if (!labels[organizer]) continue;
		const standing = {
			...row,
			state: state as Standing['state'],
			organizer: labels[organizer],
			has_changed_since: version !== version_now
		};
		standings.set(participation, [...(standings.get(participation) ?? []), standing]);
	}
	return standings;
}
