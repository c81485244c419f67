import type { HtmlElement } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectHouseRules, messages } from '../harness/house_rules.ts';
import { textOf, type HtmlPage } from '../harness/html_page.ts';
import { addressIn, languages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf } from '../harness/visitor.ts';

const GROUP = '/organizations/amal-al-qatif';
const CONFERENCE = '/conferences/excellence-in-volunteer-work-2022';

/** The facts of 3 December 2022 as the pages say them. */
const told = {
	ar: {
		group: 'أمل القطيف',
		association: 'جمعية العمل التطوعي',
		chair: 'مسلم آل موسى',
		chairPost: 'رئيس مجلس الإدارة',
		member: 'علي العوامي',
		memberPost: 'عضو مجلس الإدارة',
		conference: 'المؤتمر الدولي للتميُّز في العمل التطوعي',
		country: 'البحرين',
		days: ['3 ديسمبر 2022', '9 جمادى الأولى 1444'],
		patron: 'العصفور',
		patronTitle: 'وزير الموارد البشرية والتنمية الاجتماعية',
		inviter: 'المؤتمر',
		objective: 'تبادل الخبرات والتجارب',
		recommendation: 'إعطاء الشباب دورهم الرئيس'
	},
	en: {
		group: 'Amal Al-Qatif',
		association: 'Volunteer Work Association',
		chair: 'Muslim Al Musa',
		chairPost: 'Chair of the board',
		member: 'Ali Al-Awami',
		memberPost: 'Board member',
		conference: 'International Conference on Excellence in Volunteer Work',
		country: 'Bahrain',
		days: ['3 December 2022', '1444'],
		patron: 'Asfoor',
		patronTitle: 'Minister of Human Resources and Social Development',
		inviter: 'The conference',
		objective: 'Exchange knowledge and experience',
		recommendation: 'Give young people their leading part'
	}
} as const;

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

describe.each(languages)('in %s', (lang) => {
	const facts = told[lang];
	const t = (key: keyof (typeof messages)['ar']) => messages[lang][key];
	const open = async (path: string) =>
		expectHouseRules(await visitorOf(server.origin).get(addressIn(lang, path)), { lang });

	test('the group belongs to its association, and the association shows the group', async () => {
		const group = await open(GROUP);
		const affiliation = itemWith(group.root.querySelector('main'), t('organization.affiliated'));
		expect(linksOf(affiliation)).toContainEqual([
			facts.association,
			addressIn(lang, '/organizations/volunteer-work-association')
		]);
		expectCited(group, affiliation);

		const association = await open('/organizations/volunteer-work-association');
		const names = linksOf(section(association, 'groups'));
		expect(names).toContainEqual([expect.stringContaining(facts.group), addressIn(lang, GROUP)]);
	});

	test.each(['2022-12-03', '1444-05-09 AH'])('its board of %s has the chair and the member', async (day) => {
		const page = await open(`${GROUP}?on=${day}`);
		const board = section(page, 'board');
		for (const shown of facts.days) expect(textOf(board)).toContain(shown);
		for (const [name, post, path] of [
			[facts.chair, facts.chairPost, '/people/muslim-al-musa'],
			[facts.member, facts.memberPost, '/people/ali-al-awami']
		] as const) {
			const item = itemWith(board, name);
			expect(textOf(item)).toContain(post);
			expect(linksOf(item)).toContainEqual([name, addressIn(lang, path)]);
			expectCited(page, item);
		}
	});

	test('its page tells of the conference, the invitation and the delegation with their posts', async () => {
		const page = await open(GROUP);
		const item = itemWith(section(page, 'conferences'), facts.conference);
		for (const fact of [...facts.days, facts.country, t('participation_role.attended')])
			expect(textOf(item)).toContain(fact);
		expect(textOf(item)).toContain(`${t('participation.invited_by')} ${facts.inviter}`);
		expectDelegation(item);
		expectCited(page, item);
	});

	test('the conference has its day, place, patron, objectives, recommendations and delegation', async () => {
		const page = await open(CONFERENCE);
		expect(textOf(page.root.querySelector('h1'))).toBe(facts.conference);
		const card = textOf(section(page, 'facts'));
		for (const fact of [...facts.days, facts.country]) expect(card).toContain(fact);

		const patron = itemWith(section(page, 'patrons'), facts.patron);
		expect(textOf(patron)).toContain(t('patron_role.patron'));
		expect(textOf(patron)).toContain(facts.patronTitle);
		expect(linksOf(patron)[0]?.[1]).toBe(addressIn(lang, '/people/osama-al-asfoor'));

		const objectives = section(page, 'objectives').querySelectorAll('li');
		const recommendations = section(page, 'recommendations').querySelectorAll('li');
		expect([objectives.length, recommendations.length]).toEqual([5, 2]);
		expect(objectives.map(textOf)).toContainEqual(expect.stringContaining(facts.objective));
		expect(recommendations.map(textOf)).toContainEqual(expect.stringContaining(facts.recommendation));

		const participation = itemWith(section(page, 'participations'), facts.group);
		expectDelegation(participation);
		expect(textOf(participation)).toContain(`${t('participation.invited_by')} ${facts.inviter}`);
		for (const fact of [patron, participation, ...objectives, ...recommendations]) expectCited(page, fact);
	});

	test('each person has the post, the delegation or the patronage', async () => {
		const chair = await open('/people/muslim-al-musa');
		expect(textOf(section(chair, 'posts'))).toContain(facts.chairPost);
		expect(textOf(section(chair, 'posts'))).toContain(facts.group);
		expectDelegation(itemWith(section(chair, 'delegations'), facts.conference));
		expectCited(chair, section(chair, 'posts'));

		const patron = await open('/people/osama-al-asfoor');
		const patronage = itemWith(section(patron, 'patronages'), facts.conference);
		expect(textOf(patronage)).toContain(facts.patronTitle);
		expectCited(patron, patronage);
	});

	test.each(['أمل القطيف', 'امل القطيف', 'Amal Al-Qatif', 'amal al-qatif'])(
		'the group is the first that a search for %s finds',
		async (q) => {
			const address = addressIn(lang, `/organizations?q=${q}`);
			const page = await expectHouseRules(await visitorOf(server.origin).get(address), {
				lang,
				isIndexed: false
			});
			expect(textOf(page.root.querySelectorAll('main h2 a, main h3 a')[0])).toContain(facts.group);
		}
	);

	function expectDelegation(participation: HtmlElement): void {
		const delegates = participation.querySelector('.delegation')?.querySelectorAll('li').map(textOf);
		expect(delegates).toEqual([
			expect.stringMatching(new RegExp(`^${facts.chair}.*${facts.chairPost}`)),
			expect.stringMatching(new RegExp(`^${facts.member}.*${facts.memberPost}`))
		]);
	}
});

function section({ root }: HtmlPage, id: string): HtmlElement {
	const found = root.querySelector(`section[aria-labelledby="${id}"]`);
	if (!found) throw new Error(`no section "${id}"`);
	return found;
}

/** The innermost entry of a list that says this. */
function itemWith(list: HtmlElement | null, words: string): HtmlElement {
	const found = list?.querySelectorAll('li').filter((item) => textOf(item).includes(words));
	const top = found?.find((item) => !item.closest('.delegation'));
	if (!top) throw new Error(`nothing says "${words}" in: ${textOf(list)}`);
	return top;
}

const linksOf = (element: HtmlElement) =>
	element.querySelectorAll('a').map((link) => [textOf(link), link.getAttributeValue('href')]);

/** A number beside the fact leads to a source that the page names. */
function expectCited({ root }: HtmlPage, fact: HtmlElement): void {
	const references = fact.querySelectorAll('sup a').map((link) => link.getAttributeValue('href') ?? '');
	expect(references).not.toEqual([]);
	for (const reference of references) {
		expect(reference).toMatch(/^#source-\d+$/);
		expect(textOf(root.querySelector(reference))).toMatch(/\S/);
	}
}
