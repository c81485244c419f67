/** A change that the register does not take: a message key, and the path of the value that it is about. */
export type Refusal = { refused: string; path?: string };

const byConstraint: Record<string, string> = {
	appointment_sole_post: 'refusal.two_in_one_post',
	appointment_twice: 'refusal.appointed_twice',
	board_term_overlap: 'refusal.terms_overlap',
	board_term_number: 'refusal.term_number_twice',
	affiliation_overlap: 'refusal.affiliations_overlap',
	affiliation_request_open: 'affiliation.open_already',
	identifier_twice: 'refusal.identifier_twice',
	participation_twice: 'refusal.participation_twice',
	delegate_twice: 'refusal.delegate_twice',
	record_pkey: 'refusal.slug_taken',
	record_type_slug_key: 'refusal.slug_taken'
};

const CHECK_VIOLATION = '23514';
const FOREIGN_KEY_VIOLATION = '23503';

/** Turns a violated constraint into a refusal; anything else is a fault and goes on up. */
export function refusalOf(error: unknown): Refusal {
	const { code, constraint } = error as { code?: string; constraint?: string };
	const refused = byConstraint[constraint ?? ''];
	if (refused) return { refused };
	if (code === FOREIGN_KEY_VIOLATION) return { refused: 'refusal.unknown_reference' };
	if (code === CHECK_VIOLATION) return { refused: 'refusal.value_not_allowed' };
	throw error;
}
