import { describe, expect, test } from 'vitest';
import { addDays, todayIn } from '#lib/domain/dates.ts';
import { organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import {
	checkAndSave,
	follow,
	halfOfJourneys,
	heading,
	journeys,
	press,
	rowOf,
	translators,
	typeDate,
	visit
} from '../harness/journeys.ts';
import { setStage } from '../harness/stage.ts';

const stage = setStage();

const today = todayIn();
const [year, month, day] = addDays(today, 40).split('-') as [string, string, string];
/** In digits as Arabs write them too: the register reads both. */
const arabic = (digits: string) => digits.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);

/** One for each journey, so that no picker finds the people of another. */
const families = ['السدراوي', 'البردوني', 'الخزامي', 'النرجسي'];

async function makeBoard(family: string) {
	const { db } = stage.server;
	const make = async (name: string) =>
		(await makeRecord(db, person({ names: [{ value: `${name} ${family}`, lang: 'ar' }] }))).id;
	const [chair, member, waiting] = [await make('غالب'), await make('رزان'), await make('ضياء')];
	const post = (person: string, position: string) => ({ person, position, from: '2023-01-01', term: 't1' });
	const { document } = await makeRecord(
		db,
		organization({
			names: [{ value: `فريق ${family}`, lang: 'ar' }],
			board_terms: [{ id: 't1', number: 1, from: '2023-01-01', state: 'approved', seats: 3 }],
			appointments: [post(chair!, 'chair'), post(member!, 'member')]
		})
	);
	return { slug: document.slug!, waiting };
}

describe.each(journeys)('of a board, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];
	const family = families[journeys.indexOf(journey)]!;

	test('a new board is handed over on a day to come, a chair is replaced meanwhile, and each day shows who was who', async () => {
		const { slug } = await makeBoard(family);
		const page = await stage.open(journey, { edits: slug });
		await visit(page, lang, `/workspace/organizations/${slug}`);
		await follow(page, t('board.edit_title'));
		await heading(page, t('board.edit_title'));

		await follow(page, t('board.holder'));
		await heading(page, t('board.holder'));
		await typeDate(page, t, t('board.takes_over_on'), { day: '١', month: '٣', year: '٢٠٢٥' });
		await page.getByLabel(t('field.person_name')).fill(`ضِياء ${family}`);
		await page.getByLabel(t('board.acts')).check();
		await press(page, t('profile.to_check'));
		await heading(page, t('people.title'));
		await page.getByRole('radio', { name: new RegExp(`ضياء ${family}`) }).check();
		await checkAndSave(page, t);
		await page.getByText(t('editor.saved')).waitFor();
		await page.getByText(t('board.acting'), { exact: true }).first().waitFor();

		await follow(page, t('board.handover'));
		await heading(page, t('board.handover'));
		const typed = lang === 'ar' ? [day, month, year].map(arabic) : [day, month, year];
		await typeDate(page, t, t('board.takes_over_on'), { day: typed[0]!, month: typed[1]!, year: typed[2]! });
		await page.getByLabel(t('field.seats')).fill('3');
		const people = page.getByRole('group', { name: t('field.members'), exact: true }).locator('.row');
		const names = await people.filter({ hasText: family }).allTextContents();
		const chairs = names.findIndex((text) => text.includes('ضياء'));
		await people.nth(chairs).getByLabel(t('field.position')).selectOption('');
		await people
			.nth(1 - chairs)
			.getByLabel(t('field.position'))
			.selectOption('chair');
		const fresh = rowOf(page, t, 'members', 3);
		await fresh.getByLabel(t('field.person_name')).fill(`وداد ${family}`);
		await fresh.getByLabel(t('field.position')).selectOption('member');
		await press(page, t('profile.to_check'));
		await heading(page, t('people.title'));
		await page.getByLabel(t('people.new')).check();
		await press(page, t('profile.to_check'));
		await heading(page, t('profile.check'));
		expect(await page.getByRole('main').textContent()).toContain(`وداد ${family}`);
		await press(page, t('profile.save'));
		await page.getByText(t('editor.saved')).waitFor();
		await page.locator('svg').first().waitFor();

		const reader = await stage.open(journey);
		const boardOn = async (on: string) => {
			await visit(reader, lang, `/organizations/${slug}?on=${on}`);
			return (await reader.getByRole('region', { name: t('board.title_then') }).textContent()) ?? '';
		};
		const before = await boardOn('2024-01-01');
		expect([before.includes('غالب'), before.includes('ضياء')]).toEqual([true, false]);
		const between = await boardOn('2025-06-01');
		expect([between.includes('غالب'), between.includes('ضياء')]).toEqual([false, true]);
		const after = await boardOn(addDays(`${year}-${month}-${day}`, 1));
		expect([after.includes('ضياء'), after.includes('رزان'), after.includes('وداد')]).toEqual([
			...[false, true, true]
		]);
	});
});

describe.each(halfOfJourneys)('of a board, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];
	const family = `${families[journeys.indexOf(journey)]}ة`;

	test('a hand-over that cannot be is refused with what was typed, and a name is asked about when it is like one that is known', async () => {
		const { slug } = await makeBoard(family);
		const page = await stage.open(journey, { edits: slug });
		await visit(page, lang, `/workspace/organizations/${slug}/board/handover`);
		await typeDate(page, t, t('board.takes_over_on'), { day: '31', month: '2', year: '2027' });
		await rowOf(page, t, 'members', 3).getByLabel(t('field.person_name')).fill(`غالب ${family}`);
		await press(page, t('profile.to_check'));
		await page.locator('[role="alert"]:focus').waitFor();
		expect(await page.title()).toContain(t('form.error_title', { title: '' }).trim());
		await typeDate(page, t, t('board.takes_over_on'), { day: '1', month: '2', year: '2027' });
		expect(await rowOf(page, t, 'members', 3).getByLabel(t('field.person_name')).inputValue()).toBe(
			`غالب ${family}`
		);
		await press(page, t('profile.to_check'));
		await heading(page, t('people.title'));
		await page.getByText(t('people.same_name', { count: 1 })).waitFor();
		await press(page, t('profile.back'));
		await heading(page, t('board.handover'));
		expect(await page.getByLabel(t('field.year')).first().inputValue()).toBe('2027');
	});
});
