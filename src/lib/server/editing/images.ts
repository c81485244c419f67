import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { MessageKey } from '#lib/i18n.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';

/** Bytes of a file that is looked at, pixels of one that is opened, and the longer side of what is kept and shown. */
const most = { bytes: 2_000_000, pixels: 40_000_000, side: 512 };
const leastSide = 64;
const formats: ReadonlySet<string | undefined> = new Set(['png', 'jpeg', 'webp']);

export type Image = { hash: string; webp: Buffer; width: number; height: number };

/**
 * Makes an image anew from a file: WebP, at most 512 pixels a side, turned as its EXIF says and with no metadata. What
 * is no PNG, JPEG or WebP, is larger than 2 MB or 40 million pixels, or smaller than 64 pixels is refused.
 */
export async function readImage(file: Uint8Array): Promise<Image | { refused: MessageKey }> {
	if (file.length > most.bytes) return { refused: 'image.too_large' };
	try {
		const image = sharp(file, { limitInputPixels: most.pixels, failOn: 'error' });
		const { format, width, height } = await image.metadata();
		if (!formats.has(format)) return { refused: 'image.not_an_image' };
		if (Math.min(width, height) < leastSide) return { refused: 'image.too_small' };
		const { data, info } = await image
			.autoOrient()
			.resize(most.side, most.side, { fit: 'inside', withoutEnlargement: true })
			.webp({ quality: 88 })
			.toBuffer({ resolveWithObject: true });
		const hash = createHash('sha256').update(data).digest('hex');
		return { hash, webp: data, width: info.width, height: info.height };
	} catch {
		return { refused: 'image.not_an_image' };
	}
}

/** Keeps an image; one that is kept already is the same. */
export async function keepImage(db: Database, image: Image, added_by: string | null): Promise<void> {
	await db
		.insertInto('image')
		.values({ ...image, added_by })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Deletes images that are shown nowhere. */
export async function dropImages(trx: DatabaseTransaction, hashes: readonly string[]): Promise<void> {
	await sql`
		delete from image where hash = any(${hashes})
			and not exists (select from organization where logo = hash)
			and not exists (select from photo where photo.image = hash)`.execute(trx);
}
