import { sql } from 'kysely';
import { todayIn } from '#lib/domain/dates.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { moneyOrIdentityIn } from '#lib/domain/text.ts';
import { noteAudit } from '../accounts/audit.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { organizationsOfPerson } from '../registry/people.ts';
import type { Reporter } from './author.ts';
import { lockAndRead } from './display.ts';
import { dropImages, keepImage, type Image } from './images.ts';
import { asReporter } from './own_links.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** What a team says of the consent: who gave it, when and how. */
export type Consent = { consent_from: string; consented_on: string; consent_how: string };

type Done = { done: true } | Refusal;
type Shower = Actor | Reporter;

/** Shows a photo of somebody, by the link of their own: they consent with that, today. */
export function showOwnPhoto(db: Database, token: string, image: Image): Promise<Done> {
	return asReporter(db, token, (trx, reporter) => show(trx, reporter, reporter.reporter, image));
}

/** Withdraws the consent by the link of one's own: the photo is gone with that. */
export function withdrawOwnPhoto(db: Database, token: string): Promise<Done> {
	return asReporter(db, token, (trx, reporter) => withdraw(trx, reporter, reporter.reporter));
}

/**
 * Shows a photo of somebody who has a post in a body of the actor, with the consent as the team states it. Refused
 * where the person withdrew one before.
 */
export function showPhoto(
	db: Database,
	actor: Actor,
	personId: string,
	{ image, consent }: { image: Image; consent: Consent }
): Promise<Done> {
	return asTeam(db, actor, personId, (trx) => show(trx, actor, personId, image, consent));
}

/** Takes a photo away, at once and for good. */
export function withdrawPhoto(db: Database, actor: Actor, personId: string): Promise<Done> {
	return asTeam(db, actor, personId, (trx) => withdraw(trx, actor, personId));
}

async function asTeam(
	db: Database,
	actor: Actor,
	personId: string,
	work: (trx: DatabaseTransaction) => Promise<Done>
): Promise<Done> {
	try {
		return await db.transaction().execute(async (trx) => {
			const role = roleOf(actor, await organizationsOfPerson(trx, personId));
			return can(role, 'set_photo') ? work(trx) : { refused: 'refusal.not_allowed' };
		});
	} catch (error) {
		return refusalOf(error);
	}
}

async function show(
	trx: DatabaseTransaction,
	by: Shower,
	person_id: string,
	image: Image,
	consent?: Consent
): Promise<Done> {
	const person = await lockAndRead(trx, 'person', person_id);
	if (!person || person.document.retired) return { refused: 'refusal.record_gone' };
	if (person.document.display === 'erased') return { refused: 'refusal.erased' };
	const refused = consent && refuseConsent(consent);
	if (refused) return refused;
	const standing = await find(trx, person_id);
	if (consent && standing?.withdrawn_by === 'person') return { refused: 'photo.withdrawn_by_person' };
	const added_by = accountOf(by);
	await keepImage(trx, image, added_by);
	const stated = consent ?? { consent_from: null, consent_how: null, consented_on: todayIn() };
	const row = {
		...{ image: image.hash, consent_by: consent ? 'team' : 'person', ...stated, added_by },
		...{ added_at: new Date(), withdrawn_by: null, withdrawn_at: null }
	};
	await trx
		.insertInto('photo')
		.values({ person_id, ...row })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
		.execute();
	if (standing?.image) await dropImages(trx, [standing.image]);
	await noteAudit(trx, { action: 'photo_shown', account_id: added_by, record_id: person_id });
	return { done: true };
}

function refuseConsent({ consent_from, consent_how, consented_on }: Consent): Refusal | undefined {
	if (consented_on > todayIn()) return { refused: 'photo.consent_in_future', path: 'consented_on' };
	for (const [path, text] of Object.entries({ consent_from, consent_how })) {
		const found = moneyOrIdentityIn(text);
		if (found) return { refused: `rule.${found}_in_text`, path };
	}
	return undefined;
}

async function withdraw(trx: DatabaseTransaction, by: Shower, person_id: string): Promise<Done> {
	await lockAndRead(trx, 'person', person_id);
	const isGone = await withdrawFor(trx, person_id, 'reporter' in by ? 'person' : 'team');
	if (isGone)
		await noteAudit(trx, { action: 'photo_withdrawn', account_id: accountOf(by), record_id: person_id });
	return { done: true };
}

/** Deletes the photo of somebody and notes who withdrew the consent; whether there was one. */
export async function withdrawFor(
	trx: DatabaseTransaction,
	person_id: string,
	withdrawn_by: 'person' | 'team' = 'person'
): Promise<boolean> {
	const standing = await find(trx, person_id);
	if (!standing?.image) return false;
	await trx
		.updateTable('photo')
		.set({
			...{ image: null, consent_by: null, consent_from: null, consent_how: null, consented_on: null },
			...{ added_by: null, withdrawn_at: new Date(), withdrawn_by }
		})
		.where('person_id', '=', person_id)
		.execute();
	await dropImages(trx, [standing.image]);
	return true;
}

const accountOf = (by: Shower): string | null => ('reporter' in by ? null : by.account_id);

const find = (trx: DatabaseTransaction, personId: string) =>
	trx
		.selectFrom('photo')
		.where('person_id', '=', personId)
		.select(['image', 'withdrawn_by'])
		.forUpdate()
		.executeTakeFirst();

/** Forgets the photos of somebody who is erased, and that there were any. */
export async function forgetPhotos(trx: DatabaseTransaction, personIds: readonly string[]): Promise<void> {
	const { rows } = await sql<{ image: string | null }>`
		delete from photo where person_id = any(${personIds}) returning image`.execute(trx);
	await dropImages(
		trx,
		rows.flatMap(({ image }) => image ?? [])
	);
}
