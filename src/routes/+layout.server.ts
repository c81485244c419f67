import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	lang: locals.lang,
	account: locals.actor && {
		display_name: locals.actor.display_name,
		is_registrar: locals.actor.is_registrar
	}
});
