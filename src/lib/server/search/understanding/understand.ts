import { sql } from 'kysely';
import type { Database } from '../../db/connection.ts';
import { articleForms } from '../matching/articles.ts';
import { otherLayout } from '../vocabulary/keyboard.ts';
import { bestLikeness, expand, type ExpandedGroup } from './expansion.ts';
import type { Term } from './term.ts';
import { groupsOf, type QueryGroup } from './groups.ts';

/** A word that nothing answers better than this may have been typed in the other layout. */
const leastMeant = 0.55;

/** Reads a query as it was typed; where the register has none of its words, as it would be in the other keyboard layout. */
export async function understand(db: Database, q: string): Promise<ExpandedGroup[]> {
	const groups = groupsOf(q);
	const typed = await expand(db, groups);
	const isMeant = (group: ExpandedGroup) =>
		group.words.join('').length > 1 && (group.isOptional || bestLikeness(group) > leastMeant);
	if (typed.some(isMeant)) return typed;
	const meant = groupsOf(otherLayout(q) ?? '');
	if (meant.every(({ words }) => words.every(isShort)) || !(await areKnown(db, meant))) return typed;
	const mapped = await expand(db, meant);
	return mapped.map(asLayout);
}

/** Too short to be more than chance. */
const isShort = (word: string): boolean => [...word].length < 4;

async function areKnown(db: Database, groups: readonly QueryGroup[]): Promise<boolean> {
	const words = groups.flatMap((group) => group.words);
	const stems = words.map((word) => articleForms(word));
	const { rows } = await sql<{ key: string }>`
		select distinct key from lexicon_key where kind = 'stem' and key = any(${stems.flat()})`.execute(db);
	const known = new Set(rows.map(({ key }) => key));
	return stems.every((forms) => forms.some((stem) => known.has(stem)));
}

function asLayout(group: ExpandedGroup): ExpandedGroup {
	const relabelled = (term: Term): Term =>
		new Map(
			[...term].map(([word, answer]) => [
				word,
				answer.how === 'exact' ? { ...answer, how: 'layout' } : answer
			])
		);
	return { ...group, alternatives: group.alternatives.map((terms) => terms.map(relabelled)) };
}
