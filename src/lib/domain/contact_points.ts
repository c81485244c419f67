import type { MessageKey } from './dates.ts';
import { cleanText, toAsciiDigits } from './text.ts';

type Read<T> = { value: T; error?: undefined } | { error: MessageKey };
export type ReadLink = Read<{ kind: string; url: string }>;

/** How a service names its members in addresses, and how those are written here. */
type Service = {
	kind: string;
	hosts: readonly string[];
	/** The member in the path of an address; other paths (a post, a group, a channel) stay as they are. */
	member: RegExp;
	address: (member: string) => string;
	/** What a member's name may look like when it stands alone. */
	alone: RegExp;
};

const services: readonly Service[] = [
	{
		kind: 'x',
		hosts: ['x.com', 'twitter.com'],
		member: /^\/(?:#!\/)?@?(\w{1,15})\/?$/,
		address: (member) => `https://x.com/${member}`,
		alone: /^@?(\w{1,15})$/
	},
	{
		kind: 'instagram',
		hosts: ['instagram.com', 'instagr.am'],
		member: /^\/@?([\w.]{1,30})\/?$/,
		address: (member) => `https://www.instagram.com/${member}`,
		alone: /^@?([\w.]{1,30})$/
	},
	{
		kind: 'snapchat',
		hosts: ['snapchat.com'],
		member: /^\/(?:add\/|@)([\w.-]{3,30})\/?$/,
		address: (member) => `https://www.snapchat.com/add/${member}`,
		alone: /^@?([\w.-]{3,30})$/
	},
	{
		kind: 'tiktok',
		hosts: ['tiktok.com'],
		member: /^\/@([\w.]{2,24})\/?$/,
		address: (member) => `https://www.tiktok.com/@${member}`,
		alone: /^@?([\w.]{2,24})$/
	},
	{
		kind: 'telegram',
		hosts: ['t.me', 'telegram.me', 'telegram.dog'],
		member: /^\/(?:s\/)?@?(\w{4,32})\/?$/,
		address: (member) => `https://t.me/${member}`,
		alone: /^@?(\w{4,32})$/
	},
	{ kind: 'facebook', hosts: ['facebook.com', 'fb.com'], member: /^$/, address: String, alone: /^$/ },
	{ kind: 'youtube', hosts: ['youtube.com', 'youtu.be'], member: /^$/, address: String, alone: /^$/ },
	{ kind: 'linkedin', hosts: ['linkedin.com'], member: /^$/, address: String, alone: /^$/ }
];

const whatsappHosts = ['wa.me', 'whatsapp.com', 'api.whatsapp.com', 'chat.whatsapp.com', 'web.whatsapp.com'];

/** What trackers add to an address and nobody needs to find the page; elsewhere `s` and `t` may mean the page. */
const tracking = /^(utm_\w+|igsh|igshid|fbclid|gclid)$/;

/**
 * A link as people paste it, in its one form: an address with or without `https://`, on a mobile host, with trackers;
 * `@name` or the name alone where `kind` says of which service; a number for WhatsApp. The host tells the service, also
 * against `kind`.
 */
export function readLink(kind: string, typed: string, country = 'SA'): ReadLink {
	const text = toAsciiDigits(cleanText(typed)).replace(/\s+/g, kind === 'whatsapp' ? ' ' : '');
	if (kind === 'whatsapp' && !/[a-z]/i.test(text)) return whatsappNumber(text, country);
	const service = services.find((each) => each.kind === kind);
	const alone = service && !/[/]/.test(text) && !isHost(text) ? service.alone.exec(text)?.[1] : undefined;
	if (service && alone) return { value: { kind, url: service.address(alone) } };
	const url = /^https?:\/\//i.test(text)
		? URL.parse(text)
		: looksLikeAddress(text)
			? URL.parse(`https://${text}`)
			: null;
	if (!url || url.username || url.password || !url.hostname.includes('.'))
		return { error: 'error.not_a_web_address' };
	return canonical(kind, url, country);
}

/** Names of members hold dots too; only an ending that hosts of these services have makes one a host. */
const isHost = (text: string) => /\.(com|me|am|org|net|sa|be|dog)$/i.test(text);

const looksLikeAddress = (text: string) => /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(text);

function canonical(kind: string, url: URL, country: string): ReadLink {
	const host = url.hostname.replace(/^(www|m|mobile|ar-ar|web)\./, '');
	if (whatsappHosts.includes(host) || whatsappHosts.includes(url.hostname)) return whatsapp(url, country);
	const service = services.find(({ hosts }) => hosts.includes(host));
	const member = service?.member.exec(url.pathname)?.[1];
	if (service && member) return { value: { kind: service.kind, url: service.address(member) } };
	return { value: { kind: service?.kind ?? misplaced(kind), url: withoutTrackers(url) } };
}

/** An address elsewhere is no page of the service that was chosen. */
const misplaced = (kind: string) =>
	kind === 'whatsapp' || services.some((each) => each.kind === kind) ? 'website' : kind;

/** `wa.me/9665…` and `send?phone=` lead to a number; groups, channels and short links have addresses of their own. */
function whatsapp(url: URL, country: string): ReadLink {
	const number = url.searchParams.get('phone') ?? /^\/(\+?\d{8,15})\/?$/.exec(url.pathname)?.[1];
	return number
		? whatsappNumber(number, country)
		: { value: { kind: 'whatsapp', url: withoutTrackers(url) } };
}

function whatsappNumber(typed: string, country: string): ReadLink {
	const plain = /^[1-9]\d{9,14}$/.test(typed) ? `+${typed}` : typed;
	const read = readPhone(plain, country);
	if (read.error !== undefined) return read;
	return { value: { kind: 'whatsapp', url: `https://wa.me/${read.value.slice(1)}` } };
}

function withoutTrackers(url: URL): string {
	const clean = new URL(url);
	for (const name of [...clean.searchParams.keys()]) if (tracking.test(name)) clean.searchParams.delete(name);
	return clean.href.replace(/\/$/, clean.pathname === '/' && !clean.search && !clean.hash ? '' : '/');
}

/** Calling codes (ITU E.164) and the length of numbers within the country, without the zero before them. */
const plans: Readonly<Record<string, { code: string; national: RegExp }>> = {
	SA: { code: '966', national: /^(5\d{8}|1[1-7]\d{7}|9200\d{5}|800\d{7})$/ },
	BH: { code: '973', national: /^[136789]\d{7}$/ },
	KW: { code: '965', national: /^[124569]\d{7}$/ },
	QA: { code: '974', national: /^[2-7]\d{7}$/ },
	OM: { code: '968', national: /^[279]\d{7}$/ },
	AE: { code: '971', national: /^(5\d{8}|[2-7]\d{7}|800\d{4,7}|600\d{6})$/ }
};

/**
 * A telephone number as ITU E.164, `+966501234567`: typed in any digits, with spaces, hyphens or brackets, with `+` or
 * `00`, or as it is dialled in `country` (`05…`, `013…`, `9200…`, `800…`). A zero left behind the country code is dropped.
 */
export function readPhone(typed: string, country = 'SA'): Read<string> {
	const text = toAsciiDigits(cleanText(typed)).replace(/[\s().\-–‐/]/g, '');
	const international = /^(?:\+|00)([1-9]\d{6,14})$/.exec(text)?.[1];
	if (!/^\+?\d+$/.test(text)) return { error: 'contact.not_a_phone' };
	if (international) return inCountry(international);
	const plan = plans[country];
	const national = text.replace(/^0/, '');
	if (plan?.national.test(national)) return { value: `+${plan.code}${national}` };
	const coded = plan && text.startsWith(plan.code) ? inCountry(text) : undefined;
	return coded ?? { error: 'contact.not_a_phone' };
}

function inCountry(digits: string): Read<string> {
	const plan = Object.values(plans).find(({ code }) => digits.startsWith(code));
	if (!plan) return { value: `+${digits}` };
	const national = digits.slice(plan.code.length).replace(/^0/, '');
	return plan.national.test(national)
		? { value: `+${plan.code}${national}` }
		: { error: 'contact.not_a_phone' };
}

/** An e-mail address, its host in small letters. An Arabic comma or letter that slipped in is named. */
export function readEmail(typed: string): Read<string> {
	const text = toAsciiDigits(cleanText(typed))
		.replace(/^mailto:/i, '')
		.replace(/\s/g, '');
	if (/[،٫٬]/.test(text)) return { error: 'contact.email_arabic_comma' };
	if (text.includes(',')) return { error: 'contact.email_comma' };
	if (/\p{Script=Arabic}/u.test(text)) return { error: 'contact.email_arabic_letters' };
	const [, local, host] =
		/^([^@\s<>"(),:;[\]\\]{1,64})@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})$/i.exec(text) ?? [];
	return local && host ? { value: `${local}@${host.toLowerCase()}` } : { error: 'error.not_an_email' };
}

/** A way to reach somebody, in its one form. */
export function readContact(kind: string, typed: string, country?: string): Read<string> {
	if (kind === 'email') return readEmail(typed);
	if (kind === 'phone') return readPhone(typed, country);
	if (kind === 'whatsapp') {
		const link = readLink('whatsapp', typed, country);
		if (link.error !== undefined) return link;
		const number = /^https:\/\/wa\.me\/(\d+)$/.exec(link.value.url)?.[1];
		return number ? { value: `+${number}` } : { error: 'contact.not_a_phone' };
	}
	return { value: cleanText(typed) };
}
