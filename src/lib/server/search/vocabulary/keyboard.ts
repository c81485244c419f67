/** Keys of the standard Arabic keyboard (101) in the order of the Latin ones. */
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const arabic = ['ذ', ...'ضصثقفغعهخحجدشسيبلاتنمكطئءؤر', 'لا', ...'ىةوزظ'];

const toArabic = new Map([...latin].map((key, at) => [key, arabic[at]!]));
const shifted: Readonly<Record<string, string>> = {
	H: 'أ',
	N: 'آ',
	Y: 'إ',
	B: 'لآ',
	G: 'لأ',
	T: 'لإ',
	'`': 'ذ'
};
const toLatin = new Map([...toArabic].map(([key, letter]) => [letter, key]));

/** What a text would be had the other keyboard layout been on; undefined where no letter changes. */
export function otherLayout(text: string): string | undefined {
	const mapped = /\p{Script=Arabic}/u.test(text) ? asLatin(text) : asArabic(text);
	return mapped === text ? undefined : mapped;
}

function asArabic(text: string): string {
	return [...text].map((key) => shifted[key] ?? toArabic.get(key.toLowerCase()) ?? key).join('');
}

function asLatin(text: string): string {
	return text.replaceAll('لا', 'b').replace(/./gsu, (letter) => toLatin.get(letter) ?? letter);
}
