import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { displayDate } from './calendar_display.ts';
import {
	addDays,
	compareDates,
	daysWithin,
	formatPartialDate,
	parsePartialDate,
	partsOf,
	precisionOf,
	readFreeDate,
	readTypedDate,
	todayIn,
	type DateParts
} from './dates.ts';
import { monthNamed } from './month_names.ts';

const qualifier = fc.constantFrom('?' as const, '~' as const, undefined);

/** Any date of the register, in both calendars and all precisions. */
const anyDate = fc
	.record({
		calendar: fc.constantFrom('gregorian' as const, 'islamic-umalqura' as const),
		offset: fc.nat(300),
		month: fc.integer({ min: 1, max: 12 }),
		day: fc.integer({ min: 1, max: 29 }),
		precision: fc.constantFrom('year', 'month', 'day'),
		qualifier
	})
	.map(({ calendar, offset, month, day, precision, qualifier }): DateParts => {
		const parts: DateParts = { calendar, year: (calendar === 'gregorian' ? 1700 : 1300) + offset };
		if (precision !== 'year') parts.month = month;
		if (precision === 'day') parts.day = Math.min(day, 28);
		if (qualifier) parts.qualifier = qualifier;
		return parts;
	});

describe('the canonical form', () => {
	test.each([
		['2014', { calendar: 'gregorian', year: 2014 }],
		['2022-12', { calendar: 'gregorian', year: 2022, month: 12 }],
		['2022-12-03', { calendar: 'gregorian', year: 2022, month: 12, day: 3 }],
		['2012~', { calendar: 'gregorian', year: 2012, qualifier: '~' }],
		['1431-03-29 AH', { calendar: 'islamic-umalqura', year: 1431, month: 3, day: 29 }],
		['1430~ AH', { calendar: 'islamic-umalqura', year: 1430, qualifier: '~' }]
	])('%s is read into its parts', (text, parts) => {
		expect(parsePartialDate(text)).toEqual(parts);
	});

	test.each([
		...['', '22', '2022-1', '2022-13', '2022-00', '2022-02-30', '2023-02-29', ' 2022', '2022-12-03T00:00'],
		...['1446', '1599', '2201', '1299 AH', '1601 AH', '1444-01-30 AH', '2022 AH', '1444AH', '٢٠٢٢', '2022?~']
	])('%j is refused', (text) => {
		expect(parsePartialDate(text)).toBeUndefined();
	});

	it('is written back as it was read', () => {
		fc.assert(
			fc.property(anyDate, (parts) => {
				expect(partsOf(formatPartialDate(parts))).toEqual(parts);
			})
		);
	});
});

describe('the days within a date', () => {
	test.each([
		['2022-12-03', '2022-12-03', '2022-12-03'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2014?', '2014-01-01', '2014-12-31'],
		['1444-05-09 AH', '2022-12-03', '2022-12-03'],
		['1431-03-29 AH', '2010-03-15', '2010-03-15'],
		['1386-11-16 AH', '1967-02-26', '1967-02-26'],
		['1444-01 AH', '2022-07-30', '2022-08-27'],
		['1444-02 AH', '2022-08-28', '2022-09-26'],
		['1383 AH', '1963-05-24', '1964-05-12']
	])('%s: from %s to %s', (date, earliest, latest) => {
		expect(daysWithin(date)).toEqual({ earliest, latest });
	});

	it('agree with the Umm al-Qura calendar of Intl for every day of its table', () => {
		const intl = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
			...({ timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' } as const)
		});
		const sinceStart = fc.nat(106_000);
		fc.assert(
			fc.property(sinceStart, (days) => {
				const day = addDays('1882-11-12', days);
				const part = Object.fromEntries(
					intl.formatToParts(new Date(day)).map(({ type, value }) => [type, value])
				);
				const date = `${part.year}-${part.month}-${part.day} AH`;
				expect(daysWithin(date)).toEqual({ earliest: day, latest: day });
			})
		);
	});

	it('of a year begin after the last day of the year before', () => {
		for (let year = 1301; year <= 1600; year++) {
			expect(daysWithin(`${year} AH`).earliest).toBe(addDays(daysWithin(`${year - 1} AH`).latest, 1));
		}
	});

	it('are not guessed for a text that is no date', () => {
		expect(() => daysWithin('1446')).toThrow(RangeError);
	});
});

test('precision is what was stated', () => {
	expect(['2014', '2014-05', '1431-03-29 AH'].map(precisionOf)).toEqual(['year', 'month', 'day']);
});

test('dates of both calendars stand in one order', () => {
	const dates = ['2023', '1444-05-09 AH', '2022-12-02', '2022', '1444 AH'];
	expect(dates.sort(compareDates)).toEqual(['2022', '1444 AH', '2022-12-02', '1444-05-09 AH', '2023']);
	expect(compareDates('2022-12-03', '1444-05-09 AH')).toBe(0);
});

test('the day begins at midnight in Riyadh, three hours before UTC', () => {
	expect(todayIn('Asia/Riyadh', new Date('2022-12-02T20:59:59Z'))).toBe('2022-12-02');
	expect(todayIn('Asia/Riyadh', new Date('2022-12-02T21:00:00Z'))).toBe('2022-12-03');
	expect(todayIn(undefined, new Date('2022-12-31T21:00:00Z'))).toBe('2023-01-01');
});

describe('a date typed in three boxes', () => {
	const gregorian = 'gregorian';
	const hijri = 'islamic-umalqura';

	test.each([
		[{ day: '3', month: '12', year: '2022', calendar: gregorian }, '2022-12-03'],
		[{ day: '٣', month: ' ١٢', year: '\u200F٢٠٢٢\u00A0', calendar: gregorian }, '2022-12-03'],
		[{ day: '۰۹', month: '۰۵', year: '۱۴۴۴', calendar: hijri }, '1444-05-09 AH'],
		[{ day: '', month: 'ديسمبر', year: '2022', calendar: gregorian }, '2022-12'],
		[{ month: 'رمضان', year: '1446', calendar: hijri }, '1446-09 AH'],
		[{ year: '1430', calendar: hijri, qualifier: '~' }, '1430~ AH'],
		[{ day: '30', month: '2', year: '1444', calendar: hijri }, '1444-02-30 AH'],
		[{ day: ' ', month: '\u200E', year: '', calendar: hijri }, undefined],
		[{}, undefined]
	])('%j is read', (typed, date) => {
		expect(readTypedDate(typed)).toEqual({ date });
	});

	test.each([
		[{ day: '30', month: '1', year: '1444', calendar: hijri }, 'date.hijri_day_30'],
		[{ day: '31', month: '2', year: '1444', calendar: hijri }, 'date.no_such_day'],
		[{ day: '29', month: '2', year: '2023', calendar: gregorian }, 'date.no_such_day'],
		[{ day: '0', month: '2', year: '2023', calendar: gregorian }, 'date.no_such_day'],
		[{ month: '13', year: '2023', calendar: gregorian }, 'date.no_such_month'],
		[{ year: '1446', calendar: gregorian }, 'date.year_looks_hijri'],
		[{ year: '2022', calendar: hijri }, 'date.year_looks_gregorian'],
		[{ year: '1200', calendar: hijri }, 'date.out_of_table'],
		[{ year: '1601', calendar: hijri }, 'date.out_of_table'],
		[{ year: '1200', calendar: gregorian }, 'date.year_out_of_range'],
		[{ year: '22', calendar: gregorian }, 'date.year_out_of_range'],
		[{ day: '3', year: '2022', calendar: gregorian }, 'date.month_missing'],
		[{ day: '3', month: '12', calendar: gregorian }, 'date.year_missing'],
		[{ day: '3', month: 'x', year: '2022', calendar: gregorian }, 'date.not_a_number'],
		[{ year: '-2022', calendar: gregorian }, 'date.not_a_number'],
		[{ month: 'رمضان', year: '2022', calendar: gregorian }, 'date.month_of_other_calendar']
	])('%j is refused: %s', (typed, error) => {
		expect(readTypedDate(typed)).toEqual({ error });
	});

	it('never yields anything but a date, nothing, or the key of a message', () => {
		const box = fc.oneof(fc.string(), fc.integer({ min: -5, max: 2300 }).map(String));
		const boxes = fc.record({ day: box, month: box, year: box, calendar: fc.constantFrom(gregorian, hijri) });
		fc.assert(
			fc.property(boxes, (typed) => {
				const { date, error } = readTypedDate(typed);
				if (date !== undefined) expect(parsePartialDate(date)).toBeDefined();
				if (error !== undefined) expect(error).toMatch(/^date\.[a-z_0-9]+$/);
			})
		);
	});
});

describe('a date in a cell of an imported table', () => {
	test.each([
		['2022-12-03', '2022-12-03'],
		['1431-03-29 AH', '1431-03-29 AH'],
		['2022/12/3', '2022-12-03'],
		['٢٠٢٢/١٢/٣', '2022-12-03'],
		['1444/5/9', '1444-05-09 AH'],
		['1431-03-29هـ', '1431-03-29 AH'],
		['1444هـ', '1444 AH'],
		['1444 ه\u200D', '1444 AH'],
		['عام ۱۴۴۴ هجري', '1444 AH'],
		['2022م', '2022'],
		['ديسمبر 2022م', '2022-12'],
		['3 ديسمبر ٢٠٢٢م', '2022-12-03'],
		['٣ كانون الأول ٢٠٢٢', '2022-12-03'],
		['تشرين الأول/أكتوبر 2019', '2019-10'],
		['10 ربيع الأول 1431هـ', '1431-03-10 AH'],
		['27 ربيع الآخر 1443', '1443-04-27 AH'],
		['1 ذي القعده 1439 ه', '1439-11-01 AH'],
		['جماد ثاني 1440هـ', '1440-06 AH'],
		['December 2022', '2022-12'],
		['3rd December, 2022', '2022-12-03'],
		['December 3, 2022', '2022-12-03'],
		['12 Ramadan 1444 AH', '1444-09-12 AH'],
		['نحو ٢٠١٢م', '2012~'],
		['', undefined],
		[' \u200F ', undefined]
	])('%j is read', (text, date) => {
		expect(readFreeDate(text)).toEqual({ date });
	});

	test.each([
		['3/12/2022', 'date.order_unclear'],
		['25-12-2022', 'date.order_unclear'],
		['3/12/1444هـ', 'date.order_unclear'],
		['30 محرم 1444هـ', 'date.hijri_day_30'],
		['31 نوفمبر 2022', 'date.no_such_day'],
		['ديسمبر 1444هـ', 'date.month_of_other_calendar'],
		['1446م', 'date.year_looks_hijri'],
		['2022هـ', 'date.year_looks_gregorian'],
		['2012–2014', 'date.not_understood'],
		['1383هـ (1963م)', 'date.not_understood'],
		['-2022', 'date.not_understood'],
		['قديما', 'date.not_understood'],
		['44571', 'date.not_understood']
	])('%j is refused: %s', (text, error) => {
		expect(readFreeDate(text)).toEqual({ error });
	});

	it('is read back from what the register shows, in both languages', () => {
		fc.assert(
			fc.property(anyDate, fc.constantFrom('ar' as const, 'en' as const), (parts, lang) => {
				const date = formatPartialDate(parts);
				expect(readFreeDate(displayDate(date, lang, { calendars: 'stated' }))).toEqual({ date });
			})
		);
	});

	it('of any text is a date, nothing, or the key of a message', () => {
		const words = fc.constantFrom(
			'3',
			'12',
			'2022',
			'١٤٤٤',
			'ديسمبر',
			'رجب',
			'هـ',
			'م',
			'/',
			'-',
			' ',
			'نحو',
			'AH'
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(words).map((list) => list.join(''))
		);
		fc.assert(
			fc.property(text, (text) => {
				const { date, error } = readFreeDate(text);
				if (date !== undefined) expect(parsePartialDate(date)).toBeDefined();
				if (error !== undefined) expect(error).toMatch(/^date\.[a-z_0-9]+$/);
			}),
			{ numRuns: 1000 }
		);
	});
});

test('months are known by their names in every country', () => {
	const october = ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين أول', 'Oct'];
	expect(october.map((name) => monthNamed(name)?.month)).toEqual(october.map(() => 10));
	const dhuAlQida = ['ذو القعدة', 'ذي القعده', 'ذوالقعدة', 'Dhu al-Qadah', 'Zul-Qidah'];
	expect(dhuAlQida.map((name) => monthNamed(name)?.month)).toEqual(dhuAlQida.map(() => 11));
	expect(monthNamed('ديسمبر/تشرين الأول')).toBeUndefined();
});
