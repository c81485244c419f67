import { daysWithin, partsOf, type DateParts, type PartialDate } from './dates.ts';
import type { CalendarName } from './month_names.ts';

type Language = 'ar' | 'en';
type Calendars = { calendars?: 'stated' | 'both' };

/** Calendar and numbering are always named: the defaults of `ar-SA` have changed between ICU releases. */
const locales = {
	ar: { gregorian: 'ar-u-ca-gregory-nu-latn', 'islamic-umalqura': 'ar-u-ca-islamic-umalqura-nu-latn' },
	en: { gregorian: 'en-GB-u-ca-gregory-nu-latn', 'islamic-umalqura': 'en-GB-u-ca-islamic-umalqura-nu-latn' }
};

const eras = {
	ar: { gregorian: 'م', 'islamic-umalqura': 'هـ' },
	en: { gregorian: '', 'islamic-umalqura': ' AH' }
};

const qualifiers = {
	ar: { '~': 'نحو', '?': 'يُرجَّح' },
	en: { '~': 'about', '?': 'probably' }
};

/** First and last day (ISO) of the Umm al-Qura table, 1300 to 1600 AH: outside it no day is converted. */
const table = { first: daysWithin('1300 AH').earliest, last: daysWithin('1600 AH').latest };

/**
 * A date in words, in the calendar in which it was stated, with the other beside it (unless
 * `calendars: 'stated'`): `3 ديسمبر 2022م (9 جمادى الأولى 1444هـ)`. Only whole days convert; a Hijri month
 * or year shows the Gregorian years it touches: `1383هـ (1963–1964م)`. Latin digits. The text holds no
 * bidi marks: set it in an element of its own direction (`lang` and `dir`, or `<bdi>`); in a right-to-left
 * run the span of years reads from the right, as it should.
 */
export function displayDate(date: PartialDate, lang: Language, options: Calendars = {}): string {
	const parts = partsOf(date);
	const words = inWords(date, parts, lang, options);
	return parts.qualifier ? `${qualifiers[lang][parts.qualifier]} ${words}` : words;
}

/** `من … إلى …`, `منذ …` or `حتى …`; both ends alike show as the one date, none as an empty text. */
export function displayRange(
	from: PartialDate | undefined,
	until: PartialDate | undefined,
	lang: Language,
	options: Calendars = { calendars: 'stated' }
): string {
	if (from && from === until) return displayDate(from, lang, options);
	const [start, end] = [from && inRange(from, lang, options), until && inRange(until, lang, options)];
	if (start && end) return lang === 'ar' ? `من ${start} إلى ${end}` : `from ${start} to ${end}`;
	if (start) return lang === 'ar' ? `منذ ${start}` : `since ${start}`;
	if (end) return lang === 'ar' ? `حتى ${end}` : `until ${end}`;
	return '';
}

/** After a preposition "probably" has to follow its date, in both languages. */
function inRange(date: PartialDate, lang: Language, options: Calendars): string {
	const parts = partsOf(date);
	if (parts.qualifier !== '?') return displayDate(date, lang, options);
	return inWords(date, parts, lang, options) + (lang === 'ar' ? ' على الأرجح' : ' (probably)');
}

function inWords(
	date: PartialDate,
	parts: DateParts,
	lang: Language,
	{ calendars = 'both' }: Calendars
): string {
	const { earliest, latest } = daysWithin(date);
	const stated = written(earliest, parts, parts.calendar, lang);
	const other = calendars === 'both' && inOtherCalendar(earliest, latest, parts, lang);
	return other ? `${stated} (${other})` : stated;
}

function inOtherCalendar(
	earliest: string,
	latest: string,
	parts: DateParts,
	lang: Language
): string | undefined {
	const isHijri = parts.calendar === 'islamic-umalqura';
	if (parts.day === undefined) return isHijri ? yearSpan(earliest, latest, lang) : undefined;
	if (isHijri) return written(earliest, parts, 'gregorian', lang);
	const isInTable = earliest >= table.first && earliest <= table.last;
	return isInTable ? written(earliest, parts, 'islamic-umalqura', lang) : undefined;
}

/** In an en dash between two numbers the direction of the run decides; both ends stay plain digits. */
function yearSpan(earliest: string, latest: string, lang: Language): string {
	const [first, last] = [earliest.slice(0, 4), latest.slice(0, 4)];
	return (first === last ? first : `${first}–${last}`) + eras[lang].gregorian;
}

/** The day in one calendar, as precise as `precision` says: Intl gives the numbers and the month's name. */
function written(isoDay: string, precision: DateParts, calendar: CalendarName, lang: Language): string {
	const format = new Intl.DateTimeFormat(locales[lang][calendar], {
		timeZone: 'UTC',
		year: 'numeric',
		...(precision.month && { month: 'long' }),
		...(precision.day && { day: 'numeric' })
	});
	const parts = format.formatToParts(new Date(isoDay));
	const wanted = ['day', 'month', 'year'].map((type) => parts.find((part) => part.type === type)?.value);
	return wanted.filter(Boolean).join(' ') + eras[lang][calendar];
}
