import { valueAt, type Operation } from './change.ts';
import type { RecordType } from './documents/common.ts';
import type { ConferenceDocument } from './documents/conference.ts';
import type { RecordDocument } from './documents/document.ts';
import { showsLess, type DisplayLevel } from './documents/person.ts';

/** Someone who is signed in. `teams` holds the organizations that the account may act for now. */
export type Actor = {
	account_id: string;
	display_name: string;
	is_registrar: boolean;
	teams: { organization_id: string; role: TeamRole }[];
};

export type TeamRole = 'manager' | 'editor';

/**
 * What someone is to a given organization. An account with no team is a visitor with a name. A reporter is the person of a record, by a link of their own.
 */
export const roles = ['visitor', 'account', 'reporter', 'editor', 'manager', 'registrar'] as const;
export type Role = (typeof roles)[number];

export const actions = [
	'read_public',
	'read_members',
	'read_hidden',
	'edit',
	'edit_at_once',
	'manage_team',
	'review',
	'create_record',
	'propose_record',
	'merge',
	'retire',
	'add_person',
	'set_display',
	'set_photo',
	'correct',
	'send_own_link',
	'export_person',
	'erase',
	'add_participation'
] as const;
export type Action = (typeof actions)[number];

/** The one table of rights: who may do what. */
const allowed: { [A in Action]: readonly Role[] } = {
	read_public: ['visitor', 'account', 'reporter', 'editor', 'manager', 'registrar'],
	read_members: ['editor', 'manager', 'registrar'],
	read_hidden: ['registrar'],
	edit: ['editor', 'manager', 'registrar'],
	edit_at_once: ['registrar'],
	manage_team: ['manager', 'registrar'],
	review: ['registrar'],
	create_record: ['registrar'],
	propose_record: ['account', 'editor', 'manager', 'registrar'],
	merge: ['registrar'],
	/** Out of sight and back: never by an edit of the record. */
	retire: ['registrar'],
	/** The name of somebody who is on a board is public with the post. */
	add_person: ['editor', 'manager', 'registrar'],
	/** Less is shown of a person at once; more, once a registrar has looked at it. */
	set_display: ['reporter', 'editor', 'manager', 'registrar'],
	/** A photo is shown by consent alone: the person's own, or as those say who know them. */
	set_photo: ['reporter', 'editor', 'manager', 'registrar'],
	/** People put right what the register says of themselves. */
	correct: ['reporter'],
	send_own_link: ['manager', 'registrar'],
	export_person: ['reporter', 'registrar'],
	erase: ['registrar'],
	/** An organization says itself where it took part; the organizer of the conference may dispute it. */
	add_participation: ['editor', 'manager', 'registrar']
};

export function can(role: Role, action: Action): boolean {
	return allowed[action].includes(role);
}

/** What the actor is to the organizations that a record is about; the strongest role counts. */
export function roleOf(actor: Actor | null, organizationIds: readonly string[] = []): Role {
	if (!actor) return 'visitor';
	if (actor.is_registrar) return 'registrar';
	const held = actor.teams.filter((team) => organizationIds.includes(team.organization_id));
	if (held.some((team) => team.role === 'manager')) return 'manager';
	return held.length > 0 ? 'editor' : 'account';
}

/** The organizations whose teams may edit the record. */
export function organizationsConcerned(document: RecordDocument): string[] {
	switch (document.type) {
		case 'organization':
			return [document.id, document.part_of].filter((id) => id !== undefined);
		case 'participation':
			return [document.organization];
		case 'conference':
			return organizersOf(document);
		case 'person':
			return [];
	}
}

/** The bodies on the register that answer for a conference; partners and sponsors do not. */
export function organizersOf({ organizers }: ConferenceDocument): string[] {
	return organizers.flatMap(({ organization, role }) =>
		organization && (role === 'organizer' || role === 'host') ? [organization] : []
	);
}

/** The one of these organizations on whose team the actor is; a registrar as such speaks for none. */
export const speaksFor = (actor: Actor, organizationIds: readonly string[]): string | undefined =>
	organizationIds.find((id) => actor.teams.some(({ organization_id }) => organization_id === id));

/** Fields by which others recognize and trust a body: a registrar sees a change of them first. */
const reviewedFields: { [T in RecordType]: ReadonlySet<string> | 'all' } = {
	organization: new Set([
		'kind',
		'status',
		'slug',
		'dissolved',
		'affiliations',
		'identifiers',
		'licences',
		'part_of',
		'successor'
	]),
	participation: new Set(['organization', 'conference']),
	conference: 'all',
	person: 'all'
};

/** What it takes to propose a change of a record, or a record that is new (`before` is null). */
export function rightFor(record: RecordDocument, before: RecordDocument | null): Action {
	if (before) return 'edit';
	return isNameAlone(record) ? 'add_person' : rightToAdd(record.type);
}

/** A person of whom nothing but the names is said. */
function isNameAlone(record: RecordDocument): boolean {
	if (record.type !== 'person' || record.summary) return false;
	const { links, contacts, figures, alternatives, notes, sources } = record;
	return [links, contacts, figures, alternatives, notes, sources].every((list) => list.length === 0);
}

const newPersonFields: ReadonlySet<string> = new Set(['names', 'display', 'slug']);

export type Decision = 'apply' | 'review' | 'refuse';

/** What anyone who is signed in may propose for the register; a registrar decides. */
const proposable: ReadonlySet<RecordType> = new Set(['organization', 'conference']);

function rightToAdd(type: RecordType): Action {
	if (type === 'participation') return 'add_participation';
	return proposable.has(type) ? 'propose_record' : 'create_record';
}

/** Whether an operation on a record by someone in this role is carried out now, waits for a registrar, or is refused. */
export function decide(
	role: Role,
	type: RecordType,
	before: RecordDocument | null,
	operation: Operation
): Decision {
	const isNewPerson =
		before === null && type === 'person' && newPersonFields.has(operation.path.split('/')[0]!);
	const rights = before ? rightsToChange(before, operation) : [isNewPerson ? 'add_person' : rightToAdd(type)];
	if (operation.path.split('/')[0] === 'retired' && !can(role, 'retire')) return 'refuse';
	if (!rights.some((right) => can(role, right as Action))) return 'refuse';
	const isOwnWord = before === null && rightToAdd(type) === 'add_participation';
	if (isNewPerson || isOwnWord || can(role, 'edit_at_once')) return 'apply';
	if (before === null) return 'review';
	return isReviewed(type, before, operation) ? 'review' : 'apply';
}

/** Which of these rights is enough to propose the operation. */
function rightsToChange(before: RecordDocument, { path }: Operation): Action[] {
	if (before.type !== 'person') return ['edit'];
	const field = path.split('/')[0]!;
	return displayFields.has(field) ? ['set_display'] : ['edit', ...correctable(field)];
}

/** What says how much of a person is shown. */
const displayFields: ReadonlySet<string> = new Set(['display', 'display_review_on']);

/**
 * Whether operations say nothing but how much of a person is shown, or by which other name. The bodies in which the person
 * has a post may propose that.
 */
export const isForBodiesOfPerson = (operations: readonly Operation[]): boolean =>
	operations.every((operation) => displayFields.has(operation.path) || addsKnownAs(operation));

const addsKnownAs = ({ path, old, new: name }: Operation): boolean =>
	/^names\/[^/*]+$/.test(path) && old === undefined && hasKind(name, 'known_as');

const correctable = (field: string): Action[] => (['names', 'summary'].includes(field) ? ['correct'] : []);

/**
 * What somebody in this role changes now and what waits for a registrar. A source that is taken away waits with the
 * values that then cite it no more.
 */
export function sortByDecision(
	role: Role,
	type: RecordType,
	before: RecordDocument,
	operations: readonly Operation[]
): { now: Operation[]; later: Operation[] } {
	const waiting = operations.filter((operation) => decide(role, type, before, operation) === 'review');
	const freed = new Set(waiting.flatMap(({ old, path }) => (isCitation(path) ? (old as unknown[]) : [])));
	const waits = (operation: Operation) =>
		waiting.includes(operation) ||
		(operation.new === undefined && freed.has(/^sources\/([^/]+)$/.exec(operation.path)?.[1]));
	return {
		now: operations.filter((operation) => !waits(operation)),
		later: operations.filter(waits)
	};
}

const isCitation = (path: string) => path.endsWith('/sources');

function isReviewed(type: RecordType, before: RecordDocument, operation: Operation): boolean {
	const fields = reviewedFields[type];
	const [field = '', id, value] = operation.path.split('/');
	if (type === 'person' && displayFields.has(field)) return showsMore(operation);
	if (field === 'appointments' && value === 'display') return showsMoreInPost(operation);
	if (fields === 'all' || fields.has(field)) return true;
	if (field !== 'names') return false;
	const kindBefore = valueAt(before, `names/${id}/kind`);
	return kindBefore === 'official' || operation.new === 'official' || hasKind(operation.new, 'official');
}

const showsMore = ({ path, old, new: next }: Operation): boolean =>
	path === 'display' && showsLess((old ?? 'full') as DisplayLevel, (next ?? 'full') as DisplayLevel);

const showsMoreInPost = ({ old, new: next }: Operation): boolean =>
	old !== undefined && (next === undefined || showsLess(old as DisplayLevel, next as DisplayLevel));

const hasKind = (name: unknown, kind: string): boolean =>
	typeof name === 'object' && name !== null && 'kind' in name && name.kind === kind;
