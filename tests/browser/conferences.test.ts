import { describe, expect, test } from 'vitest';
import { conference, organization, participation } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import {
	checkAndSave,
	follow,
	halfOfJourneys,
	heading,
	press,
	swapped,
	translators,
	typeDate,
	visit
} from '../harness/journeys.ts';
import { setStage } from '../harness/stage.ts';

const stage = setStage();
const named = (value: string) => ({ names: [{ value, lang: 'ar' }] });

describe.each(halfOfJourneys)('of a conference, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('one that is on the register already is shown to who proposes it; another one is proposed, approved and opened', async () => {
		const word = lang === 'ar' ? 'المنائر' : 'المرافئ';
		const known = { ...named(`ملتقى ${word} الأول`), kind: 'forum', edition: 1, from: '2023-05-10' };
		await makeRecord(stage.server.db, conference({ ...known, place: { country: 'SA' } }));
		const page = await stage.open(journey, {});
		await visit(page, lang, '/workspace');
		await follow(page, t('workspace.propose_conference'));
		await heading(page, t('conference_proposal.title'));
		await page.locator('[name="name.ar"]').fill(`ملتقي ${word}`);
		await page.getByLabel(t('field.kind'), { exact: true }).selectOption('forum');
		await page.locator('[name="edition"]').fill('١');
		await typeDate(page, t, t('conference.from'), { day: '10', month: '5', year: '2023' });
		await page.getByLabel(t('conference_proposal.reason')).fill('أعلنته الجهة المنظمة');
		await press(page, t('proposal.to_check'));
		await heading(page, t('proposal.is_it_one'));
		await page
			.getByRole('main')
			.getByRole('link', { name: `ملتقى ${word} الأول` })
			.first()
			.waitFor();
		await press(page, t('profile.back'));
		await page.locator('[name="edition"]').fill('٣');
		await typeDate(page, t, t('conference.from'), { day: '', month: '', year: '2025' });
		await press(page, t('proposal.to_check'));
		await heading(page, new RegExp(`${t('proposal.check')}|${t('proposal.is_it_one')}`));
		await press(page, t('proposal.submit'));
		await page.getByText(t('workspace.proposed')).waitFor();

		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes?type=conference');
		await follow(desk, new RegExp(`ملتقي ${word}`));
		await press(desk, t('review.decide'));
		await desk.getByText(t('review.approved')).waitFor();
		await visit(page, lang, '/workspace');
		await page
			.getByRole('region', { name: t('workspace.decided') })
			.getByRole('link')
			.first()
			.click();
		await heading(page, `ملتقي ${word}`);
	});
});

describe.each(swapped)('of a conference, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('its organizer enters recommendations, which wait, and disputes a participation with a reason that the page shows', async () => {
		const { db } = stage.server;
		const word = lang === 'ar' ? 'الأشرعة' : 'المجاديف';
		const host = await makeRecord(db, organization(named(`جمعية ${word}`)));
		const guest = await makeRecord(db, organization(named(`فريق ${word}`)));
		const organizers = [{ organization: host.id }];
		const forum = await makeRecord(
			db,
			conference({ ...named(`ملتقى ${word}`), from: '2024-02-10', organizers })
		);
		await makeRecord(db, participation({ organization: guest.id, conference: forum.id }));
		const page = await stage.open(journey, { edits: host.document.slug! });
		await visit(page, lang, '/workspace');
		await follow(page, new RegExp(t('conference_editor.title')));
		await follow(page, t('field.recommendations'));
		await heading(page, t('field.recommendations'));
		await page.locator('[name="recommendations.0.text.ar"]').fill('إنشاء سجل للفرق');
		await page.locator('[name="recommendations.0.owner.ar"]').fill(`جمعية ${word}`);
		await page.getByLabel(t('conference_editor.follow_up')).first().selectOption({ index: 1 });
		await checkAndSave(page, t);
		await page.getByText(t('editor.saved_waiting')).waitFor();

		await visit(page, lang, '/workspace');
		await follow(page, t('organizer_answer.title'));
		await press(page, new RegExp(t('organizer_answer.dispute')));
		await page.locator('[role="alert"]:focus').waitFor();
		await page.getByLabel(t('organizer_answer.reason')).fill('لم يصل أحد منهم');
		await press(page, new RegExp(t('organizer_answer.dispute')));
		await page.getByText(t('organizer_answer.saved')).waitFor();

		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes?type=conference');
		await follow(desk, new RegExp(`ملتقى ${word}`));
		await press(desk, t('review.decide'));
		await desk.getByText(t('review.approved')).waitFor();
		const { document } = await current(db, 'conference', forum.id);
		expect(document.recommendations).toHaveLength(1);

		const reader = await stage.open(journey);
		await visit(reader, lang, `/conferences/${forum.document.slug}`);
		await reader.getByText('إنشاء سجل للفرق').waitFor();
		await reader.getByText('لم يصل أحد منهم').waitFor();
		await reader.getByText(t('organizer_answer.disputed')).first().waitFor();
	});
});
