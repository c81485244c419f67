import type { Database } from '../../db/connection.ts';
import { lookUp, type Lookup } from './lexicon_lookup.ts';
import { ownTerm, rewordedTerm, type Term } from './term.ts';

/** Words of a query, and words that others were put into. */
type Words = { own: readonly string[]; reworded: readonly string[] };

/** What answers each of these words and maybe others. `records`: how many there are in all. */
export type Terms = { own: Map<string, Term>; reworded: Map<string, Term>; records: number };

/** Terms of one version of the lexicon. */
type Memory = Terms & { version: string };

const MOST_REMEMBERED = 5000;

/** By the connections: a transaction sees what no other sees. */
const memories = new WeakMap<Database, Memory>();

/**
 * What answers these words. People ask for the same words again and again: what was found is remembered until the
 * lexicon changes, which is asked each time.
 */
export async function readTerms(db: Database, words: Words): Promise<Terms> {
	const known = memories.get(db);
	const lacking = known ? lackingIn(known, words) : words;
	const lookup = await lookUp(db, lacking.own, lacking.reworded);
	if (known && lookup.version === known.version) return remember(db, known, lookup, lacking);
	const all = countOf(lacking) === countOf(words) ? lookup : await lookUp(db, words.own, words.reworded);
	const { records, version } = all;
	return remember(db, { own: new Map(), reworded: new Map(), records, version }, all, words);
}

const countOf = ({ own, reworded }: Words): number => own.length + reworded.length;

const lackingIn = (memory: Memory, { own, reworded }: Words): Words => ({
	own: own.filter((word) => !memory.own.has(word)),
	reworded: reworded.filter((word) => !memory.reworded.has(word))
});

/** A memory never loses a word, for a query may be about to read it; a full one is left to be forgotten whole. */
function remember(db: Database, memory: Memory, { found }: Lookup, words: Words): Memory {
	for (const word of words.own) memory.own.set(word, ownTerm(word, found));
	for (const word of words.reworded) memory.reworded.set(word, rewordedTerm(word, found));
	const isFull = memory.own.size + memory.reworded.size > MOST_REMEMBERED;
	if (isFull) memories.delete(db);
	else memories.set(db, memory);
	return memory;
}
