import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { startEmbedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { connect, type Database } from '#lib/server/db/connection.ts';
import { loadDemo } from '#lib/server/exchange/demo.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { loadReferenceData } from '#lib/server/exchange/seed.ts';
import { readPairs } from '../name_pairs.ts';
import { Random } from './random.ts';

/** A body that is on the register with all that is known of it in Arabic, and what it is called in English. */
export type Planted = { arabic: string; english?: string; record: object };
/** A person whose Arabic name alone is on the register, and a Latin spelling of it. */
export type PlantedPerson = { arabic: string; latin: string };

export type Register = {
	db: Database;
	url: string;
	planted: Planted[];
	people: PlantedPerson[];
	/** Reconnects to a server that was stopped and started again: nothing is in its memory. */
	restart(): Promise<void>;
	close(): Promise<void>;
};

const MOST_PEOPLE = 50_000;

/**
 * A register on `folder` with that many synthetic organizations, the real bodies of the seeds without what is known
 * of them in other languages and, with a file of name pairs, people whose names are drawn from it. What is there is
 * used again.
 */
export async function prepareRegister(folder: string, records: number, pairs?: string): Promise<Register> {
	let server = await startEmbedded({ dataDir: folder });
	const register: Register = {
		db: connect(server.url),
		url: server.url,
		planted: plantedBodies(),
		people: pairs ? plantedPeople(pairs) : [],
		async restart() {
			await register.db.destroy();
			await server.stop();
			server = await startEmbedded({ dataDir: folder });
			register.url = server.url;
			register.db = connect(server.url);
		},
		async close() {
			await register.db.destroy();
			await server.stop();
		}
	};
	await fill(register, records);
	return register;
}

async function fill({ db, planted, people }: Register, records: number): Promise<void> {
	const started = performance.now();
	await migrateToLatest(db);
	await loadReferenceData(db);
	await plant(
		db,
		planted.map(({ record }) => record)
	);
	await plant(
		db,
		people.map(({ arabic }, at) => ({ type: 'person', slug: `planted-${at}`, ...named(arabic) }))
	);
	const { added } = await loadDemo(db, records, { onProgress: progress });
	await sql`analyze`.execute(db);
	const seconds = ((performance.now() - started) / 1000).toFixed(0);
	console.log(
		`${records} synthetic organizations (${added} loaded now), ${planted.length} planted bodies, ${people.length} planted people: ${seconds} s`
	);
}

const named = (value: string) => ({ names: [{ value, lang: 'ar' }] });

async function plant(db: Database, records: object[]): Promise<void> {
	const text = records.map((record) => JSON.stringify(record)).join('\n');
	const report = await importJsonLines(db, text, {
		author: 'register',
		channel: 'import',
		keepsExisting: true
	});
	for (const { line, message } of report.errors.slice(0, 5)) console.error(`planted ${line}: ${message}`);
}

let shown = 0;
function progress(done: number, total: number): void {
	if (done - shown < 50_000) return;
	shown = done;
	console.error(`${done} of ${total}`);
}

type Words = { ar?: string; en?: string };
type SeedRecord = {
	type: string;
	slug: string;
	kind: string;
	status: string;
	founded?: string;
	names: { value: string; lang: string; kind?: string }[];
	summary?: Words;
	place?: { country: string; region?: string; city?: Words };
	fields?: string[];
	sources: object[];
};

function plantedBodies(): Planted[] {
	const lines = ['founding', 'gulf'].flatMap((file) =>
		readFileSync(`db/seeds/${file}.jsonl`, 'utf8').trim().split('\n')
	);
	return lines
		.map((line) => JSON.parse(line) as SeedRecord)
		.filter(({ type }) => type === 'organization')
		.flatMap((record) => {
			const arabic = record.names.find(({ lang }) => lang === 'ar')?.value;
			const english = record.names.find(({ lang }) => lang === 'en')?.value;
			return arabic ? [{ arabic, ...(english && { english }), record: inArabic(record, arabic) }] : [];
		});
}

function inArabic(record: SeedRecord, arabic: string): object {
	const { type, slug, kind, status, founded, summary, place, fields, sources } = record;
	return {
		...{ type, slug: `planted-${slug}`.slice(0, 80), kind, status, founded, fields, sources },
		...named(arabic),
		...(summary?.ar && { summary: { ar: summary.ar } }),
		...(place && { place: { ...place, city: place.city?.ar ? { ar: place.city.ar } : undefined } })
	};
}

/** Given and family names put together at random: three tokens, as Arabic names usually are written. */
function plantedPeople(file: string): PlantedPerson[] {
	const pairs = readPairs(file).filter(({ ar, en }) => ar.length >= 3 && en.length >= 3);
	const random = new Random(7);
	return Array.from({ length: MOST_PEOPLE }, () => {
		const tokens = Array.from({ length: 3 }, () => random.pick(pairs));
		return { arabic: tokens.map(({ ar }) => ar).join(' '), latin: tokens.map(({ en }) => en).join(' ') };
	});
}
