import { lineTypes } from './import_schemas.ts';
import { operations, type Operation } from './operations.ts';
import { parameters, type Parameter } from './parameters.ts';
import { schemas, type Schema } from './schemas.ts';

/** What stands in a path, by its name there. */
const pathParameters: Record<string, Schema> = {
	id: {
		description: 'Permanent id or slug; a former one leads to the present one.',
		schema: { type: 'string' },
		example: 'amal-al-qatif'
	},
	type: {
		description: 'Type of the line.',
		schema: { type: 'string', enum: lineTypes },
		example: 'organization'
	}
};

/** The interface as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1). */
export const openApi = {
	openapi: '3.1.1',
	info: {
		title: 'سِجِلّ · Sijill',
		summary:
			'سجل المنظمات التطوعية: منظماتها وأشخاصها ومؤتمراتها. The public register of volunteer organizations.',
		description:
			'Everything that the register shows, to read and to search. No key is needed and any site may ask. Errors are ' +
			'problem documents (RFC 9457) in the language of the reader. An empty parameter counts as not given; digits of ' +
			'any script are read. More properties may be added to answers: pass over those that you do not know.',
		license: { name: 'MIT', identifier: 'MIT' },
		version: '1.0.0'
	},
	servers: [{ url: '/api/v1' }],
	paths: Object.fromEntries(
		Object.entries(operations).map(([path, operation]) => [path, { get: described(path, operation) }])
	),
	components: {
		parameters: Object.fromEntries(
			Object.entries<Parameter<unknown>>(parameters).map(([name, { description, schema, example }]) => [
				name,
				{ name, in: 'query', description, schema, ...(example !== undefined && { example }) }
			])
		),
		responses: {
			Moved: { description: 'The record has another address now.', headers: { Location: location() } },
			WrongParameter: problem('A parameter is unknown, stands twice or has a value that is none.'),
			NotFound: problem('There is no such record or path.'),
			Gone: problem('The record was withdrawn; `detail` says why. It may come back.'),
			MethodNotAllowed: problem('The interface is for reading alone.'),
			Unexpected: problem('Something went wrong; `instance` names the line in the log.'),
			Unavailable: problem('The database cannot be reached; ask again after `Retry-After` seconds.')
		},
		schemas
	}
};

function described(path: string, { id, summary, answer, takes }: Operation): Schema {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
	return {
		operationId: id,
		summary,
		parameters: [
			...inPath.map((name) => ({ name, in: 'path', required: true, ...pathParameters[name] })),
			...takes.map((name) => ref('parameters', name))
		],
		responses: {
			'200': {
				description: summary,
				content: { 'application/json': { schema: ref('schemas', answer) } }
			},
			'304': { description: 'What `If-None-Match` names is still so.' },
			...(inPath.includes('id') && { '308': ref('responses', 'Moved') }),
			...(inPath.length > 0 && { '404': ref('responses', 'NotFound') }),
			...(inPath.includes('id') && { '410': ref('responses', 'Gone') }),
			...(takes.length > 0 && { '400': ref('responses', 'WrongParameter') }),
			'405': ref('responses', 'MethodNotAllowed'),
			'500': ref('responses', 'Unexpected'),
			'503': ref('responses', 'Unavailable')
		}
	};
}

function location(): Schema {
	return { description: 'The address.', schema: { type: 'string', format: 'uri-reference' } };
}

function problem(description: string): Schema {
	return { description, content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } } };
}

function ref(kind: string, name: string): Schema {
	return { $ref: `#/components/${kind}/${name}` };
}
