import type { Label } from '#lib/components/text/record_address.ts';
import { displayName } from '#lib/domain/display_name.ts';
import { parsePartialDate } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { nameIn, textIn } from '#lib/i18n.ts';

/** The organization as schema.org/Organization, for search engines. */
export function organizationData(
	document: OrganizationDocument,
	lang: Language,
	labels: Record<string, Label>
): Record<string, unknown> {
	const name = displayName(document.names, lang);
	const city = textIn(lang, document.place?.city).text;
	return {
		'@type': 'Organization',
		name,
		alternateName: [...new Set(document.names.map(({ value }) => value))].filter((value) => value !== name),
		description: textIn(lang, document.summary).text || undefined,
		foundingDate: gregorian(document.founded),
		dissolutionDate: gregorian(document.dissolved),
		address: document.place && {
			'@type': 'PostalAddress',
			addressCountry: document.place.country,
			addressLocality: city || undefined
		},
		memberOf: document.affiliations
			.filter(({ to, until }) => labels[to] && !until)
			.map(({ to }) => ({ '@type': 'Organization', name: nameIn(lang, labels[to]!).text })),
		sameAs: document.links.map(({ url }) => url)
	};
}

/** schema.org has Gregorian dates alone, and none that is in doubt. */
function gregorian(date: string | undefined): string | undefined {
	const parts = date ? parsePartialDate(date) : undefined;
	return parts && parts.calendar === 'gregorian' && !parts.qualifier ? date : undefined;
}
