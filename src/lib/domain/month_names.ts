import { fold } from './folding.ts';

export type CalendarName = 'gregorian' | 'islamic-umalqura';

/** Gulf and Egyptian, Levantine and Iraqi, Maghrebi, English; folded, without spaces. */
const gregorianMonths = [
	/^(يناير|كانون(ال)?ثاني|جانفي|jan(uary)?)$/,
	/^(فبراير|شباط|فيفري|feb(ruary)?)$/,
	/^(مارس|اذار|mar(ch)?)$/,
	/^(ابريل|نيسان|افريل|apr(il)?)$/,
	/^(مايو|ايار|ماي|may)$/,
	/^(يوني[وه]|حزيران|جوان|june?)$/,
	/^(يولي[وه]|تموز|جويليه|يوليوز|july?)$/,
	/^(اغسطس|اب|اوت|غشت|aug(ust)?)$/,
	/^(سبتمبر|ايلول|شتنبر|sept?(ember)?)$/,
	/^(اكتوبر|تشرين(ال)?اول|oct(ober)?)$/,
	/^(نوفمبر|تشرين(ال)?ثاني|نونبر|nov(ember)?)$/,
	/^(ديسمبر|كانون(ال)?اول|دجنبر|dec(ember)?)$/
];

const hijriMonths = [
	/^((ال)?محرم(الحرام)?|(al)?muharram)$/,
	/^(صفر(الخير|المظفر)?|safar)$/,
	/^(ربيع(ال)?اول|rabi(i|1|(al)?aww?al))$/,
	/^(ربيع(ال)?(ثاني?|اخر)|rabi(ii|2|(al|ath)?thani|(al)?akh?ir))$/,
	/^(جماد[يه]?(ال)?اولي?|jumada(i|1|(al)?(ula|awwal)))$/,
	/^(جماد[يه]?(ال)?(ثاني?ه?|اخر[هي]?)|jumada(ii|2|(al|ath)?thani(ya|yah)?|(al)?akh?ir(a|ah)?))$/,
	/^(رجب(المرجب|الاصب|الحرام)?|rajab)$/,
	/^(شعبان(المعظم)?|sha?aban|shaban)$/,
	/^((شهر)?رمضان(المبارك)?|rama[dz]h?an)$/,
	/^(شوال(المكرم)?|shaww?al)$/,
	/^((ذو|ذي|ذا)?(ال)?قعده(الحرام)?|(dhu|zu|thu)(al|l)?q[ai]a?dah?)$/,
	/^((ذو|ذي|ذا)?(ال)?حجه(الحرام)?|(dhu|zu|thu)(al|l)?hijj?ah?)$/
];

/**
 * The month that a name stands for, in any common spelling: `تشرين الأول`, `يونيه`, `ذي القعدة`, `Sept`.
 * Two names of one month may stand beside a slash, as the Arab press writes: `كانون الأول/ديسمبر`.
 */
export function monthNamed(name: string): { calendar: CalendarName; month: number } | undefined {
	const found = name.split('/').map(oneMonthNamed);
	const [first] = found;
	const agree = found.every((each) => each?.calendar === first?.calendar && each?.month === first?.month);
	return agree ? first : undefined;
}

function oneMonthNamed(name: string) {
	const folded = fold(name).replace(/[^\p{L}\p{N}]/gu, '');
	const gregorian = gregorianMonths.findIndex((month) => month.test(folded));
	if (gregorian >= 0) return { calendar: 'gregorian' as const, month: gregorian + 1 };
	const hijri = hijriMonths.findIndex((month) => month.test(folded));
	if (hijri >= 0) return { calendar: 'islamic-umalqura' as const, month: hijri + 1 };
	return undefined;
}
