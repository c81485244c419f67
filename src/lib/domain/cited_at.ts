import type { RecordDocument } from './documents/document.ts';
import { valueAt } from './change.ts';

type Source = RecordDocument['sources'][number];

/** The sources that state the value at a path: those of the part that it lies in, or of the field. */
export function sourcesAt(document: RecordDocument, path: string): Source[] {
	const [field = '', id] = path.split('/');
	const part = id === undefined ? undefined : valueAt(document, `${field}/${id}`);
	const ids = citedBy(part) ?? document.cited[field] ?? [];
	return document.sources.filter((source) => ids.includes(source.id));
}

function citedBy(part: unknown): string[] | undefined {
	const isCiting = typeof part === 'object' && part !== null && 'sources' in part;
	return isCiting ? (part.sources as string[]) : undefined;
}
