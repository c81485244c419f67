import { countryName } from '#lib/components/text/formats.ts';
import type { Label } from '#lib/components/text/record_address.ts';
import { daysWithin, partsOf } from '#lib/domain/dates.ts';
import { displayName } from '#lib/domain/display_name.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { ConferenceDocument } from '#lib/domain/documents/conference.ts';
import { nameIn, textIn } from '#lib/i18n.ts';

/** The conference as schema.org/Event, for search engines. */
export function eventData(
	document: ConferenceDocument,
	lang: Language,
	labels: Record<string, Label>
): Record<string, unknown> {
	const city = textIn(lang, document.place?.city).text;
	const name = displayName(document.names, lang);
	return {
		'@type': 'Event',
		name,
		alternateName: [...new Set(document.names.map(({ value }) => value))].filter((value) => value !== name),
		description: textIn(lang, document.summary).text || undefined,
		startDate: wholeDay(document.from),
		endDate: wholeDay(document.until ?? document.from),
		eventStatus: `https://schema.org/${document.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
		location: document.place && {
			'@type': 'Place',
			name: textIn(lang, document.venue).text || city || countryName(document.place.country, lang),
			address: {
				'@type': 'PostalAddress',
				addressCountry: document.place.country,
				addressLocality: city || undefined
			}
		},
		organizer: document.organizers.map(({ organization, name: named }) => {
			const label = labels[organization ?? ''];
			return { '@type': 'Organization', name: label ? nameIn(lang, label).text : textIn(lang, named).text };
		})
	};
}

/** A Gregorian day, for dates of which the day is known. */
function wholeDay(date: string | undefined): string | undefined {
	return date && partsOf(date).day ? daysWithin(date).earliest : undefined;
}
