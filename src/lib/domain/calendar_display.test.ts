import { describe, expect, it, test } from 'vitest';
import { displayDate, displayRange } from './calendar_display.ts';

describe('a date in words', () => {
	test.each([
		['2022-12-03', '3 ديسمبر 2022م (9 جمادى الأولى 1444هـ)', '3 December 2022 (9 Jumada I 1444 AH)'],
		['1444-05-09 AH', '9 جمادى الأولى 1444هـ (3 ديسمبر 2022م)', '9 Jumada I 1444 AH (3 December 2022)'],
		['2022-12', 'ديسمبر 2022م', 'December 2022'],
		['2014', '2014م', '2014'],
		['1383 AH', '1383هـ (1963–1964م)', '1383 AH (1963–1964)'],
		['1429 AH', '1429هـ (2008م)', '1429 AH (2008)'],
		['1387-01 AH', 'محرم 1387هـ (1967م)', 'Muharram 1387 AH (1967)'],
		['2012~', 'نحو 2012م', 'about 2012'],
		['1430~ AH', 'نحو 1430هـ (2008–2009م)', 'about 1430 AH (2008–2009)'],
		['2021?', 'يُرجَّح 2021م', 'probably 2021']
	])('%s', (date, arabic, english) => {
		expect(displayDate(date, 'ar')).toBe(arabic);
		expect(displayDate(date, 'en')).toBe(english);
	});

	it('can keep to the calendar that was stated', () => {
		expect(displayDate('2022-12-03', 'ar', { calendars: 'stated' })).toBe('3 ديسمبر 2022م');
		expect(displayDate('1383 AH', 'en', { calendars: 'stated' })).toBe('1383 AH');
	});

	it('has no Hijri day outside the Umm al-Qura table', () => {
		expect(displayDate('1882-11-11', 'ar')).toBe('11 نوفمبر 1882م');
		expect(displayDate('1882-11-12', 'ar')).toBe('12 نوفمبر 1882م (1 محرم 1300هـ)');
		expect(displayDate('2174-11-26', 'en')).toBe('26 November 2174');
	});

	it('is refused for a text that is no date', () => {
		expect(() => displayDate('1446', 'ar')).toThrow(RangeError);
	});
});

describe('a span of time in words', () => {
	test.each([
		['2014', '2018-06', 'من 2014م إلى يونيو 2018م', 'from 2014 to June 2018'],
		['1430 AH', undefined, 'منذ 1430هـ', 'since 1430 AH'],
		[undefined, '2018', 'حتى 2018م', 'until 2018'],
		['2012~', undefined, 'منذ نحو 2012م', 'since about 2012'],
		['2012?', '2014', 'من 2012م على الأرجح إلى 2014م', 'from 2012 (probably) to 2014'],
		['2022-12-03', '2022-12-03', '3 ديسمبر 2022م', '3 December 2022'],
		[undefined, undefined, '', '']
	])('%s to %s', (from, until, arabic, english) => {
		expect(displayRange(from, until, 'ar')).toBe(arabic);
		expect(displayRange(from, until, 'en')).toBe(english);
	});

	it('can show both calendars', () => {
		expect(displayRange('1383 AH', undefined, 'ar', { calendars: 'both' })).toBe('منذ 1383هـ (1963–1964م)');
	});
});
