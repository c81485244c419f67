/** Words that bodies like to be called by, as `[Arabic, Latin]`; the common ones first. */
export const values: readonly (readonly [string, string])[] = [
	...pairs('أمل Amal, نماء Namaa, غيث Ghaith, عطاء Ataa, إحسان Ihsan, همم Himam, أثر Athar, سند Sanad'),
	...pairs('عون Awn, نور Noor, بصمة Basmah, وفاء Wafaa, رحمة Rahmah, تراحم Tarahum, بناء Binaa, رفق Rifq'),
	...pairs('تكافل Takaful, غراس Ghiras, سواعد Sawaed, إيثار Ithar, مودة Mawaddah, ريادة Riyadah, وعي Waai'),
	...pairs('ألفة Ulfah, ضياء Diyaa, ندى Nada, سنابل Sanabil, إشراقة Ishraqah, طموح Tumooh, وئام Weaam'),
	...pairs(
		'مبادرون Mubadiroon, فزعة Fazaah, قطرة Qatrah, بسمة Basma, بشائر Bashaer, تآخي Taakhi, رواد Ruwwad'
	),
	...pairs(
		'جود Jood, كرم Karam, سخاء Sakhaa, نخوة Nakhwah, مروءة Muruah, شهامة Shahamah, بذل Badhl, رفد Rifd'
	),
	...pairs('مدد Madad, ديمة Deemah, سحاب Sahab, مزن Muzn, وبل Wabl, يسر Yusr, فرج Faraj, سكينة Sakinah'),
	...pairs('طمأنينة Tumaninah, أمان Aman, حياة Hayat, شفاء Shifaa, عافية Afiyah, زهور Zuhoor, براعم Baraem'),
	...pairs('أجيال Ajyal, غد Ghad, رؤية Ruyah, أفق Ufuq, آفاق Afaq, قمم Qimam, سمو Sumuw, رقي Ruqiy, علا Ula'),
	...pairs(
		'تميز Tamayyuz, إبداع Ibdaa, إتقان Itqan, إنجاز Injaz, بداية Bidayah, انطلاقة Intilaqah, خطوة Khutwah'
	),
	...pairs(
		'مسار Masar, جسور Jusoor, ضفاف Difaf, مرفأ Marfa, مرسى Marsa, شراع Shiraa, نخيل Nakheel, واحة Wahah'
	),
	...pairs('رياحين Rayaheen, ياسمين Yasmeen, لؤلؤ Lulu, مرجان Marjan, دانة Danah, صدف Sadaf, ساحل Sahil'),
	...pairs('فنار Fanar, قنديل Qandeel, سراج Siraj, شمعة Shamaah, نبراس Nibras, مشكاة Mishkat, وهج Wahaj'),
	...pairs(
		'ألق Alaq, سنا Sana, ومضة Wamdah, شعاع Shuaa, فجر Fajr, ضحى Duha, إصباح Isbah, هلال Hilal, بدر Badr'
	),
	...pairs('أصالة Asalah, عراقة Araqah, جذور Juthoor, ديرة Deerah, ربوع Ruboo, روضة Rawdah, بستان Bustan'),
	...pairs(
		'رؤى Rua, إرادة Iradah, عزيمة Azimah, إصرار Israr, تحدي Tahaddi, صمود Sumood, تفاؤل Tafaul, سعادة Saadah'
	),
	...pairs(
		'فرحة Farhah, بهجة Bahjah, مسرة Masarrah, هناء Hanaa, صفاء Safaa, نقاء Naqaa, إخاء Ikhaa, ولاء Walaa'
	),
	...pairs('انتماء Intimaa, تلاحم Talahum, تعاضد Taadud, وصل Wasl, صلة Silah, بر Birr, تقوى Taqwa, هدى Huda'),
	...pairs(
		'يقين Yaqeen, رشد Rushd, فلاح Falah, توفيق Tawfeeq, بركة Barakah, نعمة Nimah, زاد Zad, مائدة Maidah'
	)
];

/** Words that complete such a name, as the second in نبض العطاء. */
export const complements: readonly (readonly [string, string])[] = [
	...pairs(
		'الخير Al-Khair, العطاء Al-Ataa, الأمل Al-Amal, الحياة Al-Hayat, الوطن Al-Watan, المستقبل Al-Mustaqbal'
	),
	...pairs('المجتمع Al-Mujtama, الشباب Al-Shabab, الإنسانية Al-Insaniyah, الرحمة Al-Rahmah, الوفاء Al-Wafaa'),
	...pairs(
		'الإحسان Al-Ihsan, النور Al-Noor, السلام Al-Salam, المحبة Al-Mahabbah, الجود Al-Jood, المعرفة Al-Maarifah'
	),
	...pairs(
		'الغد Al-Ghad, التنمية Al-Tanmiyah, الأجيال Al-Ajyal, البيئة Al-Beeah, الساحل Al-Sahil, الواحة Al-Wahah'
	),
	...pairs(
		'النخيل Al-Nakheel, الشمال Al-Shamal, الجنوب Al-Janoob, الشرق Al-Sharq, الجبل Al-Jabal, البحر Al-Bahr'
	),
	...pairs(
		'الطفولة Al-Tufoolah, الأسرة Al-Usrah, الصحة Al-Sihhah, الإبداع Al-Ibdaa, الفرح Al-Farah, الكرم Al-Karam'
	)
];

function pairs(line: string): [string, string][] {
	return line.split(', ').map((pair) => pair.split(' ') as [string, string]);
}
