import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineTypes } from '#lib/server/exchange/api/import_schemas.ts';
import { openApi } from '#lib/server/exchange/api/openapi.ts';
import { operations, type OperationPath } from '#lib/server/exchange/api/operations.ts';
import { parameters, type Parameter, type ParameterName } from '#lib/server/exchange/api/parameters.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { askerOf, type Ask } from './asker.ts';

const routes = path.resolve(import.meta.dirname, '../../src/routes/api/v1');
const DESCRIPTION = 'https://register.test/openapi.json';
const DIALECT = 'https://spec.openapis.org/oas/3.1/dialect/base';

let server: SeededServer;
let ask: Ask;
beforeAll(async () => {
	server = await startSeededServer();
	ask = askerOf(server.origin);
	registerSchema(closed(openApi) as never, DESCRIPTION, DIALECT);
});
afterAll(() => server.stop());

/** The same description, in which objects have no other properties: so a test sees what is not described. */
function closed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(closed);
	if (typeof value !== 'object' || value === null) return value;
	const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
	const isOpen = 'properties' in value && 'type' in value && !('additionalProperties' in value);
	return isOpen ? { ...all, additionalProperties: false } : all;
}

async function expectFits(schema: string, body: unknown): Promise<void> {
	const output = await validate(`${DESCRIPTION}#/components/schemas/${schema}`, body as never, 'BASIC');
	expect(output, JSON.stringify(body).slice(0, 300)).toEqual({ valid: true });
}

test('the description is OpenAPI 3.1, and what the server gives', async () => {
	const { body } = await ask('/openapi.json');
	expect(body).toEqual(JSON.parse(JSON.stringify(openApi)));
	const output = await validate('https://spec.openapis.org/oas/3.1/schema-base', body, 'BASIC');
	expect(output).toEqual({ valid: true });
});

test('every reference leads to something', () => {
	const text = JSON.stringify(openApi);
	const references = [...text.matchAll(/"#\/(components\/\w+\/\w+)"/g)].map(([, reference]) => reference!);
	expect(references.length).toBeGreaterThan(50);
	for (const reference of new Set(references)) {
		const found = reference
			.split('/')
			.reduce((value: unknown, key) => (value as Record<string, unknown>)[key], openApi);
		expect(found, reference).toBeDefined();
	}
});

test('every route is described, and every description has a route', () => {
	const files = globSync('**/+server.ts', { cwd: routes }).map(
		(file) => `/${path.dirname(file).replace(/\[(\w+)\]/, '{$1}')}`
	);
	expect(Object.keys(openApi.paths).sort()).toEqual(files.sort());
	expect(Object.keys(operations).sort()).toEqual(files.sort());
});

const examples: Record<string, string> = {
	'/organizations/{id}': 'amal-al-qatif',
	'/people/{id}': 'muslim-al-musa',
	'/conferences/{id}': 'excellence-in-volunteer-work-2022',
	'/schema/{type}.json': 'organization'
};

/** The address of an operation for the records that the register begins with. */
const addressOf = (operation: string) => operation.replace(/\{\w+\}/, examples[operation] ?? '');

describe.each(Object.keys(operations) as OperationPath[])('%s', (operation) => {
	const { answer, takes } = operations[operation] as { answer: string; takes: readonly ParameterName[] };

	test('takes every parameter that is described, and no other', async () => {
		for (const name of takes) {
			const { example = name === 'city' ? 'القطيف' : 'poverty' } = parameters[name] as Parameter<unknown>;
			if (name === 'cursor') continue;
			const { status, body } = await ask(
				`${addressOf(operation)}?${name}=${encodeURIComponent(`${example}`)}`
			);
			expect(status, `${name}: ${JSON.stringify(body)}`).toBe(200);
			await expectFits(answer, body);
		}
		const others = Object.keys(parameters).filter((name) => !takes.includes(name as ParameterName));
		for (const name of takes.length > 0 ? others : [])
			expect((await ask(`${addressOf(operation)}?${name}=1`)).status, name).toBe(400);
	});

	test('answers as it is described, whatever is asked', async () => {
		const asked = [
			'',
			...(takes.includes('q') ? ['?q=قطيف', '?q=Qateef+volunteer', '?q=zzxxqq', '?q=القطيب'] : []),
			...(takes.includes('facets') ? ['?facets=true', '?facets=true&q=جمعية'] : []),
			...(takes.includes('limit') ? ['?limit=100', '?limit=100&q=a'] : []),
			...(takes.includes('sort') ? ['?sort=newest&limit=3', '?sort=confirmed&q=قطيف'] : [])
		];
		for (const query of asked) {
			const { status, body } = await ask(addressOf(operation) + encodeURI(query));
			expect(status).toBe(200);
			await expectFits(answer, body);
		}
	});

	test('tells of problems as it is described', async () => {
		const problems = [
			await ask(`${addressOf(operation)}${takes.length > 0 ? '?colour=red' : '/nowhere'}`),
			await ask(addressOf(operation), { method: 'DELETE' })
		];
		for (const { body } of problems) {
			await expectFits('Problem', body);
			const [, response] = /#\/components\/responses\/(\w+)$/.exec(body.type)!;
			expect(Object.keys(openApi.components.responses)).toContain(response);
		}
	});
});

describe('a schema of the file format for imports', () => {
	const lines = globSync('db/seeds/*.jsonl').flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line))
	);

	test.each(lineTypes)('of %s fits every such line that the register begins with', async (type) => {
		const { body } = await ask(`/schema/${type}.json`);
		expect(body.$id).toBe(`${server.origin}/api/v1/schema/${type}.json`);
		registerSchema(body);
		for (const line of lines.filter((each) => each.type === type))
			expect(await validate(body.$id, line, 'BASIC'), JSON.stringify(line).slice(0, 200)).toEqual({
				valid: true
			});
		expect((await validate(body.$id, { type, colour: 'red' })).valid).toBe(false);
		expect((await validate(body.$id, { type: 'thing' })).valid).toBe(false);
	});

	test('of a board term takes the example of the documents', async () => {
		const [, example] = /^(\{"type":"board_term".*)$/m.exec(readFileSync('docs/data-model.md', 'utf8'))!;
		const { body } = await ask('/schema/board_term.json');
		expect(await validate(body.$id, JSON.parse(example!), 'BASIC')).toEqual({ valid: true });
	});

	test('that is not there is not found', async () => {
		expect((await ask('/schema/thing.json')).status).toBe(404);
		expect((await ask('/schema/toString.json')).status).toBe(404);
	});
});

test('a page on from a cursor answers as it is described', async () => {
	const first = (await ask('/organizations?limit=2')).body;
	const second = (await ask(`/organizations?limit=2&cursor=${first.next}`)).body;
	await expectFits('OrganizationPage', second);
	expect(second.previous).not.toBeNull();
});

test('every record of the register fits its schema', async () => {
	for (const [collection, schema] of [
		['organizations', 'Organization'],
		['people', 'Person'],
		['conferences', 'Conference']
	]) {
		let cursor: string | null = '';
		while (cursor !== null) {
			const { body }: { body: { items: unknown[]; next: string | null } } = await ask(
				`/${collection}?limit=100&cursor=${cursor}`
			);
			for (const item of body.items) await expectFits(schema!, item);
			cursor = body.next;
		}
	}
});
