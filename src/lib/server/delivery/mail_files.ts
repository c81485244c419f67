import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Deletes the mails that were written as files and that go to one of these addresses, or hold one of these names. */
export function eraseMailFiles(
	dataDir: string,
	{ names, addresses }: { names: readonly string[]; addresses: readonly string[] }
): number {
	const folder = path.join(dataDir, 'outbox');
	const files = existsSync(folder) ? readdirSync(folder).map((file) => path.join(folder, file)) : [];
	const told = [...addresses, ...names.filter((name) => name.includes(' '))].map((text) =>
		text.toLowerCase()
	);
	const meant = files.filter((file) => {
		const words = readable(readFileSync(file, 'latin1')).toLowerCase();
		return told.some((text) => words.includes(text));
	});
	for (const file of meant) rmSync(file);
	return meant.length;
}

/** What a mail says, in each way in which its parts may be written (RFC 2045, section 6; RFC 2047). */
function readable(source: string): string {
	const whole = source.replace(/\r\n[ \t]+/g, ' ');
	const base64 = [...source.matchAll(/(?:[A-Za-z0-9+/=]{20,}\r?\n?)+/g)].map(([block]) =>
		Buffer.from(block, 'base64').toString('utf8')
	);
	const words = [...whole.matchAll(/=\?utf-8\?([BQ])\?(.*?)\?=/gi)].map(([, encoding, word]) =>
		encoding!.toUpperCase() === 'B'
			? Buffer.from(word!, 'base64').toString('utf8')
			: quotedPrintable(word!.replaceAll('_', ' '))
	);
	return [whole, quotedPrintable(source), ...base64, words.join('')]
		.join('\n')
		.replace(/[\s\u2066-\u2069]+/g, ' ');
}

function quotedPrintable(text: string): string {
	const bytes = text
		.replace(/=\r?\n/g, '')
		.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
