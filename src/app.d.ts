import type { Language, Retirement } from '#lib/domain/documents/common.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { SignedInAccount } from '#lib/server/accounts/sessions.ts';

declare global {
	namespace App {
		interface Error {
			/** A message key. */
			message: string;
			/** Why a record is not shown at its address any more. */
			retired?: Retirement;
			/** Of the line in the log. */
			id?: string;
		}
		interface PageData {
			/** The form that is taken along, as it is typed, when the language is changed, and the action that shows it again. */
			carried_form?: { id: string; action: string };
		}
		interface Locals {
			lang: Language;
			account: SignedInAccount | null;
			actor: Actor | null;
			/** Hash of the id of the session that the request came with. */
			session_id_hash: string | null;
			/** Set once a request finds that the database cannot be reached. */
			is_database_lost: boolean;
		}
	}
}
