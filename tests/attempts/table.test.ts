import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sections = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
	.split(/^## /m)
	.slice(1)
	.map((section) => ({ heading: section.slice(0, section.indexOf('\n')), rows: rowsOf(section) }));

/** The cells of a table, without its head. */
function rowsOf(section: string): string[][] {
	const lines = section.split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) =>
		line
			.split(/(?<!\\)\|/)
			.slice(1, -1)
			.map((cell) => cell.trim())
	);
}

test('the table has the twenty attempts in their order, each with what shows it', () => {
	expect(sections.map(({ heading }) => Number.parseInt(heading))).toEqual(
		Array.from({ length: 20 }, (_, index) => index + 1)
	);
	for (const { rows } of sections) expect(rows.some(([, file]) => file !== 'not built')).toBe(true);
});

const shown = sections.flatMap(({ heading, rows }) =>
	rows.filter(([, file]) => file !== 'not built').map(([, file, title]) => [heading, file!, title!] as const)
);

describe('the table says where it is shown:', () => {
	test.each(shown)('%s %s %s', (_, file, title) => {
		const name = /^`(.+)`$/.exec(file)?.[1] ?? file;
		// Where a title stands in quotation marks of the source, those within it are escaped.
		const source = readFileSync(path.join(root, name), 'utf8').replaceAll("\\'", "'").replace(/\s+/g, ' ');
		expect(source).toContain(title);
	});
});

test('every file of attempts is in the table, under its number', () => {
	for (const file of readdirSync(import.meta.dirname).filter((each) => /^\d\d_/.test(each))) {
		const { rows } = sections[Number.parseInt(file) - 1]!;
		expect(rows.map(([, named]) => named)).toContain(`\`tests/attempts/${file}\``);
	}
});
