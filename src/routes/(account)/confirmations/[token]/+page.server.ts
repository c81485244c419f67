import { fail } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { confirmByLink, findConfirmation } from '#lib/server/editing/confirmations.ts';
import { keepSecret } from '#lib/server/http/secret_page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	keepSecret(setHeaders);
	const confirmation = await findConfirmation(db(), params.token);
	return {
		organization: confirmation?.organization,
		isConfirmed: confirmation !== undefined && confirmation.confirmed_at !== null
	};
};

export const actions: Actions = {
	default: async ({ params }) => {
		const outcome = await confirmByLink(db(), params.token);
		return 'refused' in outcome ? fail(422, { isRefused: true }) : { isRefused: false };
	}
};
