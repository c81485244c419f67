import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cleanText } from './text.ts';
import { splitPersonName, withoutHonorific } from './person_name.ts';

const parts = (given_name: string, family_name: string) => ({ given_name, family_name });

describe('a full name is split where it is plain', () => {
	test.each([
		['مسلم آل موسى', parts('مسلم', 'آل موسى')],
		['علي العوامي', parts('علي', 'العوامي')],
		['محمد علي الصغير', parts('محمد', 'الصغير')],
		['نجيب بن عبدالرحمن الزامل', { ...parts('نجيب', 'الزامل'), patronymic_name: 'عبدالرحمن' }],
		['عبد العزيز راشد السندي', parts('عبد العزيز', 'السندي')],
		['نور الدين محمود', parts('نور الدين', 'محمود')],
		['عبد الله بن علي بن سيف', { given_name: 'عبد الله', patronymic_name: 'علي', grandfather_name: 'سيف' }],
		['جميل بن محمد علي حميدان', parts('جميل', 'حميدان')],
		['حسين بن علي الشيخ حسين', { ...parts('حسين', 'الشيخ حسين'), patronymic_name: 'علي' }],
		['محمد جواد آل السيد ناصر', parts('محمد', 'آل السيد ناصر')],
		['حسين أبو سرير', parts('حسين', 'أبو سرير')],
		['ماجد سعود العبد العال', parts('ماجد', 'العبد العال')],
		['مسلم', { given_name: 'مسلم' }],
		['آل موسى', { family_name: 'آل موسى' }],
		['أبو طالب', { kunya: 'أبو طالب' }],
		['أم علي القطيفي', { kunya: 'أم علي', family_name: 'القطيفي' }],
		['أبو بكر السقاف', parts('أبو بكر', 'السقاف')],
		['عبدالله الحبيب (أبو وجدي)', { ...parts('عبدالله', 'الحبيب'), kunya: 'أبو وجدي' }],
		[
			'الأميرة مشاعل بنت عبدالمحسن بن جلوي آل سعود',
			{
				...parts('مشاعل', 'آل سعود'),
				...{ honorific_prefix: 'الأميرة', patronymic_name: 'عبدالمحسن', grandfather_name: 'جلوي' }
			}
		]
	])('%s', (name, expected) => {
		expect(splitPersonName(name)).toEqual(expected);
	});

	test.each(['', 'بن', 'محمد بن', 'عبدالله السيف (خطأ في الخبر)', 'Ali Al-Awami', 'علي 2', 'Ali علي'])(
		'of %j nothing is guessed',
		(name) => {
			expect(splitPersonName(name)).toEqual({});
		}
	);

	it('has no part that is not in the name', () => {
		const word = fc.constantFrom(
			'محمد',
			'بن',
			'بنت',
			'آل',
			'عبد',
			'الله',
			'أبو',
			'أم',
			'الدكتور',
			'د.',
			'معالي',
			'الشيخ',
			'القطيفي',
			'(أبو علي)',
			'Dr.',
			'x'
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 9 }), (words) => {
				const name = cleanText(words.join(' '));
				for (const part of Object.values(splitPersonName(name))) {
					expect(part).not.toBe('');
					expect(name).toContain(part);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('honorifics', () => {
	test.each([
		['صاحب السمو الملكي الأمير خالد الفيصل', 'صاحب السمو الملكي الأمير', 'خالد الفيصل'],
		['صاحب السمو الأمير بدر بن محمد', 'صاحب السمو الأمير', 'بدر بن محمد'],
		['معالي الأستاذ الدكتور أحمد بن علي', 'معالي الأستاذ الدكتور', 'أحمد بن علي'],
		['سعادة المهندسه سحر المناعي', 'سعادة المهندسه', 'سحر المناعي'],
		['الشيخ الدكتور سعد الشثري', 'الشيخ الدكتور', 'سعد الشثري'],
		['أ.د.محمد الزامل', 'أ.د.', 'محمد الزامل'],
		['د. علي', 'د.', 'علي'],
		['م/ علي حسين', 'م/', 'علي حسين'],
		['السيد علي الموسوي', 'السيد', 'علي الموسوي'],
		['Dr. Ali Al-Awami', 'Dr.', 'Ali Al-Awami'],
		['HRH Prince Saud bin Naif', 'HRH Prince', 'Saud bin Naif'],
		['His Excellency Osama Al-Asfoor', 'His Excellency', 'Osama Al-Asfoor']
	])('%s', (name, honorific, rest) => {
		expect(splitPersonName(name).honorific_prefix).toBe(honorific);
		expect(withoutHonorific(name)).toBe(rest);
	});

	test.each(['سعادة المطرود', 'الدكتور', 'مسلم آل موسى', 'محمد السيد', 'أحمد', 'دانة علي', 'Drew Ali'])(
		'%s has none',
		(name) => {
			expect(withoutHonorific(name)).toBe(name);
			expect(splitPersonName(name).honorific_prefix).toBeUndefined();
		}
	);
});
