import { createContext } from 'svelte';
import { IntlMessageFormat } from 'intl-messageformat';
import type arabic from '../../messages/ar.json';
import type { Language } from './domain/documents/common.ts';

export type MessageKey = keyof typeof arabic;
export type Messages = Readonly<Record<MessageKey, string>>;
export type MessageArguments = Record<string, string | number>;
export type Translate = (key: MessageKey, args?: MessageArguments) => string;

/** A text and the language that it is in, for the `lang` and `dir` of its element. */
export type LocalizedText = { text: string; lang: Language };

/** Locales for `Intl`: calendar and digits are named, for browsers differ in what Arabic implies. */
export const locales: Record<Language, string> = {
	ar: 'ar-u-ca-gregory-nu-latn',
	en: 'en-GB-u-ca-gregory-nu-latn'
};

export const directions: Record<Language, 'rtl' | 'ltr'> = { ar: 'rtl', en: 'ltr' };

/** Loads the messages of one language; the other never reaches the browser. */
export async function loadMessages(lang: Language): Promise<Messages> {
	const file = lang === 'ar' ? import('../../messages/ar.json') : import('../../messages/en.json');
	return (await file).default;
}

/** Formats the ICU messages of one language. A key that is not there is a bug and throws. */
export function translator(lang: Language, messages: Messages): Translate {
	const formats = formatsOf(messages);
	return (key, args) => {
		let format = formats.get(key);
		if (!format) {
			if (messages[key] === undefined) throw new Error(`No message "${key}" in ${lang}`);
			formats.set(key, (format = new IntlMessageFormat(messages[key], locales[lang])));
		}
		return String(format.format(args));
	};
}

const parsed = new WeakMap<Messages, Map<MessageKey, IntlMessageFormat>>();

/** Messages never change while the server runs, so each is parsed once, not once a request. */
function formatsOf(messages: Messages) {
	let formats = parsed.get(messages);
	if (!formats) parsed.set(messages, (formats = new Map()));
	return formats;
}

/** The word for a code of one of the register's own lists, such as `organization_kind`. */
export function word(t: Translate, list: CodeList, code: string): string {
	return t(`${list}.${code}` as MessageKey);
}

/** Lists of codes that have a message for each code: `{list}.{code}`. */
export type CodeList =
	| 'organization_kind'
	| 'organization_status'
	| 'term_state'
	| 'licence_state'
	| 'conference_kind'
	| 'conference_status'
	| 'participation_role'
	| 'organizer_role'
	| 'patron_role'
	| 'recommendation_state'
	| 'name_kind'
	| 'link_kind'
	| 'contact_kind'
	| 'visibility'
	| 'display'
	| 'display_hint'
	| 'history_role'
	| 'team_role'
	| 'claim_state'
	| 'proposal_state'
	| 'record_type'
	| 'channel'
	| 'change_state'
	| 'report_state'
	| 'report_kind'
	| 'standing'
	| 'erasure_reason'
	| 'retirement_reason'
	| 'audit_action'
	| 'audit_shown';

export type Translator = { t: Translate; lang: Language; path: (address: string) => string };

const [getTranslator, putTranslator] = createContext<Translator>();

/** Gives the components below this one their language. */
export function setTranslator(t: Translate, lang: Language): Translator {
	return putTranslator({ t, lang, path: (address) => localPath(lang, address) });
}

/** The language of the page: its messages `t`, and `path`, which leads to an address in that language. */
export const useTranslator = (): Translator => getTranslator();

/** The address of a page in a language: Arabic stands at the root, English below `/en`. */
export function localPath(lang: Language, address: string): string {
	return lang === 'ar' ? address : `/en${address}`.replace(/^\/en\/(?=$|[?#])/, '/en');
}

export function languageOfPath(pathname: string): Language {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'ar';
}

/** The path of the route behind an address: without its language. Of two slashes one is left: a link to `//x` leads to another site. */
export function withoutLanguage(pathname: string): string {
	if (languageOfPath(pathname) === 'ar') return pathname;
	return pathname.slice('/en'.length).replace(/^[/\\]*/, '/');
}

/** The name of a record in a language. */
export function nameIn(lang: Language, names: { name_ar: string; name_en: string }): LocalizedText {
	return textIn(lang, { ar: names.name_ar, en: names.name_en });
}

/** A text in the wanted language, else in the other one; its `lang` says which it is. */
export function textIn(
	lang: Language,
	text: { ar?: string | null | undefined; en?: string | null | undefined } | null | undefined
): LocalizedText {
	const other = lang === 'ar' ? 'en' : 'ar';
	const found = text?.[lang] || text?.[other] || '';
	return { text: found, lang: languageOfText(found, lang) };
}

const scripts: Record<Language, RegExp> = { ar: /\p{Script=Arabic}/u, en: /\p{Script=Latin}/u };

/** The language that a text is written in, by its letters; where they do not tell, the expected one. */
export function languageOfText(text: string, expected: Language): Language {
	const other = expected === 'ar' ? 'en' : 'ar';
	return !scripts[expected].test(text) && scripts[other].test(text) ? other : expected;
}
