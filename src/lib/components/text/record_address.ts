import type { RecordType } from '#lib/domain/documents/common.ts';

/** What is needed to name a record and to link to it. */
export type Label = { id: string; type: RecordType; slug: string | null; name_ar: string; name_en: string };

const collections = { organization: 'organizations', person: 'people', conference: 'conferences' } as const;

/** The collection of a type of record, as it stands in addresses. */
export const collectionOf = (type: keyof typeof collections) => collections[type];

/** The type of record that a collection of addresses holds; undefined for any other word. */
export function typeOfCollection(word: string): keyof typeof collections | undefined {
	return (Object.keys(collections) as (keyof typeof collections)[]).find(
		(type) => collections[type] === word
	);
}

/** The path of a record's page, without its language; participations have no page of their own. */
export function addressOf({ type, slug }: { type: RecordType; slug: string | null }): string | undefined {
	return type === 'participation' || slug === null ? undefined : `/${collections[type]}/${slug}`;
}
