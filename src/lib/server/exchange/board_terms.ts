import { childId, isRegistryId } from '#lib/domain/registry_id.ts';
import type { LineError, RawRecord } from './json_lines.ts';

type Value = Record<string, unknown>;

/**
 * Lines of type `board_term` are parts of their organization: they join the record of that organization in the
 * file, or a new line for it, together with the appointments of the term.
 */
export function gatherBoardTerms(records: RawRecord[], errors: LineError[]): RawRecord[] {
	const others = records.filter(({ value }) => value.type !== 'board_term').map(copy);
	const organizations = new Map(
		others
			.filter(({ value }) => value.type === 'organization')
			.flatMap((record) => keysOf(record.value).map((key) => [key, record]))
	);
	for (const { line, value } of records.filter(({ value }) => value.type === 'board_term')) {
		if (typeof value.organization !== 'string') {
			errors.push({ line, path: 'organization', message: 'import.reference_missing' });
			continue;
		}
		let organization = organizations.get(value.organization);
		if (!organization) {
			organization = { line, value: { type: 'organization', ...addressed(value.organization) } };
			organizations.set(value.organization, organization);
			others.push(organization);
		}
		addTerm(organization.value, value);
	}
	return others;
}

const addressed = (key: string): Value => (isRegistryId(key) ? { id: key } : { slug: key });

const copy = ({ line, value }: RawRecord): RawRecord => ({ line, value: { ...value } });

const keysOf = ({ id, slug }: Value): string[] => [id, slug].filter((key) => typeof key === 'string');

function addTerm(
	organization: Value,
	{ type: _, organization: __, appointments, sources, ...term }: Value
): void {
	const id = (term.id as string | undefined) ?? childId();
	const objects = asList(sources).filter(isValue).map(withName);
	const names = asList(sources).filter((source) => typeof source === 'string');
	const cited = [...names, ...objects.map((source) => source.url ?? source.id)];
	organization.board_terms = [...asList(organization.board_terms), { ...term, id, sources: cited }];
	organization.appointments = [
		...asList(organization.appointments),
		...asList(appointments).map((appointment) => ({ ...(appointment as Value), term: id }))
	];
	organization.sources = withoutRepeats([...asList(organization.sources).filter(isValue), ...objects]);
}

/** A source with no URL is cited by its id. */
const withName = (source: Value): Value => ({
	...(source.url === undefined && { id: childId() }),
	...source
});

const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null;

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function withoutRepeats(sources: Value[]): Value[] {
	const byUrl = new Map(sources.map((source) => [source.url ?? source, source]));
	return [...byUrl.values()];
}
