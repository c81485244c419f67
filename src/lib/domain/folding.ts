/** Letters that people write for one another. پ چ ڤ گ ژ stay: their neighbours are the search's affair. */
export const letterFolds: Readonly<Record<string, string>> = {
	...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا' },
	...{ ى: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ئ: 'ي' },
	...{ ؤ: 'و' },
	...{ ة: 'ه', ۀ: 'ه', ہ: 'ه', ە: 'ه', ھ: 'ه' },
	...{ ک: 'ك', ڪ: 'ك' },
	...{ '٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9' },
	...{ '۰': '0', '۱': '1', '۲': '2', '۳': '3', '۴': '4', '۵': '5', '۶': '6', '۷': '7', '۸': '8', '۹': '9' },
	...{ ı: 'i' }
};

const foldable = new RegExp(`[${Object.keys(letterFolds).join('')}]`, 'gu');

/** Zero-width characters, bidi controls, soft hyphen, byte-order mark. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

/** Tatweel, harakat, dagger alef, Quran marks, and the bare hamza (also the high one). */
const arabicMarks =
	/[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0898-\u089F\u08CA-\u08E1\u08E3-\u08FFءٴ]/gu;

/** ASCII and typographic apostrophes, and the half rings that scholars write for hamza and ain. */
const apostrophes = /['`´‘’ʻʼʾʿˈ]/gu;

/**
 * The form in which texts are compared and searched: spellings that Arab readers take for the same word
 * fold together, and so do Latin letters with and without marks. Display text is never folded.
 * NFKC comes first and NFD never before the letters are replaced: a decomposed أ would not match.
 */
export function fold(text: string): string {
	return text
		.replace(invisible, '')
		.normalize('NFKC')
		.replace(foldable, (letter) => letterFolds[letter] ?? letter)
		.replace(arabicMarks, '')
		.replace(apostrophes, '')
		.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, ''))
		.toLowerCase()
		.normalize('NFKC');
}

/** The folded words of a text, in order, without punctuation. */
export function foldTokens(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
