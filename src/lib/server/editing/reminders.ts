import { sql } from 'kysely';
import { displayDate } from '#lib/domain/calendar_display.ts';
import { daysWithin, todayIn } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../db/connection.ts';
import type { Template } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import { labelsOf } from '../registry/labels.ts';

/** Days before the end of a term or a licence in which its managers are told. */
const NOTICE_DAYS = 60;

const kinds = [
	{ table: 'board_term', template: 'term_ends', page: 'board' },
	{ table: 'licence', template: 'licence_ends', page: 'licences' }
] as const satisfies { table: string; template: Template; page: string }[];

/** Tells managers, once for each, that the board's term or a licence of their organization ends soon. Returns how many mails that made. */
export async function remindOfEnds(db: Database, today = todayIn()): Promise<number> {
	let count = 0;
	for (const kind of kinds) count += await remindOf(db, kind, today);
	return count;
}

type Ending = {
	organization_id: string;
	id: string;
	until: string;
	account_id: string;
	email: string;
	language: Language;
};

async function remindOf(
	db: Database,
	{ table, template, page }: (typeof kinds)[number],
	today: string
): Promise<number> {
	const { rows } = await sql<Ending>`
		select part.record_id as organization_id, part.id, part.until, account.id as account_id, email, language
		from ${sql.table(table)} as part
		join organization on organization.record_id = part.record_id and status <> 'dissolved'
		join record on record.id = part.record_id and visibility = 'public' and merged_into is null
		join team_member on team_member.organization_id = part.record_id and team_member.role = 'manager'
			and (ends_at is null or ends_at > now())
		join account on account.id = account_id and disabled_at is null
		where part.until is not null
		order by part.record_id, part.id, account.id`.execute(db);
	const due = rows.filter(({ until }) => isNear(daysWithin(until).latest, today));
	const labels = await labelsOf(
		db,
		due.map(({ organization_id }) => organization_id)
	);
	const letters = due.flatMap(({ organization_id, id, until, account_id, email, language }) => {
		const label = labels[organization_id];
		if (!label) return [];
		return {
			delivery_key: `${template}:${organization_id}:${id}:${until}:${account_id}`,
			recipient: email,
			language,
			template,
			arguments: {
				organization: { ar: label.name_ar, en: label.name_en },
				day: { ar: displayDate(until, 'ar'), en: displayDate(until, 'en') },
				link: `/workspace/organizations/${label.slug}/${page}`
			}
		};
	});
	await db.transaction().execute((trx) => postLetters(trx, letters));
	return letters.length;
}

function isNear(last: string, today: string): boolean {
	const days = (Date.parse(last) - Date.parse(today)) / 86_400_000;
	return days >= 0 && days <= NOTICE_DAYS;
}
