import type { ParameterName } from './parameters.ts';

/** What can be asked for: the path below `/api/v1`, what it gives (a schema of the description) and what it takes. */
export type Operation = {
	id: string;
	summary: string;
	answer: string;
	takes: readonly ParameterName[];
};

const place = ['region', 'city', 'country'] as const;
const founding = ['founded_from', 'founded_until', 'active_in'] as const;
const paging = ['sort', 'facets', 'limit', 'cursor', 'lang'] as const;

export const operations = {
	'/organizations': {
		id: 'listOrganizations',
		summary: 'Organizations that fit, a page at a time',
		answer: 'OrganizationPage',
		takes: ['q', 'kind', ...place, 'field', 'status', 'association', 'conference', ...founding, ...paging]
	},
	'/organizations/{id}': {
		id: 'getOrganization',
		summary: 'One organization',
		answer: 'Organization',
		takes: ['lang']
	},
	'/people': {
		id: 'listPeople',
		summary: 'People who fit, a page at a time',
		answer: 'PersonPage',
		takes: ['q', ...paging]
	},
	'/people/{id}': { id: 'getPerson', summary: 'One person', answer: 'Person', takes: ['lang'] },
	'/conferences': {
		id: 'listConferences',
		summary: 'Conferences that fit, a page at a time',
		answer: 'ConferencePage',
		takes: ['q', 'kind', ...place, 'field', 'status', 'year', ...paging]
	},
	'/conferences/{id}': {
		id: 'getConference',
		summary: 'One conference',
		answer: 'Conference',
		takes: ['lang']
	},
	'/search': {
		id: 'search',
		summary: 'Records of every type that fit, a page at a time',
		answer: 'RecordPage',
		takes: [
			...(['q', 'type', 'kind', ...place, 'field', 'status', 'year', 'association', 'conference'] as const),
			...founding,
			...paging
		]
	},
	'/suggest': {
		id: 'suggest',
		summary: 'Proposals while a name is typed',
		answer: 'Suggestions',
		takes: ['q', 'type', 'limit', 'lang']
	},
	'/schema/{type}.json': {
		id: 'getImportSchema',
		summary: 'JSON Schema of a line of the file format for imports',
		answer: 'Description',
		takes: []
	},
	'/openapi.json': { id: 'describe', summary: 'This description', answer: 'Description', takes: [] }
} as const satisfies Record<string, Operation>;

export type OperationPath = keyof typeof operations;
