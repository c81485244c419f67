import * as v from 'valibot';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { documentSchemas, type DocumentOf } from '#lib/domain/documents/document.ts';

/** What of a document a test cares about; the schema fills in the rest. */
type Partially = { [key: string]: unknown };

/** A document of a fictional organization. */
export const organization = (partial: Partially = {}) =>
	documentOf('organization', { names: [{ id: 'own', value: 'فريق نور الوادي', lang: 'ar' }], ...partial });

/** A document of a fictional person. */
export const person = (partial: Partially = {}) =>
	documentOf('person', { names: [{ id: 'own', value: 'سلمان آل ربيع', lang: 'ar' }], ...partial });

/** A document of a fictional conference. */
export const conference = (partial: Partially = {}) =>
	documentOf('conference', { names: [{ id: 'own', value: 'ملتقى ضفاف', lang: 'ar' }], ...partial });

/** A document of a participation; who took part in what has no default. */
export const participation = (partial: Partially & { organization: string; conference: string }) =>
	documentOf('participation', partial);

function documentOf<T extends RecordType>(type: T, partial: Partially): DocumentOf<T> {
	return v.parse(documentSchemas[type], { type, ...partial });
}
