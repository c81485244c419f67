import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table claim (
			id uuid primary key default gen_random_uuid(),
			organization_id text not null references organization on delete cascade,
			account_id uuid not null references account on delete cascade,
			role text not null check (role in ('manager', 'editor')),
			evidence text not null check (length(evidence) between 1 and 2000),
			evidence_url text check (length(evidence_url) <= 2000),
			state text not null default 'waiting' check (state in ('waiting', 'approved', 'returned', 'withdrawn')),
			claimed_at timestamptz not null default now(),
			decided_by uuid references account,
			decided_at timestamptz,
			decision_reason text check (length(decision_reason) <= 1000)
		);
		create unique index claim_waiting on claim (organization_id, account_id) where state = 'waiting';
		create index claim_account_id on claim (account_id);
		create index claim_claimed_at on claim (claimed_at) where state = 'waiting';
	`.execute(db);

	await describe(
		db,
		'claim',
		'Requests of accounts to look after the page of an organization that is on the register.',
		{
			id: 'Id of the claim.',
			organization_id: 'Which organization.',
			account_id: 'Who asks.',
			role: 'As what.',
			evidence: 'How the asker belongs to it, in their words; only those who decide read it.',
			evidence_url: 'Where that can be seen.',
			state: 'Waiting, approved, returned with a reason, or withdrawn by the asker.',
			claimed_at: 'When it was asked.',
			decided_by: 'Who decided: a registrar, or a manager of the organization or of its association.',
			decided_at: 'When that was.',
			decision_reason: 'Why it was returned.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table claim`.execute(db);
}
