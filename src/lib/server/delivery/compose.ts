import type { Language } from '#lib/domain/documents/common.ts';
import { cleanText } from '#lib/domain/text.ts';
import { directions, loadMessages, localPath, translator, type MessageKey } from '#lib/i18n.ts';
import type { InBoth, LetterArguments, Template } from './letters.ts';

export type Composed = { subject: string; text: string; html: string };

type Stored = { template: Template; language: Language; arguments: LetterArguments };

/** Longest value that is filled into a sentence; what is longer is cut. */
const LONGEST_VALUE = 200;

/** Writes a mail as text and as simple HTML. Whatever a value holds, it adds no line, header, link or markup. */
export async function compose(
	{ template, language, arguments: given }: Stored,
	origin: string
): Promise<Composed> {
	const t = translator(language, await loadMessages(language));
	const { link, quote, ...rest } = given;
	const values = Object.fromEntries(
		Object.entries(rest).map(([name, value]) => [name, inSentence(value, language)])
	);
	const say = (part: string) =>
		t(`mail.${template}.${part}` as MessageKey, { ...values, site: t('site.name') });
	const address = link === undefined ? undefined : origin + localPath(language, link);
	const button = address === undefined ? undefined : { label: say('button'), address };
	const parts: Parts = {
		paragraphs: say('text').split('\n'),
		quote: quote === undefined ? undefined : cleanText(quote, { multiline: true }),
		button,
		closing: t('mail.closing', { site: t('site.name') }),
		home: origin + localPath(language, '/')
	};
	const subject = say('subject').replace(ISOLATES, '');
	return { subject, text: plain(parts), html: page(parts, subject, language) };
}

type Button = { label: string; address: string };

type Parts = {
	paragraphs: string[];
	quote: string | undefined;
	button: Button | undefined;
	closing: string;
	home: string;
};

const [ISOLATE, END_OF_ISOLATE] = ['\u2068', '\u2069'];
const ISOLATES = /[\u2068\u2069]/g;

/** What mail programs make a link of by themselves: an address in a name would be one of the register's own. */
const LINK_LIKE = /(?<=[\p{L}\p{N}])([.:@/])(?=[\p{L}\p{N}/])/gu;
const WORD_JOINER = '\u2060';

/** One line, within isolates, so that a name in the other script leaves the sentence in order. */
function inSentence(value: string | InBoth, language: Language): string {
	const line = cleanText(typeof value === 'string' ? value : value[language]);
	const short = [...line].slice(0, LONGEST_VALUE).join('');
	return ISOLATE + short.replace(LINK_LIKE, `${WORD_JOINER}$1${WORD_JOINER}`) + END_OF_ISOLATE;
}

function plain({ paragraphs, quote, button, closing, home }: Parts): string {
	const quoted = quote
		?.split('\n')
		.map((line) => `> ${line}`)
		.join('\n');
	const parts = [
		...paragraphs,
		quoted,
		button && `${button.label}:\n${button.address}`,
		`${closing}\n${home}`
	];
	return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

/** Mail programs know little CSS, and drop what stands in a style sheet. */
const style = {
	body: "margin:0;padding:24px;background:#fbfaf6;color:#1b2426;font:17px/1.7 'Segoe UI',Tahoma,Arial,sans-serif",
	letter: 'max-width:36em;margin:0 auto',
	button:
		'display:inline-block;padding:10px 22px;border-radius:6px;background:#0c5a59;color:#ffffff;text-decoration:none;font-weight:bold',
	address: 'color:#56605f;font-size:14px;word-break:break-all',
	quote: 'margin:16px 0;padding:4px 16px;border-inline-start:4px solid #dedacd;white-space:pre-line',
	closing: 'margin-top:32px;padding-top:12px;border-top:1px solid #dedacd;color:#56605f;font-size:14px'
};

function page(parts: Parts, subject: string, language: Language): string {
	const { paragraphs, quote, button, closing, home } = parts;
	const dir = directions[language];
	const body = [
		...paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
		...(quote ? [`<blockquote dir="auto" style="${style.quote}">${escape(quote)}</blockquote>`] : []),
		...(button ? [buttonOf(button)] : []),
		`<p style="${style.closing}">${escape(closing)}<br><a href="${escape(home)}" dir="ltr">${escape(home)}</a></p>`
	];
	return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body dir="${dir}" style="${style.body}">
<div style="${style.letter}">
${body.join('\n')}
</div>
</body>
</html>
`;
}

const buttonOf = ({ label, address }: Button) =>
	`<p><a href="${escape(address)}" style="${style.button}">${escape(label)}</a></p>
<p dir="ltr" style="${style.address}">${escape(address)}</p>`;

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Isolates are written as `bdi`, which every HTML reader knows. */
const escape = (text: string) =>
	text
		.replace(/[&<>"']/g, (character) => entities[character]!)
		.replaceAll(ISOLATE, '<bdi>')
		.replaceAll(END_OF_ISOLATE, '</bdi>');
