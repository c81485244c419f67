import { showsLess } from '#lib/domain/documents/person.ts';
import { hashToken, inHours } from '../accounts/tokens.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { readRecord } from '../registry/read.ts';
import { knownAs, lockAndRead, setDisplayIn } from './display.ts';
import { asReporter } from './own_links.ts';
import { proposeAll } from './propose.ts';
import type { Refusal } from './refusal.ts';

/** Within which somebody who writes about their own data has an answer (PDPL, implementing regulation, art. 3). */
export const ANSWER_DAYS = 30;

type Done = { done: 'corrected' | 'written' | 'objected' } | Refusal;

export type Correction = {
	/** The names as they should be, by id of the part. */
	names: ReadonlyMap<string, string>;
	/** A name to be known by, to add. */
	known_as?: string | undefined;
	text?: string | undefined;
	submission_key: string;
};

/** Takes what somebody says is wrong about them: other names become a change that waits, words alone a note. */
export async function correctOwn(db: Database, token: string, correction: Correction): Promise<Done> {
	return asReporter(db, token, async (trx, reporter) => {
		const { reporter: id, own_link } = reporter;
		const person = await lockAndRead(trx, 'person', id);
		if (!person) return { refused: 'own_link.over' };
		const { text, submission_key, known_as } = correction;
		const names = person.document.names.map((name) => ({
			...name,
			value: correction.names.get(name.id) ?? name.value
		}));
		const added = known_as ? [knownAs(known_as, partIdOf(submission_key))] : [];
		const after = { ...person.document, names: [...names, ...added] };
		const proposal = { id, base_version: person.version, after, channel: 'form' as const };
		const [outcome] = await proposeAll(trx, reporter, [{ ...proposal, submission_key }]);
		if ('refused' in outcome!) return outcome;
		const isChange = 'waiting' in outcome! && outcome.waiting.length > 0;
		if (text) await noteAnswer(trx, { id, own_link, kind: 'correction', text, submission_key });
		if (!isChange && !text) return { refused: 'own_link.nothing_said', path: 'text' };
		return { done: isChange ? 'corrected' : 'written' };
	});
}

/** The same for a form that is sent twice. */
const partIdOf = (submissionKey: string) => submissionKey.replace(/\W/g, '').slice(0, 8);

/** Takes an objection: the name is not shown from now on, until a registrar has decided. */
export async function objectOwn(
	db: Database,
	token: string,
	{ text, submission_key }: { text: string; submission_key: string }
): Promise<Done> {
	return asReporter(db, token, async (trx, reporter) => {
		const { reporter: id, own_link } = reporter;
		const person = await readRecord(trx, 'person', id);
		if (!person) return { refused: 'own_link.over' };
		if (showsLess('role_only', person.document.display)) {
			const outcome = await setDisplayIn(trx, reporter, id, { display: 'role_only', submission_key });
			if ('refused' in outcome) return outcome;
		}
		await noteAnswer(trx, { id, own_link, kind: 'objection', text, submission_key });
		return { done: 'objected' };
	});
}

/** A form that is sent twice is one note. */
async function noteAnswer(
	trx: DatabaseTransaction,
	note: {
		id: string;
		own_link: string;
		kind: 'correction' | 'objection';
		text: string;
		submission_key: string;
	}
): Promise<void> {
	const { id: record_id, own_link, kind, text, submission_key } = note;
	await trx
		.insertInto('report')
		.values({
			...{ record_id, own_link, kind, text, due_at: inHours(ANSWER_DAYS * 24) },
			token_hash: hashToken(`${kind}/${submission_key}`)
		})
		.onConflict((conflict) => conflict.column('token_hash').doNothing())
		.execute();
}

export type OwnAnswer = {
	id: string;
	kind: string;
	text: string;
	state: string;
	answer: string | null;
	reported_at: Date;
	due_at: Date | null;
};

/** What somebody wrote about their own data, and what became of it, newest first. */
export async function listOwnAnswers(db: Database, personId: string): Promise<OwnAnswer[]> {
	return db
		.selectFrom('report')
		.where('record_id', '=', personId)
		.where('kind', '<>', 'error')
		.select(['id', 'kind', 'text', 'state', 'answer', 'reported_at', 'due_at'])
		.orderBy('reported_at', 'desc')
		.limit(50)
		.execute();
}
