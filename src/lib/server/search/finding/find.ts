import { sql, type SqlBool } from 'kysely';
import type { Database } from '../../db/connection.ts';
import { identifierLexeme } from '../indexing/lexemes.ts';
import type { SearchType } from '../query.ts';
import { findCandidates, type Candidates } from './candidates.ts';
import { allOf, anyOf, hasWords, type Condition } from './conditions.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import { rank, type Ranked } from '../ranking/ranking.ts';
import { countedBy, type Counting } from './stages.ts';
import { understand } from '../understanding/understand.ts';

/** What a query finds, best first, at most some hundreds. */
export type Found = {
	groups: ExpandedGroup[];
	ranked: Ranked[];
	/** How many there are in all; at least that many where it is not exact. */
	total: number;
	is_total_exact: boolean;
	/** Of all that is found, ranked or not. */
	counting: Counting;
	/** Words of the query that the results do not answer. */
	relaxed: string[];
	is_approximate: boolean;
};

/** Below this share of the query a record has nothing to do with it; below the other it only resembles it. */
const leastAnswered = { shown: 0.25, meant: 0.6 };
/** Where nothing answers the whole query: how much of what the best record answers others must. */
const besideTheBest = 0.7;

/** Finds the records that answer a query under the filters. */
export async function find(db: Database, q: string, filters: readonly Condition[]): Promise<Found> {
	const [groups, numbered] = await Promise.all([understand(db, q), findByIdentifier(db, q, filters)]);
	const candidates = await findCandidates(db, groups, filters);
	const accepted = acceptable(rank(candidates.candidates, groups), candidates);
	const ranked = [...numbered, ...accepted.filter(({ record_id }) => !isAmong(numbered, record_id))];
	const isWhole = candidates.mode === 'all' && numbered.length === 0 && accepted.length > 0;
	const relaxed = isAmong(numbered, ranked[0]?.record_id) ? [] : relaxedWords(groups, candidates, ranked[0]);
	return {
		groups,
		ranked,
		total: isWhole ? candidates.total : ranked.length,
		is_total_exact: isWhole ? candidates.isExact : true,
		counting: isWhole ? candidates : countedBy({ also: [isOneOf(ranked)] }),
		relaxed,
		is_approximate: relaxed.length > 0 || (ranked[0]?.answered ?? 1) < leastAnswered.meant
	};
}

const isAmong = (ranked: readonly Ranked[], id: string | undefined): boolean =>
	ranked.some(({ record_id }) => record_id === id);

const isOneOf = (ranked: readonly Ranked[]): Condition =>
	sql<SqlBool>`search_entry.record_id = any(${ranked.map(({ record_id }) => record_id)})`;

const shortestIdentifier = 3;
const MOST_NUMBERED = 20;

/** Records of which the whole query is the id, a licence or another number. */
async function findByIdentifier(db: Database, q: string, filters: readonly Condition[]): Promise<Ranked[]> {
	const lexeme = identifierLexeme(q.slice(0, 100));
	if (!/\d/.test(lexeme) || lexeme.length < 'id='.length + shortestIdentifier) return [];
	const { rows } = await sql<{ record_id: string; type: SearchType }>`
		select record_id, type from search_entry
		where ${allOf([hasWords('words', anyOf([lexeme])), ...filters])}
		order by record_id limit ${MOST_NUMBERED}`.execute(db);
	return rows.map((row) => ({ ...row, score: 2, answered: 1, groups: [] }));
}

/** What only one word of many leads to, by chance, is no answer. */
function acceptable(ranked: Ranked[], { mode }: Candidates): Ranked[] {
	const best = ranked[0]?.answered ?? 0;
	if (best < leastAnswered.shown) return [];
	return mode === 'all' ? ranked : ranked.filter(({ answered }) => answered >= besideTheBest * best);
}

function relaxedWords(
	groups: readonly ExpandedGroup[],
	{ groups: required, mode }: Candidates,
	best: Ranked | undefined
): string[] {
	if (!best) return [];
	const isAnswered = (group: ExpandedGroup, number: number) =>
		mode === 'any' ? best.groups.includes(number) : required.includes(group);
	return groups
		.filter((group, number) => !group.isOptional && !isAnswered(group, number))
		.map(({ text }) => text);
}
