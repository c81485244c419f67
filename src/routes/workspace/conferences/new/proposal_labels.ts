import { PROPOSED_ORGANIZERS } from '#lib/domain/forms/conference_proposal.ts';
import type { Translate } from '#lib/i18n.ts';

/** What the fields of a proposal are called, by name. */
export function proposalLabels(t: Translate): Record<string, string> {
	const dates = (['from', 'until'] as const).flatMap((name) =>
		['', '.day', '.month', '.year'].map((box) => [`${name}${box}`, t(`conference.${name}`)])
	);
	const organizers = Array.from({ length: PROPOSED_ORGANIZERS }, (_, n) => [
		`organizers.${n}.name`,
		t('conference_proposal.organizer', { number: n + 1 })
	]);
	return {
		name: t('conference_proposal.name_ar'),
		'name.ar': t('conference_proposal.name_ar'),
		'name.en': t('conference_proposal.name_en'),
		kind: t('field.kind'),
		series: t('field.series'),
		edition: t('field.edition'),
		...Object.fromEntries(dates),
		country: t('field.country'),
		'city.ar': t('proposal.city_ar'),
		'city.en': t('proposal.city_en'),
		...Object.fromEntries(organizers),
		source_url: t('proposal.source'),
		reason: t('conference_proposal.reason')
	};
}
