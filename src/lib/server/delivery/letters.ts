import type { Language } from '#lib/domain/documents/common.ts';

/** A text in both languages, of which the letter takes the reader's. */
export type InBoth = Readonly<Record<Language, string>>;

/** What a letter is filled with. `link` is a path of the site; `quote` is what somebody wrote, shown apart. */
export type LetterArguments = Readonly<Record<string, string | InBoth>> & { link?: string; quote?: string };

/** The letters that there are; each has its messages `mail.{template}.subject`, `.text` and `.button`. */
export const templates = [
	'account_confirm',
	'account_exists',
	'password_reset',
	'password_changed',
	'invitation',
	'invitation_accepted',
	'invitation_declined',
	'team_removed',
	'claim_received',
	'claim_to_decide',
	'claim_approved',
	'claim_returned',
	'change_to_review',
	'change_approved',
	'change_returned',
	'confirm_record',
	'term_ends',
	'licence_ends',
	'proposal_to_review',
	'proposal_approved',
	'proposal_returned',
	'own_link',
	'conference_to_review',
	'conference_approved',
	'conference_returned',
	'participation_confirmed',
	'participation_disputed',
	'participation_to_answer',
	'participation_changed',
	'own_answered',
	'own_correction_approved',
	'own_correction_returned',
	'record_retired',
	'record_restored'
] as const;

export type Template = (typeof templates)[number];

export type Letter = {
	/** What it is about and to whom: a second letter with the same key is not written. */
	delivery_key: string;
	recipient: string;
	template: Template;
	language: Language;
	arguments: LetterArguments;
};
