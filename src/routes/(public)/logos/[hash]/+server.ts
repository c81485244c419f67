import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { findLogo } from '#lib/server/registry/images.ts';
import type { RequestHandler } from './$types';

/** A logo never changes under its address; it is asked for again so that one that was taken away is gone within the hour. */
export const GET: RequestHandler = async ({ params }) => {
	const webp = await findLogo(db(), params.hash.replace(/\.webp$/, ''));
	if (!webp) error(404, { message: 'problem.not_found' });
	return new Response(new Uint8Array(webp), {
		headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=3600' }
	});
};
