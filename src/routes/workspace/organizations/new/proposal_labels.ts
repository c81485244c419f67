import type { Translate } from '#lib/i18n.ts';

/** What the fields of a proposal are called, by name. */
export const proposalLabels = (t: Translate): Record<string, string> => ({
	name: t('proposal.name_ar'),
	'name.ar': t('proposal.name_ar'),
	'name.en': t('proposal.name_en'),
	kind: t('field.kind'),
	country: t('field.country'),
	'city.ar': t('proposal.city_ar'),
	'city.en': t('proposal.city_en'),
	association: t('proposal.association'),
	source_url: t('proposal.source'),
	reason: t('proposal.reason')
});
