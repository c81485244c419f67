import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, foldTokens, letterFolds } from './folding.ts';

describe('what readers take for one spelling folds together', () => {
	test.each([
		['presentation forms', 'ﺟﻤﻌﻴﺔ ﻻ', 'جمعيه لا'],
		['a ligature', 'عبدﷲ', 'عبدالله'],
		['tatweel', 'جمعيـــة', 'جمعيه'],
		['harakat', 'التَّطَوُّعُ الخَيريّ ٱلرَّحْمَٰنِ', 'التطوع الخيري الرحمن'],
		['Quran marks', 'ٱلۡقَطِيفِۖ', 'القطيف'],
		['zero-width and bidi controls', '\u202Bأمل\u200F القط\u200Bيف\uFEFF\u2069', 'امل القطيف'],
		['forms of alef', 'أمل إحسان آل ٱلخير', 'امل احسان ال الخير'],
		['a hamza that was typed apart', 'ا\u0654مل ا\u0655حسان ا\u0653ل', 'امل احسان ال'],
		['final yeh, Persian yeh and yeh barree', 'موسى علی قې ے', 'موسي علي قي ي'],
		['hamza on yeh and on waw', 'هيئة مؤسسة رؤوف', 'هييه موسسه رووف'],
		['teh marbuta and its neighbours', 'جمعية خانۀ ہ ە ھ', 'جمعيه خانه ه ه ه'],
		['forms of kaf', 'کرم ڪتاب', 'كرم كتاب'],
		['bare hamza', 'بناء الرجاء ءالاء', 'بنا الرجا الا'],
		['letters of other languages stay', 'پ چ ڤ گ ژ', 'پ چ ڤ گ ژ'],
		['Arabic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
		['Persian digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
		['full-width digits', '２０３０', '2030'],
		['full-width letters', 'Ｑａｔｉｆ', 'qatif'],
		['Latin marks and capitals', 'al-Qaṭīf AL-QAṬĪF Société', 'al-qatif al-qatif societe'],
		['dotless and dotted i', 'ı İstanbul', 'i istanbul'],
		['apostrophes and half rings', "Qur'an Shaʿbān Ma’mūn ʾAmal Dhuʻl", 'quran shaban mamun amal dhul'],
		['Arabizi as it is typed', '3ali 7asan', '3ali 7asan']
	])('%s', (_, text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	test.each([
		['القطيف', 'القطيفـ'],
		['جمعيه', 'جمعية'],
		['الهدى', 'الهدي'],
		['إحسان', 'احسان'],
		['رئيس', 'رييس'],
		['مسؤول', 'مسوول'],
		['علی', 'علي'],
		['قطیف', 'قطيف'],
		['آل موسى', 'ال موسي'],
		['al-Qaṭīf', 'AL-QATIF'],
		['عَبْدُ اللّٰه', 'عبد الله'],
		['العوّاميّة', 'العواميه'],
		['ﺻﻔﻮﻯ', 'صفوي'],
		['الإحساء', 'الاحساء'],
		['كافيتيريا ١٤٤٤هـ', 'کافیتیریا ۱۴۴۴ه']
	])('%s and %s', (one, other) => {
		expect(fold(one)).toBe(fold(other));
	});
});

describe('what is written on or between letters and is no letter is deleted', () => {
	const range = (first: number, last: number) =>
		Array.from({ length: last - first + 1 }, (_, at) => first + at);

	test.each([
		['harakat', range(0x064b, 0x065f)],
		['dagger alef', [0x0670]],
		[
			'signs of Quran editions',
			[...range(0x0610, 0x061a), ...range(0x06d6, 0x06dc), ...range(0x06df, 0x06e8)]
		],
		['tatweel', [0x0640]],
		['zero-width characters', [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]],
		['bidi controls', [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]],
		['soft hyphen', [0x00ad]]
	])('%s', (_, codes) => {
		for (const code of codes) expect(fold(`قط${String.fromCharCode(code)}يف`)).toBe('قطيف');
	});
});

it('keeps words apart that are not the same', () => {
	expect(fold('حسن')).not.toBe(fold('حسين'));
	expect(fold('الموسى')).not.toBe(fold('آل موسى'));
	expect(fold('ثابت')).not.toBe(fold('تابت'));
});

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom(
				...Object.keys(letterFolds),
				'ا',
				'ء',
				'\u0653',
				'\u0654',
				'ـ',
				'ﻻ',
				'ﷲ',
				'é',
				'İ',
				"'",
				'\u200D',
				'ᄀ',
				'ᅡ',
				'Σ'
			)
		)
		.map((list) => list.join(''))
);

it('leaves a folded text as it is', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(fold(fold(text))).toBe(fold(text));
		}),
		{ numRuns: 2000 }
	);
});

it('leaves none of the letters that it replaces', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect([...fold(text)].filter((letter) => letter in letterFolds)).toEqual([]);
		}),
		{ numRuns: 1000 }
	);
});

test('tokens are the folded words without punctuation', () => {
	expect(foldTokens('«أمل القطيف» – جمعيةُ العمل (التطوعي)، 2022م')).toEqual([
		...['امل', 'القطيف', 'جمعيه', 'العمل', 'التطوعي', '2022م']
	]);
	expect(foldTokens(' – ')).toEqual([]);
});
