import type { Database } from '../db/connection.ts';
import type { InBoth } from '../delivery/letters.ts';
import { labelsOf } from '../registry/labels.ts';

/** What a letter calls an organization, and its slug; undefined where it is not on the public register. */
export async function namedInLetters(
	db: Database,
	organizationId: string
): Promise<{ name: InBoth; slug: string } | undefined> {
	const label = (await labelsOf(db, [organizationId]))[organizationId];
	return label?.slug ? { name: { ar: label.name_ar, en: label.name_en }, slug: label.slug } : undefined;
}

/** A role as letters say it. */
export const roleInLetters: Record<'manager' | 'editor', InBoth> = {
	manager: { ar: 'مدير', en: 'manager' },
	editor: { ar: 'محرر', en: 'editor' }
};
