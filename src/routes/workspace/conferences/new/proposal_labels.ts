import { labelOf } from '#lib/components/form/form_labels.ts';
import type { Translate } from '#lib/i18n.ts';

/** What the fields of a proposal are called, by name; `names` are those of its rows. */
export function proposalLabels(t: Translate, names: readonly string[] = []): Record<string, string> {
	const dates = (['from', 'until'] as const).flatMap((name) =>
		['', '.day', '.month', '.year'].map((box) => [`${name}${box}`, t(`conference.${name}`)])
	);
	const organizers = names
		.filter((name) => name.startsWith('organizers.'))
		.map((name) => [name, labelOf(t, name)]);
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
