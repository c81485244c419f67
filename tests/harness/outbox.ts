import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A mail as its reader would see it. */
export type ReadMail = { to: string; subject: string; text: string; html: string; headers: string };

/** The mails that were written as files below a data folder, oldest first. */
export function readOutbox(dataDir: string): ReadMail[] {
	const folder = path.join(dataDir, 'outbox');
	const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.eml')) : [];
	return files.sort().map((file) => readMail(readFileSync(path.join(folder, file), 'utf8')));
}

/** Takes a mail apart: two parts, text and HTML, as the register writes them. */
export function readMail(source: string): ReadMail {
	const [headers, body] = halves(source);
	const boundary = /boundary="(.+?)"/.exec(headers)?.[1] ?? '';
	const [text = '', html = ''] = body.split(`--${boundary}`).slice(1, 3).map(partOf);
	return { to: header(headers, 'To'), subject: header(headers, 'Subject'), text, html, headers };
}

function halves(source: string): [head: string, body: string] {
	const gap = source.indexOf('\r\n\r\n');
	return [source.slice(0, gap).replace(/\r\n[ \t]+/g, ' '), source.slice(gap + 4)];
}

function header(headers: string, name: string): string {
	const value = new RegExp(`^${name}: (.*)$`, 'm').exec(headers)?.[1] ?? '';
	return value.replace(/\?= =\?/g, '?==?').replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, encoding, word) => {
		return encoding.toUpperCase() === 'B' ? base64(word) : quotedPrintable(word.replaceAll('_', ' '));
	});
}

function partOf(part: string): string {
	const [headers, body] = halves(part.trimStart());
	const encoding = header(headers, 'Content-Transfer-Encoding').trim();
	const content = body.replace(/\r\n$/, '');
	if (encoding === 'base64') return base64(content);
	return (encoding === 'quoted-printable' ? quotedPrintable(content) : content).replaceAll('\r\n', '\n');
}

const base64 = (text: string) => Buffer.from(text, 'base64').toString('utf8').replaceAll('\r\n', '\n');

const quotedPrintable = (text: string) =>
	Buffer.from(
		text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	).toString('utf8');
