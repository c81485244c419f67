import type { RecordDocument } from './documents/document.ts';
import type { PersonDocument } from './documents/person.ts';

/** What stands in place of a name that is not shown. */
export const withheldName = { ar: 'الاسم محجوب', en: 'Name withheld' } as const;

/**
 * What the world may see of a record: the only place that decides it. Pages, the API, exports, feeds, history
 * and search all read a document through here.
 */
export function publicView<T extends RecordDocument>(document: T): T {
	const shown = { ...document, links: document.links.filter(isPublic) };
	if ('contacts' in shown) shown.contacts = shown.contacts.filter(isPublic);
	return shown.type === 'person' ? (publicPerson(shown) as T) : shown;
}

const isPublic = ({ visibility }: { visibility: string }) => visibility === 'public';

function publicPerson(person: PersonDocument): PersonDocument {
	if (person.display === 'full') return person;
	const knownAs = person.names.filter((name) => name.kind === 'known_as');
	const names = person.display === 'known_as' && knownAs.length > 0 ? knownAs : withheldNames();
	const { summary: _, ...rest } = person;
	return { ...rest, names, links: [], contacts: [], notes: [], sources: [], alternatives: [], cited: {} };
}

function withheldNames(): PersonDocument['names'] {
	return (['ar', 'en'] as const).map((lang) => ({
		id: `withheld-${lang}`,
		value: withheldName[lang],
		lang,
		kind: 'known_as' as const,
		sources: []
	}));
}
