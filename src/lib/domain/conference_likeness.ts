import { addDays, daysWithin, type PartialDate } from './dates.ts';
import { fold } from './folding.ts';

/** What tells a conference from another of its name. */
export type Occasion = {
	edition?: number | null | undefined;
	from?: PartialDate | null | undefined;
	until?: PartialDate | null | undefined;
	country?: string | null | undefined;
	city_ar?: string | null | undefined;
	city_en?: string | null | undefined;
};

/** What gatherings are called; two that share no other word do not bear one name. */
const gatherings = new Set(
	[
		...[
			'مؤتمر',
			'ملتقى',
			'منتدى',
			'ندوة',
			'ورشة',
			'معرض',
			'حفل',
			'جائزة',
			'حملة',
			'زيارة',
			'لقاء',
			'برنامج',
			'مهرجان'
		],
		...['دولي', 'سنوي', 'أول', 'ثاني', 'ثالث', 'رابع', 'خامس', 'نسخة', 'دورة', 'يوم'],
		...[
			'conference',
			'forum',
			'meeting',
			'seminar',
			'workshop',
			'exhibition',
			'ceremony',
			'award',
			'campaign'
		],
		...[
			'visit',
			'programme',
			'festival',
			'day',
			'international',
			'annual',
			'first',
			'second',
			'third',
			'edition'
		]
	].map(fold)
);

/** Whether a folded word stands in the names of so many conferences that it tells none from another. */
export const isCommonInNames = (word: string): boolean =>
	gatherings.has(word) || gatherings.has(word.replace(/^ال/, ''));

/** Days by which two accounts of one conference may differ, such as after it was put off. */
const APART_DAYS = 31;

/** Whether two conferences of a like name may be one: neither edition, dates nor place say that they are two. */
export function mayBeOne(one: Occasion, other: Occasion): boolean {
	if (one.edition && other.edition) return one.edition === other.edition;
	const [own, theirs] = [daysOf(one), daysOf(other)];
	if (own && theirs && !overlap(own, theirs, APART_DAYS)) return false;
	return !(one.country && other.country && one.country !== other.country);
}

/** Whether two conferences were at the same place on the same days, whatever they are called. */
export function isSameOccasion(one: Occasion, other: Occasion): boolean {
	const [own, theirs] = [daysOf(one), daysOf(other)];
	if (!own || !theirs || !isWithinMonth(own) || !isWithinMonth(theirs)) return false;
	return overlap(own, theirs, 0) && one.country === other.country && isSameCity(one, other);
}

type Days = { earliest: string; latest: string };

function daysOf({ from, until }: Occasion): Days | undefined {
	if (!from) return undefined;
	return { earliest: daysWithin(from).earliest, latest: daysWithin(until ?? from).latest };
}

const overlap = (one: Days, other: Days, slack: number): boolean =>
	one.earliest <= addDays(other.latest, slack) && other.earliest <= addDays(one.latest, slack);

/** A year or season says too little. */
const isWithinMonth = ({ earliest, latest }: Days) => latest <= addDays(earliest, APART_DAYS);

function isSameCity(one: Occasion, other: Occasion): boolean {
	const citiesOf = ({ city_ar, city_en }: Occasion) =>
		[city_ar, city_en].flatMap((city) => (city ? [fold(city)] : []));
	return citiesOf(one).some((city) => citiesOf(other).includes(city));
}
