import { readFileSync } from 'node:fs';
import { arabicLetters, latinLetters, type Letters } from '#lib/server/search/matching/letters.ts';

export type NamePair = { ar: string; en: string; arabic: Letters; latin: Letters; split: string };

/** The pairs of a tab-separated file with the columns `ar`, `en` and, if there, `split`; rows without letters are left out. */
export function readPairs(file: string): NamePair[] {
	const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
	const columns = header.split('\t');
	const column = (cells: string[], name: string) => cells[columns.indexOf(name)] ?? '';
	return lines
		.map((line) => line.split('\t'))
		.map((cells) => ({ ar: column(cells, 'ar'), en: column(cells, 'en'), split: column(cells, 'split') }))
		.map((row) => ({ ...row, arabic: arabicLetters(row.ar), latin: latinLetters(row.en) }))
		.filter(({ arabic, latin }) => arabic.length > 0 && latin.length > 0);
}
