import type { MessageKey } from '#lib/i18n.ts';

/** The pages on which a conference is edited, by their addresses below its own. */
export const editorTitles = {
	profile: 'conference_editor.profile',
	names: 'conference_editor.names',
	organizers: 'conference.organizers',
	people: 'conference_editor.people',
	sessions: 'field.sessions',
	objectives: 'field.objectives',
	recommendations: 'field.recommendations',
	sources: 'sources.edit_title'
} as const satisfies Record<string, MessageKey>;
