import { toJsonSchema, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import {
	alternative,
	contact,
	figure,
	link,
	name,
	note,
	place,
	source
} from '#lib/domain/documents/common.ts';
import { documentSchemas } from '#lib/domain/documents/document.ts';
import { REGISTRY_ID_PATTERN } from '#lib/domain/registry_id.ts';
import { facetNames, matchFields, searchTypes, type How, type SearchType } from '../../search/query.ts';

export type Schema = { [keyword: string]: unknown };

const ref = (schema: string): Schema => ({ $ref: `#/components/schemas/${schema}` });
const orNull = (type: string): Schema => ({ type: [type, 'null'] });

/** An object whose properties are all there, but for those that are named. */
function object(description: string, properties: Record<string, Schema>, optional: string[] = []): Schema {
	const required = Object.keys(properties).filter((key) => !optional.includes(key));
	return { type: 'object', description, properties, required };
}

/** Parts of documents that have a name of their own in the description. */
const parts = {
	Name: name,
	Link: link,
	Contact: contact,
	Figure: figure,
	Alternative: alternative,
	Note: note,
	Source: source,
	Place: place
};

const conversion: ConversionConfig = {
	target: 'draft-2020-12',
	errorMode: 'ignore',
	definitions: parts,
	overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`
};

/**
 * What a valibot schema lets out, as JSON Schema: what has a default is always there, and readers pass over properties
 * that they do not know, for more may come.
 */
function shown(schema: Schema): Schema {
	const { $schema: _dialect, $defs: _parts, additionalProperties, properties, required, ...rest } = schema;
	const entries = Object.entries((properties ?? {}) as Record<string, Schema>);
	const always = entries.filter(
		([key, value]) => 'default' in value || (required as string[] | undefined)?.includes(key)
	);
	return {
		...withoutDefault(rest),
		...(typeof additionalProperties === 'object' && {
			additionalProperties: shown(additionalProperties as Schema)
		}),
		...(rest.items !== undefined && { items: shown(rest.items as Schema) }),
		...(entries.length > 0 && {
			properties: Object.fromEntries(entries.map(([key, value]) => [key, shown(value)]))
		}),
		...(always.length > 0 && { required: always.map(([key]) => key) })
	};
}

const withoutDefault = ({ default: _default, ...rest }: Schema): Schema => rest;

const partSchemas = Object.fromEntries(
	Object.entries(parts).map(([key, part]) => [
		key,
		shown(toJsonSchema(part, { ...conversion, definitions: {} }) as Schema)
	])
);

const registryId: Schema = {
	type: 'string',
	pattern: REGISTRY_ID_PATTERN,
	description: 'Permanent id: seven characters and two check digits.'
};

/** What the register adds to every public document. */
const added: Record<string, Schema> = {
	id: registryId,
	slug: {
		...orNull('string'),
		description: 'Readable part of the address; null where it would tell a name that is withheld.'
	},
	url: {
		type: 'string',
		format: 'uri',
		description: 'The page of the record, in the language of the reader.'
	},
	version: { type: 'integer', minimum: 1, description: 'Number of changes so far.' },
	changed_at: { type: 'string', format: 'date-time', description: 'When it last changed.' }
};

const match: Record<string, Schema> = {
	match: { ...ref('Match'), description: 'Why it was found; absent where nothing was typed.' }
};

function recordSchema(type: SearchType): Schema {
	const document = shown(toJsonSchema(documentSchemas[type], conversion) as JsonSchema as Schema);
	const properties = document.properties as Record<string, Schema>;
	const required = new Set([...(document.required as string[]), ...Object.keys(added)]);
	return {
		type: 'object',
		description: 'The public document of the record, as the file format for imports has it.',
		properties: { ...properties, ...added, ...match },
		required: [...required]
	};
}

const hows: Record<How, string> = {
	exact: 'as it was typed',
	article: 'but for ال',
	prefix: 'begun',
	part: 'a part of it',
	spelling: 'spelt in another way',
	typo: 'but for a letter or two',
	script: 'in the other script',
	gloss: 'translated',
	alias: 'by another name for the same',
	layout: 'typed with the keyboard of the other language'
};

const word = object('A word of the query and the word of the register that answers it.', {
	query: { type: 'string' },
	found: { type: 'string' },
	how: {
		type: 'string',
		enum: Object.keys(hows),
		description: Object.entries(hows)
			.map(([how, means]) => `\`${how}\`: ${means}`)
			.join('; ')
	}
});

const mark: Schema = {
	type: 'array',
	prefixItems: [{ type: 'integer' }, { type: 'integer' }],
	minItems: 2,
	maxItems: 2,
	description: 'Start and end (not included) in UTF-16 units.'
};

const page = (description: string, item: Schema): Schema =>
	object(
		description,
		{
			total: { type: 'integer', minimum: 0 },
			is_total_exact: { type: 'boolean', description: 'If not, there are at least `total`.' },
			items: { type: 'array', items: item },
			facets: ref('Facets'),
			are_facets_exact: { type: 'boolean', description: 'If not, there are at least so many.' },
			next: { ...orNull('string'), description: 'Cursor of the next page.' },
			previous: { ...orNull('string'), description: 'Cursor of the page before.' },
			is_cut_off: {
				type: 'boolean',
				description:
					'Whether pages by relevance end here though more answers the query: only the nearest are ranked. Other orders list all.'
			},
			did_you_mean: { ...orNull('string'), description: 'A better spelling, where it finds more.' },
			relaxed: {
				type: 'array',
				items: { type: 'string' },
				description: 'Words of the query that the results do not answer, since nothing answers all of them.'
			},
			is_approximate: {
				type: 'boolean',
				description: 'Whether the results only resemble what was typed.'
			}
		},
		['facets', 'are_facets_exact']
	);

/** The schemas of every answer, by name. */
export const schemas: Record<string, Schema> = {
	OrganizationPage: page('A page of organizations.', ref('Organization')),
	PersonPage: page('A page of people.', ref('Person')),
	ConferencePage: page('A page of conferences.', ref('Conference')),
	RecordPage: page('A page of records.', {
		oneOf: [ref('Organization'), ref('Person'), ref('Conference')],
		discriminator: {
			propertyName: 'type',
			mapping: {
				organization: '#/components/schemas/Organization',
				person: '#/components/schemas/Person',
				conference: '#/components/schemas/Conference'
			}
		}
	}),
	Organization: recordSchema('organization'),
	Person: recordSchema('person'),
	Conference: recordSchema('conference'),
	...partSchemas,
	Match: object('Why a record was found.', {
		field: { type: 'string', enum: matchFields, description: 'Where the query was found.' },
		text: { type: 'string', description: 'The text that answers, as it is shown.' },
		marks: { type: 'array', items: mark, description: 'Stretches of the text that answer.' },
		words: { type: 'array', items: word }
	}),
	Facets: object(
		'Counts of the values of each filter under the other filters.',
		Object.fromEntries(facetNames.map((facet) => [facet, ref('FacetCounts')])),
		[...facetNames]
	),
	FacetCounts: {
		type: 'array',
		items: object('A value and how many records have it.', {
			value: { type: 'string' },
			count: { type: 'integer', minimum: 0 }
		})
	},
	Suggestions: object('Proposals, the likeliest first.', {
		items: { type: 'array', items: ref('Suggestion') }
	}),
	Suggestion: object(
		'A record to propose.',
		{
			id: registryId,
			type: { type: 'string', enum: searchTypes },
			slug: added.slug!,
			name_ar: { type: 'string' },
			name_en: { type: 'string' },
			url: added.url!,
			...match
		},
		['match']
	),
	Description: { type: 'object', description: 'An OpenAPI 3.1 document, or a JSON Schema.' },
	Problem: object(
		'A problem document (RFC 9457).',
		{
			type: { type: 'string', format: 'uri', description: 'Where this description tells of the problem.' },
			title: { type: 'string' },
			status: { type: 'integer' },
			detail: { type: 'string' },
			instance: { type: 'string', format: 'uri', description: 'Id of the line in the log of the register.' },
			errors: {
				type: 'array',
				items: object('A wrong parameter.', {
					parameter: { type: 'string' },
					message: { type: 'string' }
				})
			}
		},
		['instance', 'errors']
	)
};
