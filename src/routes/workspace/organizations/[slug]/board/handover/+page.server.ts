import { longServing, termsInOrder } from '#lib/domain/board.ts';
import { todayIn } from '#lib/domain/dates.ts';
import { handoverForm } from '#lib/domain/forms/handover.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(() => handoverForm(todayIn()), {
	leadsTo: (slug) => `/workspace/organizations/${slug}/board`,
	notices: (before, after) => {
		const known = new Set(before.board_terms.map(({ id }) => id));
		const entered = termsInOrder(after.board_terms).filter(({ id }) => !known.has(id));
		return entered.some(({ id }) => longServing(after, id).length > 0) ? ['board.third_term'] : [];
	}
});

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
