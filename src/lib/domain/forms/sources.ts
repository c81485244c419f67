import * as v from 'valibot';
import { source } from '../documents/common.ts';
import type { ConferenceDocument } from '../documents/conference.ts';
import type { RecordDocument } from '../documents/document.ts';
import type { OrganizationDocument } from '../documents/organization.ts';
import type { ParticipationDocument } from '../documents/participation.ts';
import { typedDate } from './date.ts';
import { formsFor } from './editor_form.ts';
import { rowValues } from './rows.ts';

const fields = ['url', 'publisher', 'title', 'published', 'accessed'] as const;
const { id, url, publisher, title } = source.pipe[0].entries;

/** The sources of a record. What cited one that is taken away cites it no more. */
const formOfSources = <Document extends RecordDocument>() =>
	formsFor<Document>()({
		entries: {
			sources: v.pipe(
				v.optional(
					v.array(v.object({ id, url, publisher, title, published: typedDate, accessed: typedDate })),
					[]
				),
				v.maxLength(200, 'error.too_many')
			)
		},
		rows: { sources: ['url', 'publisher', 'title'] },
		values: ({ sources }) => rowValues('sources', sources, fields),
		after: (document, { sources }) => {
			const stated = sources.map((row) =>
				Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
			) as RecordDocument['sources'];
			return withoutStrayCitations({ ...document, sources: stated });
		}
	});

export const sourcesForm = formOfSources<OrganizationDocument>();
export const conferenceSourcesForm = formOfSources<ConferenceDocument>();
export const participationSourcesForm = formOfSources<ParticipationDocument>();

function withoutStrayCitations<Document extends RecordDocument>(document: Document): Document {
	const known = new Set(document.sources.map(({ id }) => id));
	const kept = (ids: string[]) => ids.filter((id) => known.has(id));
	const lists = Object.entries(document).flatMap(([list, parts]) =>
		list !== 'sources' && isPartList(parts)
			? [[list, parts.map((part) => ({ ...part, sources: kept(part.sources) }))]]
			: []
	);
	const cited = Object.entries(document.cited).map(([field, ids]) => [field, kept(ids)] as const);
	return {
		...document,
		...Object.fromEntries(lists),
		cited: Object.fromEntries(cited.filter(([, ids]) => ids.length > 0))
	};
}

const isPartList = (value: unknown): value is { sources: string[] }[] =>
	Array.isArray(value) && value.some((part) => typeof part === 'object' && part !== null);
