import { sql } from 'kysely';
import type { AuditedAction } from '#lib/domain/audit.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { hiddenIn } from '#lib/domain/public_view.ts';
import type { Database } from '../db/connection.ts';

export type AuditNote = {
	action: AuditedAction;
	/** Who did it; null for somebody without an account, and for the register itself. */
	account_id: string | null;
	record_id?: string | undefined;
	/** The account that it was done to. */
	subject_id?: string | undefined;
	/** Codes, never names, addresses or texts: an erasure does not look here. */
	detail?: Readonly<Record<string, string | number | readonly string[]>>;
};

/** Writes acts into the audit log, in the transaction that is given. What is older than two years goes. */
export async function noteAudit(db: Database, ...notes: AuditNote[]): Promise<void> {
	if (notes.length === 0) return;
	await sql`delete from audit_entry where at < now() - interval '2 years'`.execute(db);
	const rows = notes.map(({ detail = {}, ...note }) => ({ ...note, detail: JSON.stringify(detail) }));
	await db.insertInto('audit_entry').values(rows).execute();
}

/** Notes that a registrar is shown what the world may not see of a record; within an hour once. */
export async function noteHiddenRead(
	db: Database,
	actor: Actor,
	record_id: string,
	documents: readonly RecordDocument[]
): Promise<void> {
	const shown = [...new Set(documents.flatMap(hiddenIn))].sort();
	if (shown.length === 0 || !can(roleOf(actor), 'read_hidden')) return;
	const { account_id } = actor;
	const lately = await db
		.selectFrom('audit_entry')
		.where('action', '=', 'hidden_read')
		.where('account_id', '=', account_id)
		.where('record_id', '=', record_id)
		.where('at', '>', sql<Date>`now() - interval '1 hour'`)
		.where(sql<boolean>`detail -> 'shown' @> ${JSON.stringify(shown)}::jsonb`)
		.select('id')
		.limit(1)
		.executeTakeFirst();
	if (!lately) await noteAudit(db, { action: 'hidden_read', account_id, record_id, detail: { shown } });
}

export type AuditFilter = {
	action?: AuditedAction | undefined;
	/** E-mail address of who did it, or to whom it was done. */
	account?: string | undefined;
	/** ISO day in Riyadh. */
	day?: string | undefined;
};

export type AuditEntry = {
	id: string;
	at: Date;
	action: AuditedAction;
	account: string | null;
	subject: string | null;
	record_id: string | null;
	detail: Record<string, string | number | string[]>;
};

const PAGE_SIZE = 50;

/** The audit log, newest first; `before` is the last entry of the page before. */
export async function listAudit(
	db: Database,
	{ action, account, day }: AuditFilter,
	before?: string
): Promise<{ entries: AuditEntry[]; next: string | null }> {
	const start = sql<Date>`(${day ?? null}::date)::timestamp at time zone 'Asia/Riyadh'`;
	const rows = await db
		.selectFrom('audit_entry')
		.leftJoin('account', 'account.id', 'audit_entry.account_id')
		.leftJoin('account as subject', 'subject.id', 'audit_entry.subject_id')
		.$if(action !== undefined, (query) => query.where('action', '=', action!))
		.$if(account !== undefined, (query) =>
			query.where(({ or, eb }) =>
				or([eb('account.email', '=', account!), eb('subject.email', '=', account!)])
			)
		)
		.$if(day !== undefined, (query) =>
			query.where('at', '>=', start).where('at', '<', sql<Date>`${start} + interval '1 day'`)
		)
		.$if(before !== undefined, (query) => query.where('audit_entry.id', '<', before!))
		.select(['audit_entry.id', 'at', 'action', 'record_id', 'detail'])
		.select(['account.display_name as account', 'subject.display_name as subject'])
		.orderBy('audit_entry.id', 'desc')
		.limit(PAGE_SIZE + 1)
		.execute();
	const entries = rows.slice(0, PAGE_SIZE) as AuditEntry[];
	return { entries, next: rows.length > PAGE_SIZE ? entries.at(-1)!.id : null };
}
