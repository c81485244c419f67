import { describe, expect, test } from 'vitest';
import { conference, organization, participation, person } from '../../../tests/harness/documents.ts';
import { diff } from './change.ts';
import type { RecordDocument } from './documents/document.ts';
import {
	actions,
	can,
	decide,
	organizationsConcerned,
	rightFor,
	roleOf,
	roles,
	speaksFor,
	type Actor,
	type Decision
} from './permissions.ts';
import { registryId } from './registry_id.ts';

const ids = { ours: registryId(1), theirs: registryId(2), parent: registryId(3) };

describe('who may do what', () => {
	const table = `
		                 visitor  account  reporter  editor  manager  registrar
		read_public      yes      yes      yes       yes     yes      yes
		read_members     -        -        -         yes     yes      yes
		read_hidden      -        -        -         -       -        yes
		edit             -        -        -         yes     yes      yes
		edit_at_once     -        -        -         -       -        yes
		manage_team      -        -        -         -       yes      yes
		review           -        -        -         -       -        yes
		create_record    -        -        -         -       -        yes
		propose_record   -        yes      -         yes     yes      yes
		merge            -        -        -         -       -        yes
		retire           -        -        -         -       -        yes
		add_person       -        -        -         yes     yes      yes
		set_display      -        -        yes       yes     yes      yes
		set_photo        -        -        yes       yes     yes      yes
		correct          -        -        yes       -       -        -
		send_own_link    -        -        -         -       yes      yes
		export_person    -        -        yes       -       -        yes
		erase            -        -        -         -       -        yes
		add_participation -       -        -         yes     yes      yes`;
	const [columns, ...rows] = table
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/));

	test('the table names every role and every action', () => {
		expect(columns).toEqual([...roles]);
		expect(rows.map(([action]) => action)).toEqual([...actions]);
	});

	test.each(actions.flatMap((action, row) => roles.map((role, column) => ({ role, action, row, column }))))(
		'$role: $action',
		({ role, action, row, column }) => expect(can(role, action)).toBe(rows[row]![column + 1] === 'yes')
	);
});

describe('what someone is to a record', () => {
	const of = (...teams: Actor['teams']): Actor => ({
		...{ account_id: 'a', display_name: 'سلمى', is_registrar: false },
		teams
	});
	const manager = of({ organization_id: ids.ours, role: 'manager' });

	test.each([
		['nobody who is signed in is a visitor', null, [ids.ours], 'visitor'],
		['an account without a team is nothing to it', of(), [ids.ours], 'account'],
		['a manager is one in the own organization', manager, [ids.ours], 'manager'],
		['and nobody in another', manager, [ids.theirs], 'account'],
		['nor where the record concerns no organization', manager, [], 'account'],
		['an editor is one', of({ organization_id: ids.ours, role: 'editor' }), [ids.ours], 'editor'],
		['one of two organizations is enough', manager, [ids.theirs, ids.ours], 'manager'],
		['a registrar is one everywhere', { ...of(), is_registrar: true }, [], 'registrar']
	] as const)('%s', (_, actor, concerned, role) =>
		expect(roleOf(actor as Actor | null, concerned)).toBe(role)
	);

	test('of two roles the stronger counts, in any order', () => {
		const [editor, chief] = [
			{ organization_id: ids.ours, role: 'editor' as const },
			{ organization_id: ids.parent, role: 'manager' as const }
		];
		expect(roleOf(of(editor, chief), [ids.ours, ids.parent])).toBe('manager');
		expect(roleOf(of(chief, editor), [ids.ours, ids.parent])).toBe('manager');
	});

	test('a section concerns its parent too, a participation the organization, a conference those who organize it', () => {
		const section = organization({ id: ids.ours, part_of: ids.parent });
		expect(organizationsConcerned(section)).toEqual([ids.ours, ids.parent]);
		const at = participation({ organization: ids.ours, conference: ids.theirs, inviter: ids.parent });
		expect(organizationsConcerned(at)).toEqual([ids.ours]);
		const organizers = [
			{ organization: ids.ours },
			{ organization: ids.theirs, role: 'host' },
			{ organization: ids.parent, role: 'sponsor' },
			{ name: { ar: 'لجنة الملتقى' } }
		];
		expect(organizationsConcerned(conference({ organizers }))).toEqual([ids.ours, ids.theirs]);
		expect(organizationsConcerned(conference())).toEqual([]);
		expect(organizationsConcerned(person())).toEqual([]);
	});

	test('who speaks for a body is on its team: a registrar as such is not', () => {
		expect(speaksFor(manager, [ids.theirs, ids.ours])).toBe(ids.ours);
		expect(speaksFor(manager, [ids.theirs])).toBeUndefined();
		expect(speaksFor({ ...of(), is_registrar: true }, [ids.ours])).toBeUndefined();
	});
});

const name = (id: string, kind: string, value = 'فريق غيث') => ({ id, value, lang: 'ar', kind });
const before = organization({ id: ids.ours, names: [name('n1', 'official'), name('n2', 'alias')] });

describe('what a change to an organization needs', () => {
	const changes: [string, Record<string, unknown>, Decision][] = [
		['its kind', { kind: 'association' }, 'review'],
		['its status', { status: 'dissolved' }, 'review'],
		['its slug', { slug: 'ghaith' }, 'review'],
		['the end of it', { dissolved: '2024' }, 'review'],
		['what it belongs to', { affiliations: [{ to: ids.theirs }] }, 'review'],
		['its numbers', { identifiers: [{ scheme: 'SA-NCNP', value: '12' }] }, 'review'],
		['its licences', { licences: [{ number: '12' }] }, 'review'],
		['what it is part of', { part_of: ids.parent }, 'review'],
		['its official name', { names: [name('n1', 'official', 'جمعية غيث'), before.names[1]] }, 'review'],
		[
			'the language of its official name',
			{ names: [{ ...before.names[0], lang: 'en' }, before.names[1]] },
			'review'
		],
		['the official name away', { names: [before.names[1]] }, 'review'],
		['the official name down to an alias', { names: [name('n1', 'alias'), before.names[1]] }, 'review'],
		['an alias up to the official name', { names: [before.names[0], name('n2', 'official')] }, 'review'],
		['one more official name', { names: [...before.names, name('n3', 'official', 'Ghaith')] }, 'review'],
		['an alias', { names: [before.names[0], name('n2', 'alias', 'غيث الخير')] }, 'apply'],
		['an alias away', { names: [before.names[0]] }, 'apply'],
		['one more alias', { names: [...before.names, name('n3', 'alias', 'Ghaith')] }, 'apply'],
		['its summary', { summary: { ar: 'فريق' } }, 'apply'],
		['its place', { place: { country: 'SA' } }, 'apply'],
		['its fields of work', { fields: ['health'] }, 'apply'],
		['its links', { links: [{ kind: 'x', url: 'https://x.com/ghaith' }] }, 'apply'],
		['its contacts', { contacts: [{ kind: 'email', value: 'team@example.org' }] }, 'apply'],
		['its aims', { aims: [{ text: { ar: 'السقيا' } }] }, 'apply'],
		['its founding', { founded: '2014' }, 'apply'],
		['its board', { appointments: [{ person: ids.theirs, position: 'chair' }] }, 'apply'],
		['a board term', { board_terms: [{ number: 2 }] }, 'apply'],
		['its sources', { sources: [{ title: 'خبر' }] }, 'apply'],
		['that it is still right', { confirmed_on: '2026-11-24' }, 'apply']
	];

	test.each(changes)('%s', (_, partial, forManagers) => {
		const { names: _names, ...rest } = before;
		const after = organization({ ...rest, names: before.names, ...partial });
		const operations = diff(before, after);
		expect(operations.length).toBeGreaterThan(0);
		for (const operation of operations) {
			const decisions = roles.map((role) => [role, decide(role, 'organization', before, operation)]);
			expect(Object.fromEntries(decisions)).toEqual({
				visitor: 'refuse',
				account: 'refuse',
				reporter: 'refuse',
				editor: forManagers,
				manager: forManagers,
				registrar: 'apply'
			});
		}
	});
});

describe('what a change to another record needs', () => {
	const at = participation({ organization: ids.ours, conference: ids.theirs });
	const decideAll = (before: RecordDocument, after: RecordDocument) =>
		new Set(diff(before, after).map((operation) => decide('manager', before.type, before, operation)));

	test.each<[string, RecordDocument, RecordDocument, Decision]>([
		['another organization takes part', at, { ...at, organization: ids.parent }, 'review'],
		['it takes part in something else', at, { ...at, conference: ids.parent }, 'review'],
		['what it did there', at, { ...at, summary: { ar: 'شاركت' }, role: 'spoke' }, 'apply'],
		['a delegate', at, participation({ ...at, delegates: [{ person: ids.parent }] }), 'apply'],
		['anything of a conference', conference(), { ...conference(), summary: { ar: 'ملتقى' } }, 'review'],
		['anything of a person', person(), { ...person(), summary: { ar: 'متطوع' } }, 'review']
	])('%s', (_, before, after, decision) => expect(decideAll(before, after)).toEqual(new Set([decision])));
});

test('a new organization or conference waits for a registrar, a participation is the own word of its organization', () => {
	const operation = { path: 'summary/ar', new: 'خبر' };
	const decisions = (type: 'organization' | 'conference' | 'participation' | 'person') =>
		roles.map((role) => decide(role, type, null, operation));
	expect(decisions('organization')).toEqual(['refuse', 'review', 'refuse', 'review', 'review', 'apply']);
	expect(decisions('conference')).toEqual(['refuse', 'review', 'refuse', 'review', 'review', 'apply']);
	expect(decisions('participation')).toEqual(['refuse', 'refuse', 'refuse', 'apply', 'apply', 'apply']);
	expect(decisions('person')).toEqual(['refuse', 'refuse', 'refuse', 'refuse', 'refuse', 'apply']);
});

describe('how much of a person is shown', () => {
	const shown = person({ display: 'known_as' });
	const decisions = (partial: Record<string, unknown>) => {
		const operations = diff(shown, person({ ...shown, ...partial }));
		return operations.flatMap((operation) =>
			roles.map((role) => `${role}: ${decide(role, 'person', shown, operation)}`)
		);
	};
	const nobody = ['visitor: refuse', 'account: refuse'];

	test('less at once, for the person, the team and registrars', () => {
		for (const display of ['role_only', 'withheld'] as const)
			expect(decisions({ display })).toEqual([
				...nobody,
				...['reporter: apply', 'editor: apply', 'manager: apply', 'registrar: apply']
			]);
	});

	test('more once a registrar has looked at it', () => {
		expect(decisions({ display: 'full' })).toEqual([
			...nobody,
			...['reporter: review', 'editor: review', 'manager: review', 'registrar: apply']
		]);
	});

	test('in one post likewise', () => {
		const post = (display?: 'role_only' | 'withheld') =>
			organization({ appointments: [{ id: 'p1', person: ids.theirs, position: 'chair', display }] });
		const decided = (before: RecordDocument, after: RecordDocument) =>
			diff(before, after).map((operation) => decide('editor', 'organization', before, operation));
		expect(decided(post(), post('role_only'))).toEqual(['apply']);
		expect(decided(post('role_only'), post('withheld'))).toEqual(['apply']);
		expect(decided(post('withheld'), post('role_only'))).toEqual(['review']);
		expect(decided(post('role_only'), post())).toEqual(['review']);
	});

	test('a person puts right the own names, and no more than that', () => {
		const corrected = (partial: Record<string, unknown>) =>
			diff(shown, person({ ...shown, ...partial })).map((operation) =>
				decide('reporter', 'person', shown, operation)
			);
		expect(corrected({ names: [{ ...shown.names[0], value: 'سلمان الربيع' }] })).toEqual(['review']);
		expect(corrected({ links: [{ kind: 'x', url: 'https://x.com/salman' }] })).toEqual(['refuse']);
	});
});

describe('a person who is new', () => {
	const named = person({ id: ids.theirs });
	const decisions = (partial: Record<string, unknown>) =>
		new Set(
			diff(null, person({ ...named, ...partial })).map((operation) =>
				decide('editor', 'person', null, operation)
			)
		);

	test('is entered by a team with a name, and is then on the register at once', () => {
		expect(rightFor(named, null)).toBe('add_person');
		expect(decisions({})).toEqual(new Set(['apply']));
		expect(decide('account', 'person', null, { path: 'names/n1', new: {} })).toBe('refuse');
	});

	test('and with nothing else', () => {
		expect(rightFor(person({ ...named, summary: { ar: 'متطوع' } }), null)).toBe('create_record');
		expect(rightFor(person({ ...named, contacts: [{ kind: 'email', value: 'a@b.example' }] }), null)).toBe(
			'create_record'
		);
		expect(decisions({ summary: { ar: 'متطوع' } })).toContain('refuse');
		expect(rightFor(organization(), null)).toBe('propose_record');
		expect(rightFor(conference(), null)).toBe('propose_record');
		expect(rightFor(named, named)).toBe('edit');
	});
});
