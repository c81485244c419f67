import * as v from 'valibot';
import { documentSchemas, type RecordDocument } from '#lib/domain/documents/document.ts';
import { breachesOf, type Breach } from '#lib/domain/rules.ts';
import type { Refusal } from './refusal.ts';

export type Checked<T extends RecordDocument> = { document: T } | (Refusal & { breaches: Breach[] });

/** The document as the register would keep it, or what in it breaks the shape of a record or a rule. */
export function checkDocument<T extends RecordDocument>(document: T): Checked<T> {
	const parsed = v.safeParse(documentSchemas[document.type], document);
	const breaches = parsed.success ? breachesOf(parsed.output as RecordDocument) : parsed.issues.map(breachOf);
	const [first] = breaches;
	if (first) return { refused: first.message, path: first.path, breaches };
	return { document: parsed.output as T };
}

/** What valibot itself finds wrong, such as an unknown key, has no message of its own. */
export const messageOf = ({ message }: v.BaseIssue<unknown>): string =>
	message.startsWith('error.') ? message : 'error.invalid';

const breachOf = (issue: v.BaseIssue<unknown>): Breach => ({
	path: (v.getDotPath(issue) ?? '').replaceAll('.', '/'),
	message: messageOf(issue)
});
