import { agreeing, type Gender } from './bodies.ts';
import { attach, type Traits } from './names.ts';
import { chance, pick, type Random } from './random.ts';

/** When it was founded, as the register keeps it: `2014`, `2014-05`, `1435 AH`. */
type Founded = string | undefined;

/** A few sentences in Arabic that say what the body does, for whom and since when. */
export function arabicSummary(random: Random, traits: Traits, founded: Founded): string {
	const { gender } = traits.body;
	const sentences = [`${introduction(random, traits)}${foundingIn(founded, gender)}.`];
	if (chance(random, 0.7))
		sentences.push(`${pick(random, offers[gender])} ${programmes(random, traits.purpose.field)}.`);
	if (chance(random, 0.35)) sentences.push(`${volunteers(random, gender)}.`);
	return sentences.join(' ');
}

/** The first sentence in English, with its programmes left out. */
export function englishSummary(random: Random, traits: Traits, founded: Founded): string {
	const { body, adjective, city, purpose } = traits;
	const what = [adjective?.en, body.en].filter(Boolean).join(' ').toLowerCase();
	const year = founded && (founded.endsWith(' AH') ? `AH ${founded.slice(0, 4)}` : founded.slice(0, 4));
	const since = year ? `, founded in ${year}` : '';
	const article = /^[aeiou]/.test(what) ? 'An' : 'A';
	return `${article} ${what} in ${city.en} ${pick(random, engaged)} ${purpose.en}${since}.`;
}

const engaged = ['that works in', 'that is devoted to', 'active in', 'for'];

const verbs: Record<Gender, readonly string[]> = {
	m: ['يُعنى ب', 'يهتم ب', 'يعمل في مجال ', 'ينشط في ', 'يتخصص في '],
	f: ['تُعنى ب', 'تهتم ب', 'تعمل في مجال ', 'تنشط في ', 'تتخصص في ']
};

function introduction(random: Random, { body, adjective, city, purpose }: Traits): string {
	const verb = pick(random, verbs[body.gender]);
	const noun = body.ar === 'نادي' ? 'نادٍ' : body.ar;
	const kind = adjective ? `${noun} ${agreeing(adjective, body.gender).slice(2)}` : noun;
	const where = chance(random, 0.5) ? `في ${city.ar}` : attach('ب', city.ar);
	return `${kind} ${where} ${verb}${purpose.ar}`;
}

function foundingIn(founded: Founded, gender: Gender): string {
	if (!founded) return '';
	const year = founded.slice(0, 4) + (founded.endsWith(' AH') ? 'هـ' : '');
	return `، ${gender === 'f' ? 'تأسست' : 'تأسس'} عام ${year}`;
}

const offers: Record<Gender, readonly string[]> = {
	m: ['ومن برامجه', 'ومن أنشطته', 'ومما يقدمه', 'ومن أبرز أعماله'],
	f: ['ومن برامجها', 'ومن أنشطتها', 'ومما تقدمه', 'ومن أبرز أعمالها']
};

/** What bodies of a field of work do; those of no other are for all. */
const activities: Record<string, readonly string[]> = {
	social_services: [
		...['سلال غذائية للأسر المحتاجة', 'زيارات لكبار السن', 'كسوة الشتاء والعيد', 'إفطار الصائمين في رمضان'],
		...['ترميم بيوت المحتاجين', 'سداد فواتير المتعسرين', 'رحلات ترفيهية للأطفال', 'استشارات أسرية']
	],
	development: [
		...[
			'معارض للأسر المنتجة',
			'تأهيل الباحثين عن عمل',
			'قروض حسنة للمشاريع الصغيرة',
			'مشغل للخياطة والتطريز'
		],
		...['دورات في الحاسب واللغة الإنجليزية', 'تحسين ساحات الحي', 'ملتقى سنوي للتوظيف']
	],
	religion: [
		...['حلقات لتحفيظ القرآن الكريم', 'إرشاد الحجاج والمعتمرين', 'مسابقة سنوية في التلاوة', 'صيانة المساجد'],
		...['توزيع المياه على المصلين', 'دروس أسبوعية', 'دورات صيفية للناشئة']
	],
	health: [
		...['حملات للتبرع بالدم', 'فحوص طبية مجانية', 'قوافل طبية إلى القرى', 'أجهزة طبية تعار للمرضى'],
		...['محاضرات توعوية', 'نقل المرضى إلى المستشفيات', 'جلسات للدعم النفسي']
	],
	environment: [
		...[
			'غرس الأشجار في الأحياء',
			'حملات لتنظيف الشواطئ والحدائق',
			'رحلات لمراقبة الطيور',
			'رعاية الحيوانات السائبة'
		],
		...['جمع المواد القابلة للتدوير', 'مشتل للنباتات المحلية', 'محميات صغيرة في الأودية']
	],
	culture: [
		...[
			'أمسيات ثقافية',
			'معارض للصور واللوحات',
			'مكتبة عامة للقراءة',
			'بطولات رياضية للأحياء',
			'مخيمات كشفية'
		],
		...['مسابقات ثقافية', 'توثيق الحكايات الشعبية', 'رحلات إلى المواقع التاريخية']
	],
	education: [
		...[
			'دروس تقوية مسائية',
			'حقائب مدرسية للطلاب',
			'تكريم المتفوقين كل عام',
			'منح دراسية',
			'نادٍ صيفي للعلوم'
		],
		...['فصول لتعليم الكبار', 'إرشاد الطلاب إلى التخصصات الجامعية']
	],
	philanthropy: [
		...[
			'دورات لإعداد المتطوعين',
			'لقاءات دورية للمتطوعين',
			'ملتقى سنوي للعمل التطوعي',
			'منصة للفرص التطوعية'
		],
		...['جائزة لأفضل مبادرة', 'تنظيم المناسبات العامة']
	]
};
const general = [
	...['ورش تدريبية للشباب', 'زيارات ميدانية', 'محاضرات عامة', 'نشرة شهرية', 'معرض سنوي', 'استشارات مجانية'],
	...['حملات توعوية', 'لقاء مفتوح كل شهر', 'يوم مفتوح للعائلات', 'شراكات مع المدارس']
];

function programmes(random: Random, field: string): string {
	const own = pick(random, activities[field] ?? general);
	const other = pick(random, general);
	return own === other ? own : `${own} و${other}`;
}

/** Numbers after which متطوع stands in the singular: whole hundreds, and tens of 20 to 90. */
const headcounts = [20, 30, 40, 50, 60, 80, 120, 150, 180, 200, 250, 300, 350, 400, 500, 600, 700, 800];

function volunteers(random: Random, gender: Gender): string {
	const headcount = pick(random, headcounts);
	const counted = headcount % 100 === 0 ? 'متطوع' : 'متطوعًا';
	return `${gender === 'f' ? 'ويعمل معها' : 'ويعمل معه'} نحو ${headcount} ${counted}`;
}
