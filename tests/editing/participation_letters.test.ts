import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ParticipationDocument } from '#lib/domain/documents/participation.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { proposeChange } from '#lib/server/editing/propose.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { answerParticipation } from '#lib/server/editing/standings.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
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
import { lettersToActor } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let team: string;
let gathering: string;
let organizer: string;
let manager: Actor;
let editor: Actor;
let member: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	const named = async (value: string) =>
		(await makeRecord(db, organization({ names: [{ value, lang: 'ar' }] }))).id;
	[organizer, team] = [await named('جمعية الضفاف'), await named('فريق السدرة')];
	gathering = (await makeRecord(db, conference({ organizers: [{ organization: organizer }] }))).id;
	manager = await makeMember(db, organizer);
	editor = await makeMember(db, organizer, 'editor');
	member = await makeMember(db, team);
});

async function add(actor: Actor, organizationId = team, submission_key = submissionKey()): Promise<string> {
	const after = participation({ organization: organizationId, conference: gathering });
	const proposal = { base_version: 0, after, channel: 'form', submission_key } as const;
	const outcome = await proposeChange(db, actor, proposal);
	if (!('id' in outcome)) throw new Error(JSON.stringify(outcome));
	return outcome.id;
}
const say = async (id: string, partial: Partial<ParticipationDocument>) =>
	propose(db, member, await current(db, 'participation', id), partial);
const toldTo = async (actor: Actor) => (await lettersToActor(db, actor)).map(({ template }) => template);

test('whoever manages the organizer is asked about a participation that is added, once', async () => {
	const key = submissionKey();
	await add(member, team, key);
	await add(member, team, key);
	expect(await lettersToActor(db, manager)).toMatchObject([
		{
			template: 'participation_to_answer',
			arguments: {
				organization: { ar: 'فريق السدرة' },
				conference: { ar: 'ملتقى ضفاف' },
				link: expect.stringMatching(/^\/workspace\/conferences\/.+\/participations$/)
			}
		}
	]);
	expect(await toldTo(editor)).toEqual([]);
	expect(await toldTo(member)).toEqual([]);
});

test('of several changes between two answers they hear once', async () => {
	const id = await add(member);
	for (const ar of ['قدّم ورقة', 'قدّم ورقتين']) await say(id, { summary: { ar } });
	expect(await toldTo(manager)).toEqual(['participation_to_answer', 'participation_changed']);
	await answerParticipation(db, editor, {
		...{ submission_key: submissionKey(), participation: id, after: 0, state: 'confirmed' }
	});
	await say(id, { summary: { ar: 'قدّم ثلاث أوراق' } });
	expect((await toldTo(manager)).filter((each) => each === 'participation_changed')).toHaveLength(2);
});

test('what a registrar approves of a participation is told too', async () => {
	const id = await add(member);
	const other = await makeRecord(db, conference({ organizers: [{ organization: organizer }] }));
	await say(id, { conference: other.id });
	expect(await toldTo(manager)).toEqual(['participation_to_answer']);
	const change = db.selectFrom('change').where('record_id', '=', id).where('state', '=', 'waiting');
	const { id: waiting } = await change.select('id').executeTakeFirstOrThrow();
	expect(await approveChange(db, await makeRegistrar(db), waiting)).toMatchObject({ version: 2 });
	expect((await lettersToActor(db, manager)).at(-1)).toMatchObject({
		template: 'participation_changed',
		arguments: { link: `/workspace/conferences/${other.document.slug}/participations` }
	});
});

test('nobody is asked about their own part or words, what was taken back, or what a file says', async () => {
	await add(manager, organizer);
	const both = { ...manager, teams: [...manager.teams, ...member.teams] };
	await add(both);
	const line = { type: 'participation', organization: team, conference: gathering, role: 'spoke' };
	const imported = await importJsonLines(db, JSON.stringify(line), { author: 'register', channel: 'import' });
	expect(imported.errors).toEqual([]);
	expect(await toldTo(manager)).toEqual([]);
	const { id } = await db
		.selectFrom('participation')
		.innerJoin('record', 'id', 'record_id')
		.where('organization', '=', team)
		.where('role', '=', 'spoke')
		.select('id')
		.executeTakeFirstOrThrow();
	await say(id, { withdrawn_on: '2026-01-01' });
	expect(await toldTo(manager)).toEqual([]);
});
