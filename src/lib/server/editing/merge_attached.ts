import { sql } from 'kysely';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import { withdrawFor } from './photos.ts';

type Row = Record<string, unknown>;

/** A row beside a record that a merger moved or closed: the columns that it changed, as they were and as they are since. */
export type Attached = { table: string; key: string; id: string; before: Row; after: Row };

export type Pair = { kept_id: string; merged_id: string };
/** A participation that is folded into another, and the version at which that one stood. */
export type FoldedPair = Pair & { kept_version: number };

/** What goes along whole, and for which rows: the link to a page of one's own that has ended stays where it was. */
const isAll = sql`true`;
const movedWhole = {
	all: [{ table: 'report', key: 'id', column: 'record_id', isMoved: isAll }],
	organization: [
		{
			...{ table: 'confirmation_request', key: 'token_hash', column: 'organization_id' },
			isMoved: sql`confirmed_at is null and expires_at > now()`
		},
		{ table: 'participation_standing', key: 'id', column: 'organizer', isMoved: isAll }
	],
	person: [
		{
			...{ table: 'own_link', key: 'id', column: 'person_id' },
			isMoved: sql`revoked_at is null and expires_at > now()`
		}
	],
	conference: [],
	participation: []
};

/**
 * Moves what hangs on a record to the one that it becomes part of: reports, links, answers, and what waits for one. Of
 * two that ask for the same, one is closed. What was decided long ago stays with the record that goes.
 */
export async function moveAttached(
	trx: DatabaseTransaction,
	kept: RecordDocument,
	merged: RecordDocument
): Promise<Attached[]> {
	const pair = { kept_id: kept.id!, merged_id: merged.id! };
	const whole = [...movedWhole.all, ...movedWhole[kept.type]];
	const attached: Attached[] = [];
	for (const each of whole) attached.push(...(await movesOf(trx, each, pair)));
	if (kept.type === 'organization' && merged.type === 'organization') {
		attached.push(...(await invitationsOf(trx, pair)));
		attached.push(...(await requestsOf(trx, kept, merged)));
	}
	if (kept.type === 'person') attached.push(...(await photosOf(trx, pair)));
	await rewriteAll(trx, attached);
	return attached;
}

/** Claims that wait; of an account that claims both, the claim of the one that goes is closed. */
export async function moveClaims(
	trx: DatabaseTransaction,
	{ kept_id, merged_id }: Pair
): Promise<Attached[]> {
	const { rows } = await sql<{ id: string; is_double: boolean }>`
		select id, exists (select from claim as own where own.organization_id = ${kept_id}
			and own.account_id = claim.account_id and own.state = 'waiting') as is_double
		from claim where organization_id = ${merged_id} and state = 'waiting' for update`.execute(trx);
	const state = 'waiting';
	const attached = rows.map(({ id, is_double }) => ({
		...{ table: 'claim', key: 'id', id },
		before: { organization_id: merged_id, state, decided_at: null },
		after: is_double
			? { organization_id: merged_id, state: 'withdrawn', decided_at: now() }
			: { organization_id: kept_id, state, decided_at: null }
	}));
	await rewriteAll(trx, attached);
	return attached;
}

/** Answers to a participation that is folded, where the other has none, as answers to what that one said; and its reports. */
export async function moveFolded(
	trx: DatabaseTransaction,
	folded: readonly FoldedPair[]
): Promise<Attached[]> {
	const attached: Attached[] = [];
	for (const { kept_id, merged_id, kept_version } of folded) {
		for (const each of movedWhole.all) attached.push(...(await movesOf(trx, each, { kept_id, merged_id })));
		const { rows } = await sql<{ id: string; version: number }>`
			select id, version from participation_standing where participation = ${merged_id}
				and not exists (select from participation_standing where participation = ${kept_id})`.execute(trx);
		attached.push(
			...rows.map(({ id, version }) => ({
				...{ table: 'participation_standing', key: 'id', id },
				before: { participation: merged_id, version },
				after: { participation: kept_id, version: kept_version }
			}))
		);
	}
	await rewriteAll(trx, attached);
	return attached;
}

/** Takes back what `moveAttached` and its like did, last first, as far as nobody has touched it since. */
export async function returnAttached(trx: DatabaseTransaction, attached: readonly Attached[]): Promise<void> {
	await rewriteAll(
		trx,
		attached.toReversed().map((each) => ({ ...each, before: each.after, after: each.before }))
	);
}

type Moving = { table: string; key: string; column: string; isMoved: ReturnType<typeof sql> };

async function movesOf(
	trx: DatabaseTransaction,
	{ table, key, column, isMoved }: Moving,
	{ kept_id, merged_id }: Pair
): Promise<Attached[]> {
	const { rows } = await sql<{ id: string }>`
		select ${sql.ref(key)} as id from ${sql.table(table)}
		where ${sql.ref(column)} = ${merged_id} and ${isMoved} order by 1`.execute(trx);
	return rows.map(({ id }) => ({
		...{ table, key, id },
		...{ before: { [column]: merged_id }, after: { [column]: kept_id } }
	}));
}

/** Of two invitations of one address the one to the stronger role stays open. */
async function invitationsOf(trx: DatabaseTransaction, { kept_id, merged_id }: Pair): Promise<Attached[]> {
	const { rows } = await sql<{ id: string; double_id: string | null; is_stronger: boolean }>`
		select goes.id, stays.id as double_id,
			coalesce(stays.expires_at <= now() or goes.role > stays.role, true) as is_stronger
		from invitation as goes left join invitation as stays
			on stays.organization_id = ${kept_id} and stays.email = goes.email and stays.state = 'waiting'
		where goes.organization_id = ${merged_id} and goes.state = 'waiting' and goes.expires_at > now()
		order by 1`.execute(trx);
	const waiting = { state: 'waiting', settled_at: null };
	const change = (id: string, before: Row, after: Row) => ({
		...{ table: 'invitation', key: 'id', id },
		...{ before: { ...waiting, ...before }, after: { ...waiting, ...after } }
	});
	const revoked = { state: 'revoked', settled_at: now() };
	return rows.flatMap(({ id, double_id, is_stronger }) =>
		is_stronger
			? [
					...(double_id ? [change(double_id, {}, revoked)] : []),
					change(id, { organization_id: merged_id }, { organization_id: kept_id })
				]
			: [change(id, {}, revoked)]
	);
}

type Request = { id: string; organization_id: string; association_id: string; leaving: string | null };

/** Affiliations that one side proposed; those that would be of a body to itself, or are proposed twice, are withdrawn. */
async function requestsOf(
	trx: DatabaseTransaction,
	kept: OrganizationDocument,
	merged: OrganizationDocument
): Promise<Attached[]> {
	const [kept_id, merged_id] = [kept.id!, merged.id!];
	const { rows } = await sql<Request>`
		select id, organization_id, association_id, leaving from affiliation_request
		where state = 'proposed' and (organization_id in (${kept_id}, ${merged_id})
			or association_id in (${kept_id}, ${merged_id})) order by id`.execute(trx);
	const isMoved = ({ organization_id, association_id }: Request) =>
		[organization_id, association_id].includes(merged_id);
	const pairOf = ({ organization_id, association_id }: Request) => `${organization_id}/${association_id}`;
	const standing = new Set(rows.filter((row) => !isMoved(row)).map(pairOf));
	return rows.filter(isMoved).map((row) => {
		const { id, organization_id, association_id, leaving } = row;
		const there = (each: string) => (each === merged_id ? kept_id : each);
		const isIn = (document: OrganizationDocument) =>
			document.affiliations.some((each) => each.id === leaving);
		const moved = {
			...{ id, organization_id: there(organization_id), association_id: there(association_id) },
			leaving: organization_id === merged_id && !(isIn(kept) && isIn(merged)) ? null : leaving
		};
		const isClosed = moved.organization_id === moved.association_id || standing.has(pairOf(moved));
		const before = { organization_id, association_id, leaving, state: 'proposed', answered_at: null };
		const { id: _, ...columns } = moved;
		const after = isClosed ? { state: 'withdrawn', answered_at: now() } : columns;
		return { table: 'affiliation_request', key: 'id', id, before, after: { ...before, ...after } };
	});
}

/**
 * The photo, or that the person withdrew one, where the one that stays has neither. A team's photo goes for good where the
 * person has withdrawn theirs under the other record.
 */
async function photosOf(trx: DatabaseTransaction, { kept_id, merged_id }: Pair): Promise<Attached[]> {
	const rows = await trx
		.selectFrom('photo')
		.where('person_id', 'in', [kept_id, merged_id])
		.select(['id', 'person_id', 'image', 'consent_by', 'withdrawn_by'])
		.execute();
	const [stays, goes] = [kept_id, merged_id].map((id) => rows.find(({ person_id }) => person_id === id));
	if (!goes) return [];
	if (stays?.consent_by === 'team' && goes.withdrawn_by === 'person') await withdrawFor(trx, kept_id);
	if (stays) return [];
	const [before, after] = [{ person_id: merged_id }, { person_id: kept_id }];
	return [{ table: 'photo', key: 'id', id: goes.id, before, after }];
}

async function rewriteAll(trx: DatabaseTransaction, attached: readonly Attached[]): Promise<void> {
	for (const each of attached) await rewrite(trx, each);
}

/** Changes a row that still holds what it held before. */
async function rewrite(trx: DatabaseTransaction, { table, key, id, before, after }: Attached): Promise<void> {
	const columns = sql.join(Object.keys(after).map((column) => sql.ref(column)));
	const empty = sql`null::${sql.table(`public.${table}`)}`;
	const json = (value: Row) => sql`${JSON.stringify(value)}::jsonb`;
	await sql`
		update ${sql.table(table)} as own
		set (${columns}) = (select ${columns} from jsonb_populate_record(${empty}, ${json(after)}))
		where ${sql.ref(key)} = (select ${sql.ref(key)} from jsonb_populate_record(${empty}, ${json({ [key]: id })}))
			and to_jsonb(own) = to_jsonb(jsonb_populate_record(own, ${json(before)}))`.execute(trx);
}

const now = (): string => new Date().toISOString();
