import { chance, zipf, type Random } from './random.ts';

/** What a body works for: a noun phrase that can follow جمعية or لـ, and the field of work that it belongs to. */
export type Purpose = { ar: string; en: string; field: string };

/** A purpose; each field's first ones and the first people are the common ones. */
export function drawPurpose(random: Random): Purpose {
	if (chance(random, 0.45)) return purposes[zipf(random, purposes.length, 12)]!;
	const [who, whoInEnglish, field] = people[zipf(random, people.length, 6)]!;
	const [what, whatInEnglish] = actions[zipf(random, actions.length, 2)]!;
	return { ar: `${what} ${who}`, en: `${whoInEnglish} ${whatInEnglish}`, field };
}

/** By field of work, in Arabic and in English. */
const byField: Record<string, [string, string][]> = {
	social_services: [
		['البر', 'Al-Birr'],
		['البر والإحسان', 'Al-Birr and Ihsan'],
		['التنمية الأسرية', 'Family Development'],
		['إكرام الضيف', 'Hospitality'],
		['حفظ النعمة', 'Surplus Food Saving'],
		['التكافل الاجتماعي', 'Social Solidarity'],
		['إصلاح ذات البين', 'Family Reconciliation'],
		['تيسير الزواج', 'Marriage Facilitation'],
		['حماية الطفولة', 'Child Protection'],
		['كسوة الشتاء', 'Winter Clothing'],
		['إفطار الصائمين', 'Iftar Meals'],
		['إطعام الطعام', 'Food Distribution'],
		['جمع الأثاث المستعمل', 'Used Furniture Collection'],
		['سقيا الماء', 'Drinking Water Supply'],
		['الإسكان الخيري', 'Charitable Housing'],
		['ترميم البيوت', 'Home Repair']
	],
	development: [
		['التنمية الاجتماعية', 'Social Development'],
		['التنمية الريفية', 'Rural Development'],
		['تنمية المجتمع', 'Community Development'],
		['تنمية القرى', 'Village Development'],
		['الأسر المنتجة', 'Productive Families'],
		['التدريب والتوظيف', 'Training and Employment'],
		['دعم المشاريع الصغيرة', 'Small Business Support'],
		['الادخار والتمويل الأصغر', 'Savings and Microfinance'],
		['خدمة أهالي الحي', 'Neighbourhood Services'],
		['تجميل الأحياء', 'Neighbourhood Beautification'],
		['السلامة المرورية', 'Road Safety'],
		['تنمية الحرف اليدوية', 'Handicrafts Development']
	],
	religion: [
		['تحفيظ القرآن الكريم', 'Quran Memorization'],
		['خدمة المساجد', 'Mosque Services'],
		['عمارة المساجد', 'Mosque Building'],
		['خدمة ضيوف الرحمن', 'Pilgrims Service'],
		['الدعوة والإرشاد', 'Religious Guidance'],
		['تعليم القرآن والسنة', 'Quran and Sunnah Teaching'],
		['إكرام الموتى', 'Burial Services'],
		['خدمة المعتمرين', 'Umrah Visitors Service']
	],
	health: [
		['التبرع بالدم', 'Blood Donation'],
		['مكافحة التدخين', 'Tobacco Control'],
		['التوعية الصحية', 'Health Awareness'],
		['مكافحة السرطان', 'Cancer Control'],
		['السكري', 'Diabetes Care'],
		['الإسعافات الأولية', 'First Aid'],
		['طب الأسنان التطوعي', 'Volunteer Dentistry'],
		['التبرع بالأعضاء', 'Organ Donation'],
		['الصحة النفسية', 'Mental Health'],
		['الرعاية الصحية المنزلية', 'Home Health Care'],
		['زراعة الكلى', 'Kidney Transplant Care'],
		['التوحد', 'Autism Care'],
		['متلازمة داون', 'Down Syndrome Care'],
		['صعوبات التعلم', 'Learning Difficulties'],
		['الأمراض الوراثية', 'Hereditary Diseases Care']
	],
	environment: [
		['حماية البيئة', 'Environment Protection'],
		['نظافة الشواطئ', 'Beach Cleaning'],
		['التشجير', 'Tree Planting'],
		['التوعية البيئية', 'Environmental Awareness'],
		['الرفق بالحيوان', 'Animal Welfare'],
		['إعادة التدوير', 'Recycling'],
		['حماية المانغروف', 'Mangrove Protection'],
		['ترشيد المياه', 'Water Saving'],
		['نظافة البر', 'Desert Cleaning'],
		['حماية الحياة الفطرية', 'Wildlife Protection'],
		['الزراعة المنزلية', 'Home Gardening'],
		['رعاية النخيل', 'Palm Tree Care'],
		['الغوص وحماية المرجان', 'Diving and Coral Protection']
	],
	culture: [
		['الثقافة والفنون', 'Culture and Arts'],
		['إحياء التراث', 'Heritage Revival'],
		['حفظ التراث العمراني', 'Architectural Heritage'],
		['التصوير الضوئي', 'Photography'],
		['القراءة', 'Reading'],
		['المسرح', 'Theatre'],
		['الخط العربي', 'Arabic Calligraphy'],
		['الأدب والشعر', 'Literature and Poetry'],
		['الرحلات والاستكشاف', 'Trips and Exploration'],
		['المشي', 'Walking'],
		['الفنون التشكيلية', 'Fine Arts'],
		['الدراجات الهوائية', 'Cycling'],
		['الكشافة', 'Scouting'],
		['رياضة الأحياء', 'Neighbourhood Sports'],
		['اللغة العربية', 'Arabic Language'],
		['التاريخ والآثار', 'History and Antiquities'],
		['صناعة الأفلام', 'Filmmaking']
	],
	education: [
		['محو الأمية', 'Literacy'],
		['دعم التعليم', 'Education Support'],
		['كفالة الطلاب', 'Student Sponsorship'],
		['التعليم المبكر', 'Early Education'],
		['العلوم والتقنية', 'Science and Technology'],
		['الروبوت والبرمجة', 'Robotics and Programming'],
		['التقوية المدرسية', 'School Tutoring'],
		['الحقيبة المدرسية', 'School Bags'],
		['تعليم الكبار', 'Adult Education'],
		['رعاية الموهوبين', 'Gifted Students Care'],
		['التطوير المهني', 'Professional Development'],
		['الإرشاد الأكاديمي', 'Academic Guidance']
	],
	philanthropy: [
		['العمل التطوعي', 'Volunteer Work'],
		['تعزيز التطوع', 'Volunteering Promotion'],
		['تأهيل المتطوعين', 'Volunteers Training'],
		['التطوع الرقمي', 'Digital Volunteering'],
		['المسؤولية الاجتماعية', 'Social Responsibility'],
		['الوقف والوصايا', 'Endowments and Bequests'],
		['الزكاة والصدقات', 'Zakat and Alms'],
		['تنظيم الفعاليات', 'Event Organization'],
		['الإغاثة', 'Relief'],
		['البحث والإنقاذ', 'Search and Rescue']
	],
	advocacy: [
		['حماية المستهلك', 'Consumer Protection'],
		['الوعي القانوني', 'Legal Awareness'],
		['حقوق الطفل', 'Child Rights'],
		['الوعي الفكري', 'Intellectual Awareness'],
		['العون القانوني', 'Legal Aid']
	],
	professional_services: [
		['الهندسة', 'Engineering'],
		['الجودة والتميز', 'Quality and Excellence'],
		['الإعلام الجديد', 'New Media'],
		['الترجمة', 'Translation'],
		['المحاسبة', 'Accounting'],
		['التصميم الداخلي', 'Interior Design'],
		['القيادة والإدارة', 'Leadership and Management']
	],
	business: [
		['ريادة الأعمال', 'Entrepreneurship'],
		['الزراعة العضوية', 'Organic Farming'],
		['تربية النحل', 'Beekeeping'],
		['دعم صيادي الأسماك', 'Fishermen Support']
	]
};

/** Those for whom bodies work, the field of work that this is, and how they do. */
const people: [string, string, string][] = [
	['الأيتام', 'Orphans', 'social_services'],
	['الأرامل والمطلقات', 'Widows and Divorcees', 'social_services'],
	['كبار السن', 'Elderly', 'social_services'],
	['ذوي الإعاقة', 'Disabled Persons', 'social_services'],
	['الأسر المحتاجة', 'Needy Families', 'social_services'],
	['السجناء وأسرهم', 'Prisoners Families', 'social_services'],
	['المكفوفين', 'Blind', 'social_services'],
	['الصم', 'Deaf', 'social_services'],
	['الطفل', 'Child', 'social_services'],
	['المرأة', 'Women', 'development'],
	['الشباب', 'Youth', 'development'],
	['الفتيات', 'Girls', 'development'],
	['المرضى', 'Patients', 'health'],
	['مرضى السرطان', 'Cancer Patients', 'health'],
	['مرضى الكلى', 'Kidney Patients', 'health'],
	['مرضى الزهايمر', 'Alzheimer Patients', 'health'],
	['المتعافين من الإدمان', 'Recovering Addicts', 'health'],
	['الطلاب', 'Students', 'education'],
	['طالبات الجامعة', 'University Women Students', 'education'],
	['الموهوبين', 'Gifted', 'education'],
	['حفاظ القرآن', 'Quran Memorizers', 'religion'],
	['الحجاج', 'Pilgrims', 'religion'],
	['المعتمرين', 'Umrah Visitors', 'religion'],
	['العمالة الوافدة', 'Migrant Workers', 'advocacy'],
	['المتطوعين', 'Volunteers', 'philanthropy'],
	['المتقاعدين', 'Retirees', 'social_services'],
	['المزارعين', 'Farmers', 'business'],
	['الحرفيين', 'Craftsmen', 'business'],
	['الأدباء', 'Writers', 'culture'],
	['عابري السبيل', 'Travellers in Need', 'social_services']
];
const actions: [string, string][] = [
	['رعاية', 'Care'],
	['خدمة', 'Services'],
	['دعم', 'Support'],
	['تمكين', 'Empowerment'],
	['تأهيل', 'Rehabilitation'],
	['إرشاد', 'Counselling'],
	['مساندة', 'Assistance'],
	['تدريب', 'Training'],
	['تثقيف', 'Education'],
	['تكريم', 'Honouring']
];

/** In turns, so that no field has all the common ones: the first of each, the second of each, and so on. */
const purposes: readonly Purpose[] = inTurns(Object.entries(byField));

function inTurns(fields: [string, [string, string][]][]): Purpose[] {
	const longest = Math.max(...fields.map(([, phrases]) => phrases.length));
	const turns = Array.from({ length: longest }, (_, turn) => turn);
	return turns.flatMap((turn) =>
		fields.flatMap(([field, phrases]) => phrases.slice(turn, turn + 1).map(([ar, en]) => ({ ar, en, field })))
	);
}
