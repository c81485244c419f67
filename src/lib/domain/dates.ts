import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, parseDate } from '@internationalized/date';
import { fold } from './folding.ts';
import { monthNamed, type CalendarName } from './month_names.ts';
import { cleanText, toAsciiDigits } from './text.ts';

/**
 * A date as it was stated: EDTF level 0/1 (ISO 8601-2) for Gregorian days, months and years, `2022-12-03`,
 * `2022-12`, `2014`; the same with ` AH` for Umm al-Qura, `1431-03-29 AH`. `?` after the digits: uncertain
 * or inferred; `~`: approximate.
 */
export type PartialDate = string;

export type DateParts = {
	calendar: CalendarName;
	year: number;
	month?: number;
	day?: number;
	qualifier?: '?' | '~';
};

export type MessageKey = string;

export type ReadDate =
	{ date: PartialDate | undefined; error?: undefined } | { date?: undefined; error: MessageKey };

const calendars = { gregorian: new GregorianCalendar(), 'islamic-umalqura': new IslamicUmalquraCalendar() };

/** Years in which a date is read at all; the Umm al-Qura table covers 1300 to 1600. */
const years = {
	gregorian: { first: 1600, last: 2200 },
	'islamic-umalqura': { first: 1300, last: 1600 }
};

const canonical = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~])?( AH)?$/;

/** The parts of a date in canonical form; undefined for any other form and for days that do not exist. */
export function parsePartialDate(text: string): DateParts | undefined {
	const match = canonical.exec(text);
	if (!match) return undefined;
	const [, year, month, day, qualifier, era] = match;
	const parts: DateParts = { calendar: era ? 'islamic-umalqura' : 'gregorian', year: Number(year) };
	if (month) parts.month = Number(month);
	if (day) parts.day = Number(day);
	if (qualifier === '?' || qualifier === '~') parts.qualifier = qualifier;
	return refuseParts(parts) ? undefined : parts;
}

export function formatPartialDate({ calendar, year, month, day, qualifier }: DateParts): PartialDate {
	const digits = [String(year).padStart(4, '0')];
	if (month !== undefined) digits.push(String(month).padStart(2, '0'));
	if (month !== undefined && day !== undefined) digits.push(String(day).padStart(2, '0'));
	return digits.join('-') + (qualifier ?? '') + (calendar === 'gregorian' ? '' : ' AH');
}

export function precisionOf(date: PartialDate): 'day' | 'month' | 'year' {
	const { month, day } = partsOf(date);
	return day ? 'day' : month ? 'month' : 'year';
}

/** The first and the last Gregorian day (ISO) that the date can mean; its qualifier does not widen it. */
export function daysWithin(date: PartialDate): { earliest: string; latest: string } {
	const { calendar, year, month, day } = partsOf(date);
	const lastMonth = month ?? 12;
	const lastDay = day ?? daysInMonth(calendar, year, lastMonth);
	return {
		earliest: gregorianDay(calendar, year, month ?? 1, day ?? 1),
		latest: gregorianDay(calendar, year, lastMonth, lastDay)
	};
}

/** Order by the earliest day, then by the latest: negative where `a` comes first. */
export function compareDates(a: PartialDate, b: PartialDate): number {
	const [first, second] = [daysWithin(a), daysWithin(b)];
	return compareText(first.earliest, second.earliest) || compareText(first.latest, second.latest);
}

/** Today's date (ISO) where the register is kept. */
export function todayIn(timeZone = 'Asia/Riyadh', now = new Date()): string {
	const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
		timeZone,
		...{ year: 'numeric', month: '2-digit', day: '2-digit' }
	});
	const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
	return `${part.year}-${part.month}-${part.day}`;
}

/** The day `count` days after (or before, if negative) an ISO day. */
export function addDays(day: string, count: number): string {
	return parseDate(day).add({ days: count }).toString();
}

/**
 * The date typed in the boxes of a form: any digits, spaces, invisible characters, a month also by name.
 * All but the year may be missing; all empty is no date. Wrong input comes back as the key of its message.
 */
export function readTypedDate(typed: {
	day?: string;
	month?: string;
	year?: string;
	calendar?: string;
	qualifier?: string;
}): ReadDate {
	const [day, month, year] = [tidy(typed.day), tidy(typed.month), tidy(typed.year)];
	if (!day && !month && !year) return { date: undefined };
	if (!year) return { error: 'date.year_missing' };
	if (day && !month) return { error: 'date.month_missing' };
	const calendar = typed.calendar === 'islamic-umalqura' ? 'islamic-umalqura' : 'gregorian';
	const named = monthNamed(month);
	if (named && named.calendar !== calendar) return { error: 'date.month_of_other_calendar' };
	const numbers = [day || '1', named ? '1' : month || '1', year];
	if (!numbers.every((number) => /^\d{1,4}$/.test(number))) return { error: 'date.not_a_number' };
	return checked({
		calendar,
		year: Number(year),
		month: named?.month ?? (month ? Number(month) : undefined),
		day: day ? Number(day) : undefined,
		qualifier: typed.qualifier === '?' || typed.qualifier === '~' ? typed.qualifier : undefined
	});
}

/**
 * The date in a cell of an imported table: canonical, year first in numbers (`2022/12/3`), or in words
 * (`3 ديسمبر 2022م`, `10 ربيع الأول 1431هـ`, `1444هـ`, `December 2022`, `نحو 2012م`), in any digits.
 * Numbers with the year last are refused: nobody can tell 3/12 from 12/3. With no sign of the calendar,
 * years below 1600 are Hijri.
 */
export function readFreeDate(text: string): ReadDate {
	const tidied = cleanText(toAsciiDigits(text));
	if (tidied === '') return { date: undefined };
	if (parsePartialDate(tidied)) return { date: tidied };
	if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)/.test(tidied)) return { error: 'date.order_unclear' };
	if (!/^[\p{L}\d][\p{L}\d ,،./-]*$/u.test(fold(tidied))) return { error: 'date.not_understood' };
	const { words, qualifier } = withoutQualifier(foldedWords(tidied));
	const { rest, calendar } = withoutEra(words);
	const parts = partsInNumbers(rest) ?? partsInWords(rest);
	if (!parts) return { error: 'date.not_understood' };
	const stated =
		calendar ?? parts.calendar ?? (parts.year < years.gregorian.first ? 'islamic-umalqura' : 'gregorian');
	if (parts.calendar && parts.calendar !== stated) return { error: 'date.month_of_other_calendar' };
	return checked({ ...parts, calendar: stated, qualifier });
}

type StatedParts = Omit<DateParts, 'calendar'> & { calendar?: CalendarName };

/** Numbers and letters apart (`1444ه` is two words), the punctuation of numeric dates kept. */
function foldedWords(text: string): string[] {
	return fold(text).match(/\d+(?:[/-]\d+)*|[\p{L}/]+(?:[.-]?\p{L}+)*/gu) ?? [];
}

const approximate = /^(نحو|حوالي|تقريبا|about|around|circa|ca|c)$/;
const uncertain = /^(يرجح|ربما|probably|perhaps)$/;
const fillers = /^(في|من|عام|سنه|شهر|يوم|of|the|st|nd|rd|th)$/;

function withoutQualifier(all: string[]): { words: string[]; qualifier?: '?' | '~' } {
	const words = all.filter((word) => !approximate.test(word) && !uncertain.test(word) && !fillers.test(word));
	if (all.some((word) => approximate.test(word))) return { words, qualifier: '~' };
	if (all.some((word) => uncertain.test(word))) return { words, qualifier: '?' };
	return { words };
}

const hijriEra = /^(ه|هجري|هجريه|للهجره|ah|a\.h|h)$/;
const gregorianEra = /^(م|ميلادي|ميلاديه|للميلاد|ce|ad|a\.d|c\.e)$/;

function withoutEra(words: string[]): { rest: string[]; calendar?: CalendarName } {
	const last = words.at(-1) ?? '';
	if (hijriEra.test(last)) return { rest: words.slice(0, -1), calendar: 'islamic-umalqura' };
	if (gregorianEra.test(last)) return { rest: words.slice(0, -1), calendar: 'gregorian' };
	return { rest: words };
}

function partsInNumbers(words: string[]): StatedParts | undefined {
	const match = /^(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?$/.exec(words.join(' '));
	if (!match) return undefined;
	const [year, month, day] = match.slice(1).map((digits) => (digits ? Number(digits) : undefined));
	return { year: year ?? NaN, month, day };
}

function partsInWords(words: string[]): StatedParts | undefined {
	const match = /^(?:(\d{1,2}) )?(\D+?)(?: (\d{1,2}))? (\d{4})$/.exec(words.join(' '));
	if (!match || (match[1] && match[3])) return undefined;
	const named = monthNamed(match[2] ?? '');
	const day = match[1] ?? match[3];
	return named && { ...named, year: Number(match[4]), day: day ? Number(day) : undefined };
}

function checked(parts: DateParts): ReadDate {
	const error = refuseParts(parts);
	return error ? { error } : { date: formatPartialDate(parts) };
}

function refuseParts({ calendar, year, month, day }: DateParts): MessageKey | undefined {
	if (!isWithin(calendar, year)) return refuseYear(calendar, year);
	if (month === undefined) return undefined;
	if (month < 1 || month > 12) return 'date.no_such_month';
	if (day === undefined || (day >= 1 && day <= daysInMonth(calendar, year, month))) return undefined;
	return calendar === 'islamic-umalqura' && day === 30 ? 'date.hijri_day_30' : 'date.no_such_day';
}

function refuseYear(calendar: CalendarName, year: number): MessageKey {
	if (calendar === 'gregorian') {
		return isWithin('islamic-umalqura', year) ? 'date.year_looks_hijri' : 'date.year_out_of_range';
	}
	return year >= 1800 && isWithin('gregorian', year) ? 'date.year_looks_gregorian' : 'date.out_of_table';
}

function isWithin(calendar: CalendarName, year: number): boolean {
	return year >= years[calendar].first && year <= years[calendar].last;
}

/** The parts of a date that is known to be one; a RangeError for anything else. */
export function partsOf(date: PartialDate): DateParts {
	const parts = parsePartialDate(date);
	if (!parts) throw new RangeError(`not a date of the register: ${JSON.stringify(date)}`);
	return parts;
}

function daysInMonth(calendar: CalendarName, year: number, month: number): number {
	return calendars[calendar].getDaysInMonth(new CalendarDate(calendars[calendar], year, month, 1));
}

/** `CalendarDate.toString` writes the Gregorian day, whatever calendar the date is in. */
function gregorianDay(calendar: CalendarName, year: number, month: number, day: number): string {
	return new CalendarDate(calendars[calendar], year, month, day).toString();
}

function tidy(typed = ''): string {
	return cleanText(toAsciiDigits(typed));
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
