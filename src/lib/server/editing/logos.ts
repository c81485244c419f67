import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Actor } from '#lib/domain/permissions.ts';
import type { MessageKey } from '#lib/i18n.ts';
import type { Database } from '../db/connection.ts';
import { readRecord } from '../registry/read.ts';
import { proposeChange, type Outcome } from './propose.ts';

/** Bytes of a file that is looked at, pixels of one that is opened, and the longer side of what is kept and shown. */
const most = { bytes: 2_000_000, pixels: 40_000_000, side: 512 };
const leastSide = 64;
const formats: ReadonlySet<string | undefined> = new Set(['png', 'jpeg', 'webp']);

type Image = { hash: string; webp: Buffer; width: number; height: number };

/**
 * Makes an image anew from a file: WebP, at most 512 pixels a side, turned as its EXIF says and with no metadata. What
 * is no PNG, JPEG or WebP, is larger than 2 MB or 40 million pixels, or smaller than 64 pixels is refused.
 */
export async function readLogo(file: Uint8Array): Promise<Image | { refused: MessageKey }> {
	if (file.length > most.bytes) return { refused: 'logo.too_large' };
	try {
		const image = sharp(file, { limitInputPixels: most.pixels, failOn: 'error' });
		const { format, width, height } = await image.metadata();
		if (!formats.has(format)) return { refused: 'logo.not_an_image' };
		if (Math.min(width, height) < leastSide) return { refused: 'logo.too_small' };
		const { data, info } = await image
			.autoOrient()
			.resize(most.side, most.side, { fit: 'inside', withoutEnlargement: true })
			.webp({ quality: 88 })
			.toBuffer({ resolveWithObject: true });
		const hash = createHash('sha256').update(data).digest('hex');
		return { hash, webp: data, width: info.width, height: info.height };
	} catch {
		return { refused: 'logo.not_an_image' };
	}
}

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
	if (image) {
		const row = { ...image, added_by: actor.account_id };
		await db
			.insertInto('image')
			.values(row)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	return proposeChange(db, actor, {
		...{ id: record.id, base_version: record.version, channel: 'form' },
		after: { ...rest, ...(image && { logo: image.hash }) }
	});
}
