import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '../db/connection.ts';
import { readRecord } from '../registry/read.ts';
import { keepImage, type Image } from './images.ts';
import { proposeChange, type Outcome } from './propose.ts';

/** Puts a logo on the record of an organization, or takes it away: a change like any other. */
export async function changeLogo(
	db: Database,
	actor: Actor,
	organizationId: string,
	image: Image | null
): Promise<Outcome> {
	const record = await readRecord(db, 'organization', organizationId);
	if (!record) return { refused: 'refusal.record_gone' };
	const { logo: _logo, ...rest } = record.document;
	if (image) await keepImage(db, image, actor.account_id);
	return proposeChange(db, actor, {
		...{ id: record.id, base_version: record.version, channel: 'form' },
		after: { ...rest, ...(image && { logo: image.hash }) }
	});
}
