import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTokens } from '#lib/domain/folding.ts';
import { articleForms, splitServant } from './articles.ts';
import {
	arabicForms,
	arabicKeys,
	latinForms,
	latinKeys,
	likenessOf,
	nameScore,
	type NameForms
} from './name_match.ts';
import { tokenMatcher } from './token_match.ts';

const folded = (name: string): string => foldTokens(name).join('');

const likeness = (arabic: NameForms, latin: NameForms): number =>
	likenessOf(nameScore(arabic, latin), latin, 0);

describe('names in two scripts', () => {
	it.each([
		['القطيف', 'Qatif'],
		['القطيف', 'Qateef'],
		['القطيف', 'Katif'],
		['القطيف', 'al-Qaṭīf'],
		['موسى', 'Musa'],
		['موسى', 'Moosa'],
		['العوامي', 'Al-Awamy'],
		['الشريف', 'Asharif'],
		['مُحَمَّد', 'Mohamed'],
		['عبدالرحمن', 'Abderrahmane'],
		['عبدالله', 'Abdullah'],
		['علي', '3ali'],
		['حسن', '7asan'],
		['خالد', '5aled'],
		['خالد', "7'aled"],
		['غادة', "3'ada"],
		['طارق', '6are2'],
		['صالح', '9ale7']
	])('%s is found by %s', (arabic, latin) => {
		const [one, other] = [arabicForms(folded(arabic)), latinForms(folded(latin))];
		const skeletons = latinKeys(other).map(({ skeleton }) => skeleton);
		expect(arabicKeys(one).some((key) => skeletons.includes(key))).toBe(true);
		expect(likeness(one, other)).toBeGreaterThan(0.35);
	});

	it.each([
		['Qatif', 'القطيف', ['القطن', 'القاضي', 'الخطيب', 'الكاتب']],
		['Hussein', 'حسين', ['حسن', 'حسان', 'حسني', 'ياسين']],
		['Saleh', 'صالح', ['سالم', 'صلاح', 'سهل', 'صلاحي']],
		['Omar', 'عمر', ['عمرو', 'عامر', 'عمران', 'أمير']],
		['7amad', 'حمد', ['همد', 'حماده', 'حمود', 'خامد']]
	])('%s is %s before all others', (latin, right, others) => {
		const own = latinForms(folded(latin));
		const score = (arabic: string) => nameScore(arabicForms(folded(arabic)), own);
		expect(Math.max(...others.map(score))).toBeLessThan(score(right));
	});

	it('keeps different names apart', () => {
		for (const [arabic, latin] of [
			['عمر', 'Ali'],
			['القطيف', 'Riyadh'],
			['فاطمه', 'Maryam'],
			['جمعيه', 'Qatif']
		] as const)
			expect(likeness(arabicForms(arabic), latinForms(folded(latin)))).toBeLessThan(0.2);
	});

	it('answers any text with a number or a refusal', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
				const match = tokenMatcher(folded(one))(folded(other));
				if (match !== undefined) expect(match.score).toSatisfy((score: number) => score > 0 && score <= 1);
			})
		);
	});
});

describe('words', () => {
	it.each([
		['قطيف', 'القطيف', 'article'],
		['القطيف', 'القطيف', 'exact'],
		['تطو', 'تطوعي', 'prefix'],
		['التطوعي', 'التطوغي', 'typo'],
		['moosa', 'mousa', 'spelling'],
		['mohamed', 'muhammad', 'spelling'],
		['qatif', 'القطيف', 'script'],
		['القطيف', 'qateef', 'script']
	])('%s finds %s as %s', (query, token, how) => {
		expect(tokenMatcher(query)(token)?.how).toBe(how);
	});

	it.each([
		['a letter that was left out', 'المكبه', 'المكتبه', 'المكفه'],
		['a letter that was doubled', 'قطييف', 'قطيف', 'قطيلف'],
		['neighbours that changed places', 'تنيمه', 'تنميه', 'تنيخه']
	])('%s before another letter', (_, typed, meant, other) => {
		const match = tokenMatcher(typed);
		expect(match(meant)!.score).toBeGreaterThan(match(other)?.score ?? 0);
	});

	it('takes what lacks only its end for half a word', () => {
		expect(tokenMatcher('السناب')('السنابل')?.how).toBe('prefix');
	});

	it('does not take a short word with another letter, a number or another name for the same', () => {
		expect(tokenMatcher('علي')('عدي')).toBeUndefined();
		expect(tokenMatcher('2022')('القطيف')).toBeUndefined();
		expect(tokenMatcher('riyadh')('القطيف')).toBeUndefined();
	});

	it('knows words by their form without an article', () => {
		expect(articleForms('والقطيف')).toEqual(['والقطيف', 'قطيف']);
		expect(articleForms('ال')).toEqual(['ال']);
		expect(articleForms('alqatif')).toEqual(['alqatif', 'qatif']);
		expect(articleForms('erraki')).toEqual(['erraki', 'raki']);
		expect(articleForms('ali')).toEqual(['ali']);
	});

	it.each([
		['عبدالرحمن', ['عبد', 'رحمن']],
		['عبدالله', ['عبد', 'الله']],
		['abdulrahman', ['abd', 'rahman']],
		['abderrahmane', ['abd', 'rahmane']],
		['abdelaziz', ['abd', 'aziz']],
		['3abdallah', ['abd', 'allah']],
		['عبده', undefined]
	])('%s is the servant %s', (token, parts) => {
		expect(splitServant(token)).toEqual(parts);
	});
});
