import { childId } from '#lib/domain/registry_id.ts';
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
			organization = { line, value: { type: 'organization', slug: value.organization } };
			organizations.set(value.organization, organization);
			others.push(organization);
		}
		addTerm(organization.value, value);
	}
	return others;
}

const copy = ({ line, value }: RawRecord): RawRecord => ({ line, value: { ...value } });

const keysOf = ({ id, slug }: Value): string[] => [id, slug].filter((key) => typeof key === 'string');

function addTerm(
	organization: Value,
	{ type: _, organization: __, appointments, sources, ...term }: Value
): void {
	const id = (term.id as string | undefined) ?? childId();
	const cited = asList(sources).map((source) =>
		typeof source === 'string' ? source : (source as Value).url
	);
	organization.board_terms = [...asList(organization.board_terms), { ...term, id, sources: cited }];
	organization.appointments = [
		...asList(organization.appointments),
		...asList(appointments).map((appointment) => ({ ...(appointment as Value), term: id }))
	];
	const objects = asList(sources).filter((source) => typeof source === 'object');
	organization.sources = withoutRepeats([...asList(organization.sources), ...objects] as Value[]);
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function withoutRepeats(sources: Value[]): Value[] {
	const byUrl = new Map(sources.map((source) => [source.url ?? source, source]));
	return [...byUrl.values()];
}
