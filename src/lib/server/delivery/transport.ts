import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Env } from '../platform/env.ts';
import type { Composed } from './compose.ts';

/** A mail ready to go; sent twice under one id, it is the same mail to those who receive it. */
export type Outgoing = Composed & {
	id: string;
	recipient: string;
	language: string;
	sender_name: string;
	created_at: Date;
};

export type Transport = { send(mail: Outgoing): Promise<void>; close(): void };

/** Milliseconds after which a mail server that says nothing has failed. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends by the mail server of `SMTP_URL`; without one, writes each mail as a file below `DATA_DIR/outbox`. */
export function openTransport({
	smtpUrl,
	dataDir,
	origin
}: Pick<Env, 'smtpUrl' | 'dataDir' | 'origin'>): Transport {
	return smtpUrl ? serverTransport(smtpUrl, origin) : folderTransport(path.join(dataDir, 'outbox'), origin);
}

function serverTransport(smtpUrl: string, origin: string): Transport {
	const url = new URL(smtpUrl);
	const sender = url.searchParams.get('from') ?? defaultSender(origin);
	url.searchParams.delete('from');
	const server = createTransport({ url: url.href, ...PATIENCE });
	return {
		async send(mail) {
			await server.sendMail(envelopeOf(mail, sender));
		},
		close: () => server.close()
	};
}

function folderTransport(folder: string, origin: string): Transport {
	const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
	return {
		async send(mail) {
			const { message } = await writer.sendMail(envelopeOf(mail, defaultSender(origin)));
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const file = path.join(folder, `${fileTime(mail.created_at)}-${mail.id}.eml`);
			await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
			await rename(`${file}.part`, file);
		},
		close: () => writer.close()
	};
}

const defaultSender = (origin: string) => `no-reply@${new URL(origin).hostname}`;

/** To the thousandth of a second: files are sorted as their mails were made. */
const fileTime = (moment: Date) => moment.toISOString().slice(0, -1).replaceAll(':', '-');

/** Addresses are given as objects, so that nothing in them is read as a list or a header. */
function envelopeOf(mail: Outgoing, sender: string) {
	const { id, recipient, subject, text, html, language, sender_name, created_at } = mail;
	return {
		from: { name: sender_name, address: sender },
		to: { name: '', address: recipient },
		subject,
		text,
		html,
		date: created_at,
		messageId: `<${id}@${sender.split('@').at(-1)}>`,
		headers: { 'content-language': language, 'auto-submitted': 'auto-generated' },
		disableFileAccess: true,
		disableUrlAccess: true
	};
}
