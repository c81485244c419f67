import type { RecordType } from '#lib/domain/documents/common.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import { participationSchema } from '#lib/domain/documents/participation.ts';
import * as v from 'valibot';
import type { Actor } from '#lib/domain/permissions.ts';
import { db } from './db/pool.ts';
import { openForEditing, type Editable } from './editing/revise.ts';
import { editorFor, type EditorEvent } from './editor/actions.ts';
import { findPublic } from './registry/records.ts';

/** An editor of the organization in the address. */
export const editorOf = editorFor({
	type: 'organization',
	open: (event, actor, version) => openForEditing(db(), actor, 'organization', event.params.slug, version),
	about: ({ id }) => id!
});

/** An editor of the conference in the address. */
export const conferenceEditorOf = editorFor({
	type: 'conference',
	open: (event, actor, version) => openForEditing(db(), actor, 'conference', event.params.slug, version),
	about: ({ id }) => id!
});

/** An editor of the participation in the address, of the organization before it. */
export const participationEditorOf = editorFor({
	type: 'participation',
	open: openParticipation,
	about: ({ organization }) => organization
});

/** An editor of a new participation of the organization in the conference, both in the address. */
export const newParticipationEditorOf = editorFor({
	type: 'participation',
	open: beginParticipation,
	about: ({ organization }) => organization
});

async function openParticipation(event: EditorEvent, actor: Actor, version?: number) {
	const organization = await openForEditing(db(), actor, 'organization', event.params.slug);
	const found =
		organization && (await openForEditing(db(), actor, 'participation', event.params.id ?? '', version));
	return found?.current.organization === organization?.id ? found : undefined;
}

async function beginParticipation(event: EditorEvent, actor: Actor) {
	const [organization, conference] = await Promise.all([
		openForEditing(db(), actor, 'organization', event.params.slug),
		findPublic(db(), 'conference', event.params.conference ?? '')
	]);
	if (!organization || !conference || 'moved_to' in conference) return undefined;
	if (conference.document.kind === 'series') return undefined;
	const ids = { organization: organization.id, conference: conference.id };
	return begun(v.parse(participationSchema, { type: 'participation', ...ids }));
}

/** A record that is not on the register yet, as an editor opens it. */
const begun = <T extends RecordType>(document: DocumentOf<T>): Editable<T> => ({
	...{ id: '', version: 0, current_version: 0 },
	...{ document, current: document }
});
