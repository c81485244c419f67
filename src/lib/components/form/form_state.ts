import type { MessageKey } from '#lib/i18n.ts';

/** What an action hands back for a form that it did not accept; `form` among the errors is about the whole form. */
export type FormState =
	{ values: Record<string, string>; errors: Record<string, MessageKey> } | null | undefined;
