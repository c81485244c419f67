import { displayName } from '#lib/domain/display_name.ts';
import type { DocumentOf, RecordDocument } from '#lib/domain/documents/document.ts';
import { foldTokens } from '#lib/domain/folding.ts';

type Searchable = DocumentOf<'organization' | 'person' | 'conference'>;

export type SearchEntry = { name_ar: string; name_en: string; folded_names: string; folded_text: string };

/** What finds a record, from its public view; a participation is found through its organization and conference. */
export function searchEntryOf(document: RecordDocument): SearchEntry | undefined {
	if (document.type === 'participation') return undefined;
	const folded_names = document.names.map(({ value }) => words(value)).join('\n');
	return {
		name_ar: displayName(document.names, 'ar'),
		name_en: displayName(document.names, 'en'),
		folded_names,
		folded_text: [folded_names, ...textsOf(document).map(words)].join('\n')
	};
}

/** Folded words between single spaces. */
const words = (text: string): string => foldTokens(text).join(' ');

function textsOf(document: Searchable): string[] {
	const numbers =
		document.type === 'organization'
			? [...document.identifiers.map(({ value }) => value), ...document.licences.map(({ number }) => number)]
			: [];
	const theme = 'theme' in document ? document.theme : undefined;
	const place = 'place' in document ? document.place : undefined;
	const local = [document.summary, theme, place?.city, place?.district, place?.governorate];
	return [document.id, ...numbers, ...local.flatMap((text) => [text?.ar, text?.en])].filter(
		(text) => text !== undefined
	);
}
