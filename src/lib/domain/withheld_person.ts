import { registryId } from './registry_id.ts';

/** More posts than any body has: see `appointments` in the document of an organization. */
const MOST = 2000;
const LAST_NUMBER = 2n ** 35n - 1n;

/** The last ids that there are, which no record ever gets, stand for people who are not named in a post. */
const ids = Array.from({ length: MOST }, (_, index) => registryId(LAST_NUMBER - BigInt(index)));
const known = new Set(ids);

/** The id that stands in a public document for the person of the post at this place. */
export const withheldPerson = (index: number): string => ids[index % MOST]!;

export const isWithheldPerson = (id: string): boolean => known.has(id);
