import { daysWithin } from './dates.ts';
import type { RecordDocument } from './documents/document.ts';
import type { OrganizationDocument } from './documents/organization.ts';
import { refuseTenure, type Tenure } from './tenure.ts';
import { moneyOrIdentityIn } from './text.ts';

/** A rule of the register that a document breaks: where, and the key of the message that says so. */
export type Breach = { path: string; message: string };

/** What no change may bring onto the register, over and above the shape of the document. */
export function breachesOf(document: RecordDocument): Breach[] {
	return [
		...unknownSources(document),
		...reversedSpans(document),
		...forbiddenText(document),
		...(document.type === 'organization' ? organizationBreaches(document) : [])
	];
}

function unknownSources(document: RecordDocument): Breach[] {
	const known = new Set(document.sources.map(({ id }) => id));
	return citations(document)
		.filter(({ source }) => !known.has(source))
		.map(({ path }) => ({ path, message: 'rule.unknown_source' }));
}

function citations(document: RecordDocument): { path: string; source: string }[] {
	const ofFields = Object.entries(document.cited).flatMap(([path, sources]) =>
		sources.map((source) => ({ path, source }))
	);
	return [
		...ofFields,
		...partsOf(document).flatMap(({ path, part }) =>
			((part.sources as string[] | undefined) ?? []).map((source) => ({ path, source }))
		)
	];
}

function reversedSpans(document: RecordDocument): Breach[] {
	const spans: { path: string; part: Record<string, unknown> }[] = [
		{ path: '', part: document },
		...partsOf(document)
	];
	return spans.flatMap(({ path, part }) => {
		const message = refuseTenure(part as Tenure);
		return message ? [{ path: path ? `${path}/until` : 'until', message }] : [];
	});
}

/** Only licensed bodies may collect money, and copies of identity numbers are prohibited (PDPL). */
function forbiddenText(document: RecordDocument): Breach[] {
	return texts(document, '').flatMap(({ path, text }) => {
		const found = moneyOrIdentityIn(text);
		return found ? [{ path, message: `rule.${found}_in_text` }] : [];
	});
}

/** Addresses, ids and the numbers of licences are no texts that people wrote. */
const notTexts = new Set([
	...['id', 'url', 'sources', 'cited', 'identifiers', 'licences'],
	...['person', 'organization', 'to']
]);

function texts(value: unknown, path: string): { path: string; text: string }[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	const entries = Array.isArray(value)
		? value.map((item, index) => [(item as { id?: string }).id ?? String(index), item] as const)
		: Object.entries(value).filter(([key]) => !notTexts.has(key));
	return entries.flatMap(([key, entry]) => texts(entry, path ? `${path}/${key}` : key));
}

function organizationBreaches(organization: OrganizationDocument): Breach[] {
	const terms = new Set(organization.board_terms.map(({ id }) => id));
	const strayAppointments = organization.appointments
		.filter(({ term }) => term !== undefined && !terms.has(term))
		.map(({ id }) => ({ path: `appointments/${id}/term`, message: 'rule.unknown_term' }));
	return [...strayAppointments, ...dissolvedBeforeFounded(organization)];
}

function dissolvedBeforeFounded({ founded, dissolved }: OrganizationDocument): Breach[] {
	const isInOrder = !founded || !dissolved || daysWithin(founded).earliest <= daysWithin(dissolved).latest;
	return isInOrder ? [] : [{ path: 'dissolved', message: 'rule.dissolved_before_founded' }];
}

function partsOf(document: RecordDocument): { path: string; part: Record<string, unknown> }[] {
	return Object.entries(document).flatMap(([list, value]) =>
		asParts(value).map((part) => ({ path: `${list}/${part.id as string}`, part }))
	);
}

const asParts = (value: unknown): Record<string, unknown>[] =>
	Array.isArray(value) ? value.filter((part) => typeof part === 'object' && part !== null) : [];
