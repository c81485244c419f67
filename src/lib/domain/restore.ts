import { visibilities } from './documents/common.ts';
import type { RecordDocument } from './documents/document.ts';
import { displayLevels } from './documents/person.ts';

type Visibility = (typeof visibilities)[number];
type Part = { id: string; visibility: Visibility };

/**
 * What a record says once an earlier version of it is restored. It keeps its address and the day of its last
 * confirmation; what was hidden since stays hidden, and what is in sight stays in sight.
 */
export function restored<T extends RecordDocument>(earlier: T, current: T): T {
	const { slug: _slug, confirmed_on: _confirmed_on, ...said } = earlier;
	if ('retired' in said) delete said.retired;
	return {
		...said,
		...('retired' in current && current.retired && { retired: current.retired }),
		...(current.slug && { slug: current.slug }),
		...(current.confirmed_on && { confirmed_on: current.confirmed_on }),
		links: earlier.links.map((link) => asHidden(link, current.links)),
		...('contacts' in earlier &&
			'contacts' in current && {
				contacts: earlier.contacts.map((contact) => asHidden(contact, current.contacts))
			}),
		...(earlier.type === 'organization' &&
			current.type === 'organization' && {
				appointments: earlier.appointments.map((post) => ({
					...post,
					...current.appointments
						.filter(({ id, display }) => id === post.id && display)
						.map(({ display }) => ({ display }))[0]
				}))
			}),
		...(earlier.type === 'person' &&
			current.type === 'person' && { display: stricter(displayLevels, earlier.display, current.display) })
	} as T;
}

function asHidden<P extends Part>(part: P, now: readonly Part[]): P {
	const same = now.find(({ id }) => id === part.id);
	return same ? { ...part, visibility: stricter(visibilities, part.visibility, same.visibility) } : part;
}

/** Of two levels the one that shows less; `levels` go from most to least. */
export function stricter<L>(levels: readonly L[], one: L, other: L): L {
	return levels.indexOf(one) > levels.indexOf(other) ? one : other;
}
