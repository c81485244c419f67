import * as v from 'valibot';
import { source } from '../documents/common.ts';
import type { OrganizationDocument } from '../documents/organization.ts';
import { typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { rowValues } from './rows.ts';

const fields = ['url', 'publisher', 'title', 'published', 'accessed'] as const;
const { id, url, publisher, title } = source.pipe[0].entries;

/** The sources of a record. What cited one that is taken away cites it no more. */
export const sourcesForm = editorForm({
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
		) as OrganizationDocument['sources'];
		return withoutStrayCitations({ ...document, sources: stated });
	}
});

function withoutStrayCitations(document: OrganizationDocument): OrganizationDocument {
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
