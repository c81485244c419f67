/** What the audit log knows of. */
export const auditedActions = [
	'signed_in',
	'sign_in_failed',
	'registrar_made',
	'role_granted',
	'role_ended',
	'invitation_accepted',
	'claim_approved',
	'claim_returned',
	'hidden_read',
	'own_link_sent',
	'own_link_revoked',
	'data_exported',
	'person_erased',
	'photo_shown',
	'photo_withdrawn',
	'record_retired',
	'record_restored'
] as const;

export type AuditedAction = (typeof auditedActions)[number];
