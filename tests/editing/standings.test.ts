import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { mergeRecords } from '#lib/server/editing/merge.ts';
import { answerParticipation, type Answer } from '#lib/server/editing/standings.ts';
import { undoMerger } from '#lib/server/editing/unmerge.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { standingsOf } from '#lib/server/registry/standings.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation } from '../harness/documents.ts';
import {
	current,
	makeMember,
	makeRecord,
	makeRegistrar,
	propose,
	submissionKey
} from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let organizer: string;
let partner: string;
let team: string;
let gathering: string;
let own: string;
let host: Actor;
let member: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	const named = async (value: string) =>
		(await makeRecord(db, organization({ names: [{ value, lang: 'ar' }] }))).id;
	[organizer, partner] = [await named('جمعية الضفاف'), await named('مؤسسة المرافئ')];
	host = await makeMember(db, organizer, 'editor');
	const organizers = [{ organization: partner, role: 'partner' }, { organization: organizer }];
	gathering = (await makeRecord(db, conference({ from: '2024-02', organizers }))).id;
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	team = (await makeRecord(db, organization({ names: [{ value: 'فريق السدرة', lang: 'ar' }] }))).id;
	member = await makeMember(db, team, 'editor');
	own = (await makeRecord(db, participation({ organization: team, conference: gathering }))).id;
});

const answer = (actor: Actor, partial: Partial<Answer> = {}) =>
	answerParticipation(db, actor, {
		...{ submission_key: submissionKey(), participation: own, after: 0, state: 'confirmed' },
		...partial
	});
const standing = async () => (await participationsOf(db, { organization: team }))[0]!.standing;
const emailOf = async ({ account_id }: Actor) =>
	(await db.selectFrom('account').where('id', '=', account_id).select('email').executeTakeFirstOrThrow())
		.email;

test('the organizer confirms, which shows with the participation, and the team is told', async () => {
	expect(await standing()).toBeNull();
	const { id } = (await answer(host)) as { id: string };
	expect(await standing()).toMatchObject({
		...{ id, number: 1, state: 'confirmed', reason: null, has_changed_since: false },
		organizer: { id: organizer }
	});
	const letters = await lettersTo(db, await emailOf(member));
	expect(letters).toMatchObject([{ template: 'participation_confirmed' }]);
	expect(letters[0]!.arguments.link).toMatch(/^\/workspace\/organizations\/.+\/participations$/);
});

test('a dispute has a reason, takes the place of the confirmation, and both are kept', async () => {
	await answer(host);
	expect(await answer(host, { after: 1, state: 'disputed' })).toMatchObject({
		refused: 'organizer_answer.reason_missing'
	});
	const reason = 'لم يكن الفريق بين الحضور.';
	await answer(host, { after: 1, state: 'disputed', reason });
	expect(await standing()).toMatchObject({ number: 2, state: 'disputed', reason });
	const answers = (await standingsOf(db, [own])).get(own)!;
	expect(answers.map(({ state }) => state)).toEqual(['disputed', 'confirmed']);
	const letters = await lettersTo(db, await emailOf(member));
	expect(letters.at(-1)).toMatchObject({
		template: 'participation_disputed',
		arguments: { quote: reason }
	});
});

test('nobody else answers: not the team itself, a partner, another account, nor a registrar', async () => {
	const others = [member, await makeMember(db, partner), await makeMember(db), await makeRegistrar(db)];
	for (const actor of others) expect(await answer(actor)).toEqual({ refused: 'refusal.not_allowed' });
	expect(await standing()).toBeNull();
});

test('a form that is sent twice at once is one answer, with one letter', async () => {
	const submission_key = submissionKey();
	const answers = await Promise.all([answer(host, { submission_key }), answer(host, { submission_key })]);
	expect(answers).toEqual([{ id: submission_key }, { id: submission_key }]);
	expect((await standingsOf(db, [own])).get(own)).toHaveLength(1);
	expect(await lettersTo(db, await emailOf(member))).toHaveLength(1);
});

test('of two colleagues who answer at once the second sees the first', async () => {
	const colleague = await makeMember(db, organizer);
	const answers = await Promise.all([
		answer(host),
		answer(colleague, { state: 'disputed', reason: 'لم نره.' })
	]);
	expect(answers.filter((each) => 'id' in each)).toHaveLength(1);
	expect(answers).toContainEqual({ refused: 'organizer_answer.moved' });
});

test('an answer says so when the participation has changed since', async () => {
	await answer(host);
	const stood = await current(db, 'participation', own);
	await propose(db, member, stood, { summary: { ar: 'قدّم ورقة.' } });
	expect(await standing()).toMatchObject({ state: 'confirmed', has_changed_since: true });
});

test('whoever wrote the participation last does not confirm it, though on both teams', async () => {
	const both = { ...member, teams: [...member.teams, ...host.teams] };
	const stood = await current(db, 'participation', own);
	await propose(db, both, stood, { summary: { ar: 'قدّم ورقة.' } });
	expect(await answer(both)).toEqual({ refused: 'organizer_answer.own_words' });
	expect(await answer(host)).toHaveProperty('id');
});

test('the own participation of an organizer needs no answer, and one that was taken back has none', async () => {
	const theirs = await makeRecord(db, participation({ organization: organizer, conference: gathering }));
	expect(await answer(host, { participation: theirs.id })).toEqual({ refused: 'organizer_answer.own' });
	const stood = await current(db, 'participation', own);
	await propose(db, member, stood, { withdrawn_on: '2024-03-01' });
	expect(await answer(host)).toEqual({ refused: 'refusal.record_gone' });
	expect(await answer(host, { participation: gathering })).toEqual({ refused: 'refusal.record_gone' });
});

test('answers outlive a merge of the organization and its undoing', async () => {
	const registrar = await makeRegistrar(db);
	const twin = await makeRecord(db, organization({ names: [{ value: 'فريق السدر', lang: 'ar' }] }));
	await makeRecord(db, participation({ organization: twin.id, conference: gathering }));
	await answer(host);
	const { version } = await current(db, 'organization', team);
	const merged = await mergeRecords(db, registrar, {
		...{ type: 'organization', kept_id: twin.id, merged_id: team, kept_version: twin.version },
		...{ merged_version: version, chosen: new Set(), reason: 'فريق واحد', submission_key: submissionKey() }
	});
	if (!('merger_id' in merged)) throw new Error(JSON.stringify(merged));
	expect(await participationsOf(db, { organization: twin.id })).toMatchObject([
		{ standing: { state: 'confirmed' } }
	]);
	expect(await undoMerger(db, registrar, merged.merger_id)).toHaveProperty('merged_id');
	expect(await standing()).toMatchObject({ state: 'confirmed' });
});
