import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { fold, foldTokens } from '#lib/domain/folding.ts';
import { withoutHonorific } from '#lib/domain/person_name.ts';
import type { Database } from '../db/connection.ts';
import { suggest } from '../search/suggest.ts';
import { labelsOf, type Label } from './labels.ts';
import { postsOf, type Post } from './people.ts';

/** Somebody on the register whom a typed name may mean, with the posts by which one knows who it is. */
export type PersonFound = {
	label: Label;
	posts: Post[];
	/** The name is the same but for its spelling: it may be the same person, or another who bears the name. */
	is_same_name: boolean;
};

const MOST = 8;

/**
 * People whom the typed name may mean, the likeliest first; titles before the name are passed over. Where nobody bears
 * all of it, the first and the last word count: the register often knows only those of a long name.
 */
export async function findPeople(db: Database, q: string): Promise<PersonFound[]> {
	const name = withoutHonorific(q);
	const words = foldTokens(name);
	const found = await findMatching(db, name);
	if (found.length > 0 || words.length < 3) return found;
	return findMatching(db, `${words[0]} ${words.at(-1)}`);
}

async function findMatching(db: Database, name: string): Promise<PersonFound[]> {
	const ids = (await suggest(db, { q: name, type: 'person', lang: 'ar', limit: MOST })).map(({ id }) => id);
	if (ids.length === 0) return [];
	const [labels, names] = await Promise.all([labelsOf(db, ids), publicNamesOf(db, ids)]);
	return Promise.all(
		ids.flatMap((id) => {
			const label = labels[id];
			return label ? [withPosts(db, label, isSameName(names.get(id) ?? [], name))] : [];
		})
	);
}

/** Names as they are written: those in the search entry lack what search passes over, such as آل. */
async function publicNamesOf(db: Database, ids: string[]): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('record')
		.where('id', 'in', ids)
		.select(['id', 'public_document'])
		.execute();
	return new Map(
		rows.map(({ id, public_document }) => {
			const { names } = public_document as unknown as PersonDocument;
			return [id, names.map(({ value }) => value)];
		})
	);
}

async function withPosts(db: Database, label: Label, is_same_name: boolean): Promise<PersonFound> {
	return { label, posts: (await postsOf(db, label.id)).slice(0, 3), is_same_name };
}

function isSameName(names: string[], name: string): boolean {
	const typed = withoutSpaces(name);
	return names.some((known) => withoutSpaces(withoutHonorific(known)) === typed);
}

/** عبد الله and عبدالله are one name. */
const withoutSpaces = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');
