import type { MessageKey } from '#lib/i18n.ts';

const messages: Record<string, MessageKey> = {
	approved: 'review.approved',
	returned: 'review.returned',
	partly: 'review.partly'
};

/** What was done on the page before, by the word in the address. */
export const doneMessage = (done: string | null): MessageKey | undefined =>
	done && Object.hasOwn(messages, done) ? messages[done] : undefined;
