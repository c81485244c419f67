import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEntries } from '#lib/domain/documents/common.ts';
import { documentSchemas } from '#lib/domain/documents/document.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { createTestDatabase, type TestDatabase } from './harness/database.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const dataModel = read('docs/data-model.md');
const documents = globSync(['*.md', 'docs/**/*.md', 'db/**/*.md'], { cwd: root });

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the diagram shows every table, no other, and only columns that there are', async () => {
	const tables = await columnsByTable();
	const drawn = tablesOfDiagram(block('mermaid'));
	expect([...drawn.keys()].sort()).toEqual([...tables.keys()].sort());
	for (const [table, columns] of drawn)
		expect(tables.get(table), table).toEqual(expect.arrayContaining(columns));
});

test('the relations of the diagram are between its tables', () => {
	const related = [...block('mermaid').matchAll(/^\s*(\w+) [|}o]+--[|{o]+ (\w+) :/gm)];
	const tables = new Set(tablesOfDiagram(block('mermaid')).keys());
	expect(related.length).toBeGreaterThan(0);
	for (const [relation, from, to] of related) {
		expect(tables.has(from!) && tables.has(to!), relation).toBe(true);
	}
});

test('the tables of the import format have every key of the schemas and no other, and say which are required', () => {
	expect(keysInDocument()).toEqual(keysOfSchemas());
});

test('the example is imported without errors, and a second time changes nothing', async () => {
	const example = block('jsonl');
	const records = example.split('\n').filter((line) => !line.includes('"type":"board_term"'));
	const options = { author: 'register', channel: 'import' } as const;
	const nothing = { added: 0, changed: 0, unchanged: 0, waiting: 0, errors: [] };
	expect(await importJsonLines(database.db, example, options)).toEqual({ ...nothing, added: records.length });
	expect(await importJsonLines(database.db, example, options)).toEqual({
		...nothing,
		unchanged: records.length
	});
});

test('the example shows every type of line', () => {
	const types = block('jsonl')
		.split('\n')
		.map((line) => JSON.parse(line).type);
	expect([...new Set(types)].sort()).toEqual([...Object.keys(documentSchemas), 'board_term'].sort());
});

test.each(documents)('%s names npm scripts that exist', (file) => {
	const { scripts } = JSON.parse(read('package.json'));
	const named = [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
		([, run, own]) => run ?? own
	);
	expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test.each(documents)('%s leads to files that exist', (file) => {
	const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
	const local = links.filter((link) => !/^(https?:|#)/.test(link));
	const missing = local.filter(
		(link) => !existsSync(path.join(root, path.dirname(file), link.split('#')[0]!))
	);
	expect(missing).toEqual([]);
});

test.each(documents)('%s names files that exist', (file) => {
	const named = [...read(file).matchAll(/`((?:src|db|tests|scripts|messages|docs)\/[^`\s]*)`/g)].map(
		([, name]) => name!
	);
	const missing = named.filter((name) => !/[{*]/.test(name) && !existsSync(path.join(root, name)));
	expect(missing).toEqual([]);
});

/** The text of the one fenced block in a language. */
function block(language: string): string {
	const found = new RegExp(`^\`\`\`${language}\\n([^]*?)\\n\`\`\`$`, 'm').exec(dataModel);
	if (!found) throw new Error(`no block of ${language}`);
	return found[1]!;
}

async function columnsByTable(): Promise<Map<string, string[]>> {
	const { rows } = await sql<{ table: string; columns: string[] }>`
		select table_name as table, array_agg(column_name::text) as columns from information_schema.columns
		where table_schema = 'public' and table_name not like 'kysely%' group by table_name`.execute(database.db);
	return new Map(rows.map(({ table, columns }) => [table, columns]));
}

function tablesOfDiagram(diagram: string): Map<string, string[]> {
	const entities = [...diagram.matchAll(/^\s*(\w+) \{\n([^}]*)\}/gm)];
	return new Map(
		entities.map(([, table, lines]) => [
			table!,
			[...lines!.matchAll(/^\s*\w+ (\w+)/gm)].map(([, column]) => column!)
		])
	);
}

/** Keys by table of the import format, each with whether it is required. */
type Keys = Record<string, Record<string, boolean>>;

function keysInDocument(): Keys {
	const sections = dataModel.split(/^### /m).slice(1);
	const tables = sections.flatMap((section) => {
		const name = /^`(.+)`\n/.exec(section)?.[1];
		const rows = [...section.matchAll(/^\| `(\w+)`.*\|\s*(yes)?\s*\|$/gm)];
		return name
			? [[name, Object.fromEntries(rows.map(([, key, yes]) => [key!, yes !== undefined]))] as const]
			: [];
	});
	return Object.fromEntries(tables);
}

/** What of a valibot schema says which keys it has. */
type Schema = { wrapped?: Schema; item?: Schema; entries?: Record<string, Schema> };

function keysOfSchemas(): Keys {
	const keys: Keys = {
		'every record': requirements({ entries: { type: v.string(), ...recordEntries } as Schema['entries'] }, [
			'type'
		])
	};
	for (const [type, schema] of Object.entries(documentSchemas)) {
		const own = requirements(schema as Schema, missing(schema, { type }));
		for (const key of Object.keys(keys['every record']!)) delete own[key];
		keys[type] = own;
		addShapes(keys, schema as Schema);
	}
	return keys;
}

/** Adds the shapes that the values of a schema have; a name of a person has more than other names. */
function addShapes(keys: Keys, schema: Schema): void {
	for (const [key, value] of Object.entries(schema.entries ?? {})) {
		const shape = shapeOf(value);
		if (!shape) continue;
		const name = 'ar' in shape.entries! ? 'text' : key;
		keys[name] = { ...keys[name], ...requirements(shape, missing(shape, {})) };
		addShapes(keys, shape);
	}
}

function shapeOf(schema: Schema | undefined): Schema | undefined {
	if (!schema || schema.entries) return schema;
	return shapeOf(schema.wrapped ?? schema.item);
}

const requirements = (schema: Schema, required: string[]): Record<string, boolean> =>
	Object.fromEntries(Object.keys(schema.entries ?? {}).map((key) => [key, required.includes(key)]));

/** The keys that a schema misses in a value. */
function missing(schema: unknown, value: object): string[] {
	const { issues = [] } = v.safeParse(schema as v.GenericSchema, value);
	return issues.flatMap((issue) => v.getDotPath(issue) ?? []);
}
