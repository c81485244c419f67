import type { GenericSchema } from 'valibot';
import { conferenceSchema, type ConferenceDocument } from './conference.ts';
import type { RecordType } from './common.ts';
import { organizationSchema, type OrganizationDocument } from './organization.ts';
import { participationSchema, type ParticipationDocument } from './participation.ts';
import { personSchema, type PersonDocument } from './person.ts';

/** A record read whole: the one shape in which it is edited, compared, exchanged and kept in its history. */
export type RecordDocument =
	OrganizationDocument | PersonDocument | ConferenceDocument | ParticipationDocument;

export type DocumentOf<T extends RecordType> = Extract<RecordDocument, { type: T }>;

/** Whether a registrar took the record out of sight. */
export const isRetired = (document: RecordDocument): boolean =>
	'retired' in document && document.retired !== undefined;

export const documentSchemas: { [T in RecordType]: GenericSchema<unknown, DocumentOf<T>> } = {
	organization: organizationSchema,
	person: personSchema,
	conference: conferenceSchema,
	participation: participationSchema
};
