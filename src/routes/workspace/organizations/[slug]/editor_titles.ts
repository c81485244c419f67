import type { MessageKey } from '#lib/i18n.ts';

/** The pages on which an organization is edited, by their addresses below its own. */
export const editorTitles = {
	profile: 'profile.title',
	names: 'names.title',
	contacts: 'contacts.title',
	licences: 'licences.title',
	affiliations: 'affiliation.title',
	identifiers: 'identifiers.title',
	board: 'board.edit_title',
	participations: 'participation.title',
	logo: 'logo.title',
	sections: 'sections.title',
	closing: 'closing.title',
	sources: 'sources.edit_title'
} as const satisfies Record<string, MessageKey>;
