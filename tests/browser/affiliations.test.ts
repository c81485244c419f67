import { describe, expect, test } from 'vitest';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import {
	checkAndSave,
	follow,
	heading,
	press,
	rowOf,
	swapped,
	translators,
	typeDate,
	visit
} from '../harness/journeys.ts';
import { setStage } from '../harness/stage.ts';

const stage = setStage();

/** One for each journey, so that none meets the names of another. */
const words = { ar: ['المرجان', 'الياقوت', 'الفيروز'], en: ['الزبرجد', 'العقيق', 'الجمان'] };
const named = (value: string) => ({ names: [{ value, lang: 'ar' }] });

describe.each(swapped)('whoever keeps an organization, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('moves it to another association: proposed by the one side, confirmed by the other, approved, and dated', async () => {
		const { db } = stage.server;
		const kind = 'association';
		const left = await makeRecord(db, organization({ ...named(`جمعية ${words[lang][0]} الأولى`), kind }));
		const joined = await makeRecord(db, organization({ ...named(`جمعية ${words[lang][1]}`), kind }));
		const affiliations = [{ id: 'old', to: left.id, from: '2019' }];
		const team = await makeRecord(db, organization({ ...named(`فريق ${words[lang][2]}`), affiliations }));
		const page = await stage.open(journey, { manages: team.document.slug! });
		await visit(page, lang, `/workspace/organizations/${team.document.slug}`);
		await follow(page, t('affiliation.title'));
		await page.getByLabel(t('affiliation.search')).fill(`جمعيه ${words[lang][1]}`);
		await press(page, t('search.submit'));
		await page.getByRole('radio', { name: joined.document.names[0]!.value }).check();
		await typeDate(page, t, t('affiliation.from'), { day: '1', month: '1', year: '2026' });
		await page.getByLabel(t('affiliation.leaving')).selectOption({ label: left.document.names[0]!.value });
		await page.getByLabel(t('affiliation.note')).fill('كما اتفقنا');
		await press(page, t('affiliation.send'));
		await page.getByText(t('affiliation.saved')).waitFor();
		expect(await page.getByRole('button', { name: t('affiliation.confirm') }).count()).toBe(0);

		const other = await stage.open(journey, { manages: joined.document.slug! });
		await visit(other, lang, `/workspace/organizations/${joined.document.slug}/affiliations`);
		await other.getByText('كما اتفقنا').waitFor();
		await press(other, t('affiliation.confirm'));
		await other.getByText(t('affiliation.answered')).waitFor();

		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes');
		await follow(desk, new RegExp(team.document.names[0]!.value));
		await press(desk, t('review.decide'));
		await desk.getByText(t('review.approved')).waitFor();
		const { document } = await current(db, 'organization', team.id);
		expect(document.affiliations).toMatchObject([
			{ to: left.id, until: '2026-01-01' },
			{ to: joined.id, from: '2026-01-01' }
		]);
		await visit(other, lang, `/organizations/${joined.document.slug}`);
		await follow(other, new RegExp(team.document.names[0]!.value));
		await heading(other, team.document.names[0]!.value);
	});

	test('enters a licence and a section: both wait, and only a registrar’s word shows them', async () => {
		const { db } = stage.server;
		const { document } = await makeRecord(db, organization(named(`مؤسسة ${words[lang][0]}`)));
		const hub = `/workspace/organizations/${document.slug}`;
		const page = await stage.open(journey, { manages: document.slug! });
		await visit(page, lang, hub);
		await follow(page, t('licences.title'));
		const licence = rowOf(page, t, 'licences', 1);
		await licence.getByLabel(t('field.number')).fill('٩٨٧٦/ب');
		await licence.getByLabel(t('field.state')).selectOption('valid');
		await checkAndSave(page, t);
		await page.getByText(t('editor.saved_waiting')).waitFor();
		await follow(page, t('sections.title'));
		await page.getByText(t('sections.none')).waitFor();
		await follow(page, t('sections.add'));
		await page.getByText(t('proposal.section_of')).waitFor();
		const section = `القسم النسائي في ${words[lang][0]}`;
		await page.locator('[name="name.ar"]').fill(section);
		await page.getByLabel(t('proposal.reason')).fill('قسم قائم منذ سنوات');
		await press(page, t('proposal.to_check'));
		await heading(page, new RegExp(`${t('proposal.check')}|${t('proposal.is_it_one')}`));
		await press(page, t('proposal.submit'));
		await page.getByText(t('workspace.proposed')).waitFor();

		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes');
		for (const name of [document.names[0]!.value, section]) {
			await visit(desk, lang, '/registrar/changes');
			await follow(desk, new RegExp(name));
			await press(desk, t('review.decide'));
			await desk.getByText(t('review.approved')).waitFor();
		}
		await visit(page, lang, `${hub}/sections`);
		await page.getByRole('main').getByRole('link', { name: section }).waitFor();
		await visit(page, lang, `/organizations/${document.slug}`);
		expect(await page.getByRole('main').textContent()).toContain('9876/ب');
	});
});
