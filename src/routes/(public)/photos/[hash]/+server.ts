import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { findPhoto } from '#lib/server/registry/images.ts';
import type { RequestHandler } from './$types';

/** No cache and no search engine keeps a photo: once the consent is withdrawn it is gone. */
export const GET: RequestHandler = async ({ params }) => {
	const webp = await findPhoto(db(), params.hash.replace(/\.webp$/, ''));
	if (!webp) error(404, { message: 'problem.not_found' });
	return new Response(new Uint8Array(webp), {
		headers: { 'content-type': 'image/webp', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
	});
};
