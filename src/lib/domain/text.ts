const arabicDigits = /[٠-٩۰-۹]/g;

/** Arabic (٠–٩) and Persian (۰–۹) digits as ASCII; everything else as it was. */
export function toAsciiDigits(text: string): string {
	return text.replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Zero-width characters, bidi controls, soft hyphen, byte-order mark, annotation marks and tags. They are
 * never seen, so two names that look alike would differ, or a name would turn the text around it.
 */
const invisible =
	/[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** In running text the non-joiner U+200C between two letters is Persian or Urdu spelling, and stays. */
const invisibleInProse = new RegExp(`(?!(?<=\\p{L}\\p{M}*)\\u200C\\p{L})${invisible.source}`, 'gu');

/** The joiner U+200D is wanted only inside an emoji, as in 👨‍👩‍👧. */
const strayJoiner =
	/(?!(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D\p{Extended_Pictographic})\u200D/gu;

const loneSurrogates = /\p{Surrogate}/gu;
const lineBreaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/**
 * Text fit to be kept: NFC, without controls, invisible characters and lone surrogates, every run of
 * spaces one space, trimmed. Line breaks become spaces, or with `multiline` stay as `\n`, at most two
 * together.
 */
export function cleanText(text: string, { multiline = false } = {}): string {
	const visible = text
		.replace(loneSurrogates, '')
		.replace(lineBreaks, multiline ? '\n' : ' ')
		.replace(controls, '')
		.replace(strayJoiner, '')
		.replace(multiline ? invisibleInProse : invisible, '')
		.normalize('NFC');
	return visible
		.replace(/[\t\p{Zs}]+/gu, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** Whether nothing is left of a typed text once it is clean. */
export function isBlank(text: string | null | undefined): boolean {
	return cleanText(text ?? '') === '';
}

export type ForbiddenNumber = 'iban' | 'national_id' | 'payment_card' | 'payment';

/**
 * What a text that is to be published may not hold: a bank account (IBAN, ISO 13616), a Saudi national id
 * or iqama number (ten digits, first 1 or 2, Luhn), a payment card (ISO/IEC 7812), or a payment wallet with a
 * mobile number. Only licensed bodies may collect money, and identity numbers are personal data (PDPL).
 */
export function moneyOrIdentityIn(text: string): ForbiddenNumber | undefined {
	const plain = toAsciiDigits(cleanText(text).normalize('NFKC')).replace(dashes, '-');
	if (holdsIban(plain)) return 'iban';
	if (holdsNationalId(plain)) return 'national_id';
	if (holdsCard(plain)) return 'payment_card';
	if (wallet.test(plain) && saudiMobile.test(plain)) return 'payment';
	return undefined;
}

const dashes = /[\p{Pd}\u2212]/gu;

/** Length of an IBAN by country: SWIFT IBAN registry. */
const ibanLengths = new Map(
	(
		'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 ' +
		'EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 ' +
		'IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 ' +
		'NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 ' +
		'SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
	)
		.split(' ')
		.map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const)
);

function holdsIban(text: string): boolean {
	const starts = text.toUpperCase().matchAll(/(?<![A-Z0-9])[A-Z]{2}[ .-]?\d[ .-]?\d(?:[ .-]?[A-Z0-9])+/g);
	return [...starts].some(([run]) => {
		const length = ibanLengths.get(run.slice(0, 2)) ?? Infinity;
		return isIban(run.replace(/[ .-]/g, '').slice(0, length), length);
	});
}

/** ISO 7064 MOD 97-10 over the account with its first four characters moved to the end, A = 10 … Z = 35. */
function isIban(account: string, length: number): boolean {
	if (account.length !== length) return false;
	const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
		String(letter.charCodeAt(0) - 55)
	);
	return BigInt(digits) % 97n === 1n;
}

function holdsNationalId(text: string): boolean {
	const whole = [...text.matchAll(/(?<![\d+]|\d[.,-])[12]\d{9}(?!\d|[.,-]\d)/g)].map(([number]) => number);
	const inGroups = [...text.matchAll(/(?<![\d+]|\d[ .,-])[12](?:[ -]?\d){9}(?![ .,-]?\d)/g)]
		.map(([run]) => groupsOf(run))
		.filter(([first = '', second = '']) => !(year.test(first) && (second.length <= 2 || year.test(second))))
		.map((groups) => groups.join(''));
	return [...whole, ...inGroups].some(isLuhn);
}

/** Ten digits that begin with a year, in either calendar, and a month or another year are dates. */
const year = /^(1[345]|19|20)\d\d$/;

/** Digits by which the cards begin that are used in Saudi Arabia, and how many they have. */
const card = /^(4(\d{12}|\d{15}|\d{18})|5\d{15}|2[2-7]\d{14}|3[47]\d{13}|6\d{15,18})$/;

/** A card stands in one or several groups of a run of digits, beside what may be its date. */
function holdsCard(text: string): boolean {
	const runs = [...text.matchAll(/(?<![\d+]|\d[.,])\d(?:[ -]?\d){12,}(?![.,]\d)/g)];
	return runs.some(([run]) => {
		const groups = groupsOf(run);
		return groups.some((_, start) => groups.some((_, end) => isCard(groups.slice(start, end + 1).join(''))));
	});
}

const groupsOf = (run: string): string[] => run.split(/[ -]/);
const isCard = (number: string): boolean => card.test(number) && isLuhn(number);
const isLuhn = (number: string): boolean => luhnSum(number) % 10 === 0;

function luhnSum(number: string): number {
	return [...number].reverse().reduce((sum, digit, index) => {
		const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
		return sum + (value > 9 ? value - 9 : value);
	}, 0);
}

const wallet = /stc\s?-?(pay|bank|باي)|[إا]س\s?تي\s?سي\s?(باي|بنك)|urpay|mobily\s?pay/i;
const saudiMobile = /(?<!\d)(?:(?:\+|00)?966[ -]?|0)5(?:[ -]?\d){8}(?!\d)/;
