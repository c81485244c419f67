import type { Label } from '#lib/components/text/record_address.ts';
import { postName, type Reference } from '#lib/components/text/reference.ts';
import { displayName } from '#lib/domain/display_name.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Appointment } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { nameIn } from '#lib/i18n.ts';

/** The person as schema.org/Person, for search engines: the name and public posts, nothing else. */
export function personData(
	document: PersonDocument,
	posts: { organization: Label; appointment: Appointment }[],
	reference: Reference,
	lang: Language
): Record<string, unknown> {
	const name = displayName(document.names, lang);
	return {
		'@type': 'Person',
		name,
		alternateName: [...new Set(document.names.map(({ value }) => value))].filter((value) => value !== name),
		affiliation: posts
			.filter(({ appointment }) => appointment.until === undefined)
			.map(({ organization, appointment }) => ({
				'@type': 'Role',
				roleName: postName(reference, appointment, lang)?.text,
				affiliation: { '@type': 'Organization', name: nameIn(lang, organization).text }
			}))
	};
}
