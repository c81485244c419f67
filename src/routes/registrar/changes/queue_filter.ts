import { recordTypes } from '#lib/domain/documents/common.ts';
import { isRegistryId } from '#lib/domain/registry_id.ts';
import { ages, channels, type QueueFilter } from '#lib/server/editing/queue.ts';

/** What the address asks of the queue; what it does not know is passed over. */
export function readFilter({ searchParams }: URL, accountId: string): QueueFilter {
	const asked = (name: string) => searchParams.get(name) ?? '';
	const about = asked('about');
	const assigned = asked('assigned');
	return {
		type: recordTypes.find((type) => type === asked('type')),
		about: isRegistryId(about) ? about : undefined,
		channel: channels.find((channel) => channel === asked('channel')),
		age: (Object.keys(ages) as (keyof typeof ages)[]).find((age) => age === asked('age')),
		assigned: assigned === 'nobody' ? assigned : assigned === 'me' ? { account_id: accountId } : undefined
	};
}

const names = ['type', 'about', 'channel', 'age', 'assigned'];

/** The part of the query that narrows the queue, with its `?`, to keep while walking through it. */
export function filterQuery({ searchParams }: URL): string {
	const kept = new URLSearchParams(
		[...searchParams].filter(([name, value]) => names.includes(name) && value)
	);
	return kept.size > 0 ? `?${kept}` : '';
}
