import { chance, zipf, type Random } from './random.ts';
import { values } from './values.ts';

/** A word of Arabic and how it is written in Latin letters. */
export type Word = { ar: string; en: string };

/** What a team calls itself, such as نماء: a word of `values`, or one coined like them. */
export function drawCoined(random: Random): Word {
	if (chance(random, 0.5)) return coined(zipf(random, coinedCount, 40));
	const [ar, en] = values[zipf(random, values.length, 15)]!;
	return { ar, en };
}

/** The name of a quarter or village, with the article. It is made up, though one on a map may share it. */
export const drawQuarter = (random: Random): Word => withArticle(places.word(zipf(random, places.count, 80)));

/** The name of a family, to be said after آل; made up likewise. */
export const drawFamily = (random: Random): Word => families.word(zipf(random, families.count, 80));

/** A word as one of those who write Arabic names in Latin letters, each in his own way, would write it. */
export function respell(random: Random, { ar, en }: Word): Word {
	const [a, e, o] = [random(), random(), random()];
	const spelled = en
		.replaceAll('aa', a < 0.4 ? 'aa' : 'a')
		.replaceAll('ee', e < 0.6 ? 'ee' : 'i')
		.replaceAll('oo', o < 0.5 ? 'oo' : o < 0.8 ? 'ou' : 'u');
	return { ar, en: spelled };
}

/** Letters of sound Arabic roots of good meaning: every form that is made of them can stand in a name. */
const roots = [
	'بذل برز برع برق بزغ بسط بسل بسم بصر بهج تجر تقن ثبت ثقف ثمر ثمن جزل جسر جلس جمل جهز حبك حدث',
	'حدق حذق حرس حزم حسم حسن حصد حصف حصن حضن حفز حفظ حكم حمد حنك خزن خضر خطب خلج خلد خلص درب درج درس',
	'دعم دمث ربع رتب رتل رجح رحب رحق رحل رحم رخم رزق رزن رسخ رسل رسم رشد رشف رشق رصد رصن رغب رغد رفد',
	'رفع رفق رفل رفه رقم ركز ركن رمز رهف زخر زخم زرع زمل زهد زهر سبق سبل ستر سجل سجم سحب سدر سدل سرج',
	'سرد سرع سطر سطع سعد سعف سلك سمح سمر سمع سمق سند سنم سهب سهل سهم شبك شتل شذر شرح شرع شرف شرق شعر',
	'شغف شفق شكر شمخ شمل شهر شهم صبح صبر صخر صدح صدر صدف صدق صرح صعد صفح صقل صلح صمد صنع صنف ضبط ضفر',
	'ضمد ضمن طرز طلح طلع طمح ظفر عبق عدل عزف عزم عسل عشب عصر عضد عطر عطف عمر عمق عنب عهد غدق غرد',
	'غرس غرف غزر غصن غفر فحص فخر فرح فرد فرس فسح فصح فطن فقه فكر فلح فلق فهم قبس قدر قدم قرب قسط قصد',
	'قطن قلم قنع كرم كسب كشف كفل كلم كمل كنز لبق لحظ لطف لقن لمح لمع لهم متن مجد مدح مدن مرج مرح مرس',
	'مرن مزج مسك مطر معن مكن ملح منح مهد مهر مهل نبت نبر نبض نبع نبغ نبل نبه نثر نجح نجد نجز نجم نخب',
	'نخل نزه نسج نسق نسك نسم نشد نشط نصح نصف نضد نضر نطق نظر نظف نظم نعم نغم نفح نفذ نفع نقش نمط نهج',
	'نهر نهض نهل هتف هتن هدف هدل هزج هضب هطل همس'
].flatMap((line) => line.split(' '));

/**
 * Forms that words take. In the Arabic ف ع ل, and in the Latin F C L, stand for the letters of a root.
 * Ordinary grammars list them as measures, أوزان.
 */
const teamForms = forms(
	'فعل FaCL, فعيل FaCeeL, فعال FiCaaL, فعول FuCooL, فاعل FaaCiL, تفاعل taFaaCuL, تفعيل taFCeeL, مفعل maFCaL',
	'أفعال aFCaaL, إفعال iFCaaL, فواعل FawaaCiL, فعائل FaCaaeL, مفاعل maFaaCiL, تفعال tiFCaaL, مفعال miFCaaL',
	'فعلان FaCLaan, فيعل FayCaL, فوعل FawCaL, متفاعل mutaFaaCiL, يفعل yaFCuL, أفعل aFCaL, فويعل FuwayCiL'
);
const feminineForms = forms(
	'فعلة FaCLah, فعالة FaCaaLah, فعيلة FaCeeLah, فاعلة FaaCiLah, مفعلة maFCaLah, مفاعلة muFaaCaLah, تفعلة taFCiLah',
	'إفعالة iFCaaLah, فعلات FaCaLaat, فعالات FaCaaLaat, تفاعيل taFaaCeeL, مفاعيل maFaaCeeL, فواعيل FawaaCeeL'
);
const placeForms = forms(
	'فعيلة FuCayLah, فعلاء FaCLaa, مفعلة maFCaLah, فعيل FuCayL, فعالية FaCaaLiyah, فعلية FaCLiyah, فويعلة FuwayCiLah',
	'مفيعل muFayCiL, فعيلاء FuCayLaa, فعلانية FaCLaaniyah, فاعلية FaaCiLiyah, مفعل maFCaL, فعول FaCooL, فيعلة FayCaLah',
	'فعيلات FuCayLaat, فواعل FawaaCiL, منفعل munFaCiL, فعاليل FaCaaLeeL, أفعال aFCaaL, فعلول FuCLooL'
);
const familyForms = forms(
	'فعيل FuCayL, فعلان FaCLaan, فعال FaCCaaL, مفعل muFCiL, فاعل FaaCiL, فيعل FayCaL, فعيلان FuCayLaan, مفيعل muFayCiL',
	'فويعل FuwayCiL, فعلي FaCLi, فعيلي FuCayLi, فعلاني FaCLaani, مفعال miFCaaL, فعول FaCooL, فعالي FaCaaLi, مفعول maFCooL'
);

/** What follows a noun that a team makes its own: "our", "your". */
const possessives: readonly Word[] = [
	{ ar: 'نا', en: 'na' },
	{ ar: 'كم', en: 'kum' },
	{ ar: 'هم', en: 'hum' }
];

type Form = readonly [arabic: string, latin: string];

function forms(...lines: string[]): Form[] {
	return lines.flatMap((line) => line.split(', ').map((pair) => pair.split(' ') as [string, string]));
}

const latinLetters: Record<string, string> = {
	...{ ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh' },
	...{
		ص: 's',
		ض: 'd',
		ط: 't',
		ظ: 'z',
		ع: '',
		غ: 'gh',
		ف: 'f',
		ق: 'q',
		ك: 'k',
		ل: 'l',
		م: 'm',
		ن: 'n',
		ه: 'h'
	}
};

/** The word that a root makes in a form. */
function derive(root: string, [arabic, latin]: Form): Word {
	const letters = [...root];
	const ar = arabic.replace(/[فعل]/g, (slot) => letters['فعل'.indexOf(slot)]!);
	const en = latin.replace(/[FCL]/g, (slot) => latinLetters[letters['FCL'.indexOf(slot)]!]!);
	return { ar, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

const withArticle = ({ ar, en }: Word): Word => ({ ar: `ال${ar}`, en: `Al-${en}` });
const join = (word: Word, ending: Word): Word => ({ ar: word.ar + ending.ar, en: word.en + ending.en });

/** The words of all roots in some forms, by rank; neighbours have little in common. */
function ranked(wordForms: readonly Form[]): { count: number; word: (rank: number) => Word } {
	const count = roots.length * wordForms.length;
	return {
		count,
		word: (rank) => {
			const place = (rank * STRIDE) % count;
			return derive(roots[place % roots.length]!, wordForms[Math.floor(place / roots.length)]!);
		}
	};
}

/** A prime larger than any number of words, so that each rank has a word of its own. */
const STRIDE = 1_000_003;

const bare = ranked([...teamForms, ...feminineForms]);
const owned = ranked(teamForms);
const places = ranked(placeForms);
const families = ranked(familyForms);

const coinedCount = 2 * bare.count + possessives.length * owned.count;

/** Coined words by rank: bare, then with the article, then with an ending. */
function coined(rank: number): Word {
	if (rank < bare.count) return bare.word(rank);
	if (rank < 2 * bare.count) return withArticle(bare.word(rank - bare.count));
	const left = rank - 2 * bare.count;
	return join(owned.word(left % owned.count), possessives[Math.floor(left / owned.count)]!);
}
