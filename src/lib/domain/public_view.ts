import type { RecordDocument } from './documents/document.ts';
import type { Appointment } from './documents/organization.ts';
import { showsLess, type DisplayLevel, type PersonDocument } from './documents/person.ts';
import { withheldPerson } from './withheld_person.ts';

/** What stands in place of a name that is not shown. */
export const withheldName = { ar: 'الاسم محجوب', en: 'Name withheld' } as const;
export const erasedName = { ar: 'الاسم محذوف', en: 'Name erased' } as const;

/**
 * What the world may see of a record: the only place that decides it. Pages, the API, exports, feeds, history
 * and search all read a document through here. Of a former version the world sees no more than `now`, what the
 * record says today, lets it: what was hidden since, and the name of a person who withheld it since, are not shown.
 */
export function publicView<T extends RecordDocument>(document: T, now: T = document): T {
	const shown = { ...document, links: document.links.filter(isPublicIn(now.links)) };
	if ('contacts' in shown && 'contacts' in now)
		shown.contacts = shown.contacts.filter(isPublicIn(now.contacts));
	if (shown.type === 'organization' && now.type === 'organization')
		shown.appointments = publicPosts(shown.appointments, now.appointments);
	return shown.type === 'person' && now.type === 'person' ? (publicPerson(shown, now.display) as T) : shown;
}

/**
 * What the versions of a record, oldest first, let be seen of each other: the newest, and what it no longer has as
 * the record last had it. A contact that was hidden before it was removed stays hidden.
 */
export function lastKnown<T extends RecordDocument>(versions: readonly T[]): T | undefined {
	const newest = versions.at(-1);
	if (!newest) return undefined;
	const known = { ...newest, links: lastParts(versions.map(({ links }) => links)) };
	if ('contacts' in known) {
		known.contacts = lastParts(versions.map((version) => ('contacts' in version ? version.contacts : [])));
	}
	if (known.type === 'organization') {
		known.appointments = lastParts(
			versions.map((version) => (version.type === 'organization' ? version.appointments : []))
		);
	}
	return known;
}

function lastParts<P extends { id: string }>(lists: readonly P[][]): P[] {
	return [...new Map(lists.flat().map((part) => [part.id, part])).values()];
}

/** What of a record the world may not see. */
export const hiddenKinds = ['contacts', 'links', 'names'] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** What of this document the world may not see; nothing where it sees all. */
export function hiddenIn(document: RecordDocument): HiddenKind[] {
	const shown = publicView(document);
	const isLess = (list: 'contacts' | 'links') =>
		list in document && partsIn(shown, list).length < partsIn(document, list).length;
	const hidesNames = document.type === 'person' && document.display !== 'full';
	return hiddenKinds.filter((kind) => (kind === 'names' ? hidesNames : isLess(kind)));
}

const partsIn = (document: RecordDocument, list: 'contacts' | 'links'): unknown[] =>
	(document as { contacts?: unknown[]; links: unknown[] })[list] ?? [];

type Visible = { id: string; visibility: string };

function isPublicIn(now: Visible[]): (part: Visible) => boolean {
	const hidden = new Set(now.filter(({ visibility }) => visibility !== 'public').map(({ id }) => id));
	return ({ id, visibility }) => visibility === 'public' && !hidden.has(id);
}

/** Nothing but the name that is shown and how much is: slug, texts and titles of sources can hold the others. */
function publicPerson(person: PersonDocument, now: DisplayLevel): PersonDocument {
	const display = stricter(person.display, now);
	if (display === 'full') {
		const { display_review_on: _, ...shown } = person;
		return shown;
	}
	const knownAs = person.names.filter((name) => name.kind === 'known_as');
	const names =
		display === 'known_as' && knownAs.length > 0
			? knownAs
			: hiddenNames(display === 'erased' ? erasedName : withheldName);
	const { type, id, confirmed_on } = person;
	return {
		type,
		...(id && { id }),
		...(confirmed_on && { confirmed_on }),
		display,
		names: names.map((name) => ({ ...name, sources: [] })),
		links: [],
		contacts: [],
		figures: [],
		notes: [],
		alternatives: [],
		sources: [],
		cited: {}
	};
}

const stricter = (one: DisplayLevel, other: DisplayLevel): DisplayLevel =>
	showsLess(one, other) ? one : other;

/** In a post that says so the person is not named, nor by what a source or remark says of it. */
function publicPosts(posts: readonly Appointment[], now: readonly Appointment[]): Appointment[] {
	const hidden = new Set(now.filter(({ display }) => display).map(({ id }) => id));
	return posts.map((post, index) => {
		if (!post.display && !hidden.has(post.id)) return post;
		const { display: _display, note: _note, ...shown } = post;
		return { ...shown, person: withheldPerson(index), sources: [] };
	});
}

/** Whether a name of a public document stands in place of one that is not shown. */
export const isWithheldName = ({ id }: { id: string }): boolean => id.startsWith('withheld-');

function hiddenNames(stated: Record<'ar' | 'en', string>): PersonDocument['names'] {
	return (['ar', 'en'] as const).map((lang) => ({
		id: `withheld-${lang}`,
		value: stated[lang],
		lang,
		kind: 'known_as' as const,
		sources: []
	}));
}
