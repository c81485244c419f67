import { toJsonSchema } from '@valibot/to-json-schema';
import { recordTypes } from '#lib/domain/documents/common.ts';
import { documentSchemas } from '#lib/domain/documents/document.ts';
import type { Schema } from './schemas.ts';

/** Types of the lines of an import. */
export const lineTypes = [...recordTypes, 'board_term'] as const;
export type LineType = (typeof lineTypes)[number];

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema of one line of an import, which is also how a record is exported. It says what the shape is; what
 * only the register can tell (whether a day exists, or what a slug leads to) the import says by line.
 */
export function importSchema(type: string, origin: string): Schema | undefined {
	const line = lineTypes.find((each) => each === type);
	if (!line) return undefined;
	const schema = line === 'board_term' ? boardTermLine() : documentLine(line);
	return { $schema: DIALECT, $id: `${origin}/api/v1/schema/${line}.json`, title: line, ...schema };
}

function documentLine(type: Exclude<LineType, 'board_term'>): Schema {
	const { $schema: _, ...schema } = toJsonSchema(documentSchemas[type], {
		target: 'draft-2020-12',
		errorMode: 'ignore'
	});
	return withKnownDefaults(schema) as Schema;
}

/** A term of a board, its organization and the people in it. */
function boardTermLine(): Schema {
	const organization = propertiesOf(documentLine('organization'));
	const { sources: _, ...term } = propertiesOf(itemsOf(organization.board_terms));
	const { term: __, ...appointment } = propertiesOf(itemsOf(organization.appointments));
	const appointments = { ...itemsOf(organization.appointments), properties: appointment };
	return {
		type: 'object',
		properties: {
			type: { const: 'board_term' },
			organization: { type: 'string', description: 'Id or slug.' },
			...term,
			appointments: { type: 'array', items: appointments },
			sources: { type: 'array', items: { anyOf: [itemsOf(organization.sources), { type: 'string' }] } }
		},
		required: ['type', 'organization'],
		additionalProperties: false
	};
}

const propertiesOf = (schema: Schema): Record<string, Schema> => schema.properties as Record<string, Schema>;
const itemsOf = (schema: Schema | undefined): Schema => schema?.items as Schema;

/** Only codes have defaults that a reader can rely on; ids of parts are made anew for each. */
function withKnownDefaults(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withKnownDefaults);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([key]) => key !== 'default' || 'enum' in value);
	return Object.fromEntries(kept.map(([key, each]) => [key, withKnownDefaults(each)]));
}
