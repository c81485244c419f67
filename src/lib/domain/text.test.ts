import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cleanText, isBlank, moneyOrIdentityIn, toAsciiDigits } from './text.ts';

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom(
				'ا',
				'e\u0301',
				' ',
				'\n',
				'\r',
				'\t',
				'\u00A0',
				'\u200C',
				'\u200D',
				'\u202E',
				'👨',
				'\uD83D',
				'\uDE00',
				'\uFEFF',
				'\u0000'
			)
		)
		.map((list) => list.join(''))
);

test('digits of both Arabic forms become ASCII', () => {
	expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ +٩٦٦ عام 2022م')).toBe('0123456789 0123456789 +966 عام 2022م');
});

describe('clean text', () => {
	test.each([
		['  أمل \u00A0 القطيف ', 'أمل القطيف'],
		['\uFEFFأمل\u200F\u202E القطيف\u2069', 'أمل القطيف'],
		['أمل\tالقطيف\r\nبالبحرين', 'أمل القطيف بالبحرين'],
		['اد\u0000ا\u0007رة\u0085', 'ادارة'],
		['ا\u0653مال', 'آمال'],
		['می\u200Cشود', 'میشود'],
		['جمع\u00ADية', 'جمعية'],
		['a\uD83Db\uDE00', 'ab'],
		['أسرة 👨\u200D👩\u200D👧 وه\u200D', 'أسرة 👨\u200D👩\u200D👧 وه'],
		['\u200B\u2003\n', '']
	])('%j becomes %j', (text, clean) => {
		expect(cleanText(text)).toBe(clean);
	});

	it('keeps line breaks and the non-joiner between letters in running text', () => {
		const text = '\n أول\u00A0سطر \r\nثان\u2028\n\n\n\nمی\u200Cشود \u200C\n';
		expect(cleanText(text, { multiline: true })).toBe('أول سطر\nثان\n\nمی\u200Cشود');
	});

	it('stays as it is when cleaned again', () => {
		fc.assert(
			fc.property(anyText, fc.boolean(), (text, multiline) => {
				const clean = cleanText(text, { multiline });
				expect(cleanText(clean, { multiline })).toBe(clean);
			}),
			{ numRuns: 1000 }
		);
	});

	it('is well formed, composed, and without controls, bidi controls and doubled spaces', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const clean = cleanText(text);
				expect(clean.isWellFormed()).toBe(true);
				expect(clean).toBe(clean.normalize('NFC'));
				expect(clean).not.toMatch(
					/\p{Cc}|[\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\s\s|^\s|\s$/u
				);
			}),
			{ numRuns: 1000 }
		);
	});
});

test('a text of spaces and invisible characters is blank', () => {
	expect([undefined, null, '', ' \u00A0\u200F\uFEFF\n'].map(isBlank)).toEqual([true, true, true, true]);
	expect(isBlank('\u200Fأ')).toBe(false);
});

describe('money and identity in a text', () => {
	test.each([
		['للتبرع SA03 8000 0000 6080 1016 7519 مصرف الراجحي', 'iban'],
		['حساب: sa0380000000608010167519.', 'iban'],
		['SA٠٣ ٨٠٠٠ ٠٠٠٠ ٦٠٨٠ ١٠١٦ ٧٥١٩', 'iban'],
		['SA03\u00A08000-0000-6080\u200F-1016-7519', 'iban'],
		['BH67 BMAG 0000 1299 1234 56 to the bank', 'iban'],
		['GB82 WEST 1234 5698 7654 32', 'iban'],
		['هوية رقم ١٠٠٠٠٠٠٠٠٨', 'national_id'],
		['iqama 2000000006', 'national_id'],
		['هوية 1 000 000 008', 'national_id'],
		['١٠٠٠-٠٠٠-٠٠٨', 'national_id'],
		['100\u200F000\u00AD0008', 'national_id'],
		['2000–000–006', 'national_id'],
		['بطاقة ٤١١١ ١١١١ ١١١١ ١١١١ وتاريخها 12/27', 'payment_card'],
		['4111-1111-1111-1111 12/27', 'payment_card'],
		['5555555555554444', 'payment_card'],
		['4111\u200E1111\u200E1111\u200E1111', 'payment_card'],
		['3782 822463 10005', 'payment_card'],
		['حوّل على STC Pay 0501234567', 'payment'],
		['اس تي سي باي: ٠٥٠ ١٢٣ ٤٥٦٧', 'payment'],
		['stcpay +966 50 123 4567', 'payment']
	])('%j holds an %s', (text, kind) => {
		expect(moneyOrIdentityIn(text)).toBe(kind);
	});

	test.each([
		['شارك 1356 عضوا في 3 ديسمبر 2022م'],
		['SA03 8000 0000 6080 1016 7518'],
		['SA-04 القطيف'],
		['1000000009'],
		['للتواصل 0501234567'],
		['+966 50 123 4567 أو 050-123-4567'],
		['920012345'],
		['0138501234 0138501235'],
		['ترخيص رقم 4111 وتجديده 1234'],
		['من 2022-12-03 إلى 2023-12-03'],
		['2000-12-14 12'],
		['4111 1111 1111 1112'],
		['https://stcpay.com.sa'],
		['+1000000008'],
		['10000000080'],
		['1000000008.5']
	])('%j holds none', (text) => {
		expect(moneyOrIdentityIn(text)).toBeUndefined();
	});

	it('is found wherever a right number stands, and only then', () => {
		const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 });
		fc.assert(
			fc.property(digits, fc.integer({ min: 2, max: 98 }), (account, check) => {
				const right = Number(98n - (BigInt(account.join('') + '281000') % 97n));
				const text = `SA${String(check).padStart(2, '0')}${account.join('')}`;
				expect(moneyOrIdentityIn(text) === 'iban').toBe(check === right);
			}),
			{ numRuns: 500 }
		);
	});
});
