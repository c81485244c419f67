import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { languages } from '#lib/domain/documents/common.ts';
import { localPath } from '#lib/i18n.ts';
import { changeLanguage, changePassword } from '#lib/server/accounts/accounts.ts';
import { endAllSessions, endSessionOf, listSessions } from '#lib/server/accounts/sessions.ts';
import { admitAttempt, forgetFailures } from '#lib/server/accounts/throttle.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account, session_id_hash } = requireActor(event);
	const sessions = await listSessions(db(), account.id);
	return {
		account,
		sessions: sessions.map((session) => ({ ...session, is_this: session.id_hash === session_id_hash })),
		done: doneOf(event.url)
	};
};

const passwords = v.object({ current_password: v.string(), new_password: v.string() });
const language = v.object({ language: v.picklist(languages) });
const session = v.object({ id_hash: v.string() });

export const actions: Actions = {
	change_password: async (event) => {
		const { account, session_id_hash } = requireActor(event);
		const form = await readForm(event.request, passwords);
		if (!form.ok) return refuse(form, form.errors);
		const attempt = { email: account.email, address: event.getClientAddress() };
		const { admitted } = await admitAttempt(db(), attempt);
		if (!admitted) return refuse(form, { current_password: 'sign_in.too_many' });
		const change = { ...form.input, account_id: account.id, session_id_hash };
		const result = await changePassword(db(), change);
		if ('refused' in result) return refuse(form, { [result.field]: result.refused });
		await forgetFailures(db(), attempt);
		return done(event, 'password_changed');
	},

	change_language: async (event) => {
		const { account } = requireActor(event);
		const form = await readForm(event.request, language);
		if (!form.ok) return refuse(form, form.errors);
		await changeLanguage(db(), account.id, form.input.language);
		return done(event, 'language_changed');
	},

	end_session: async (event) => {
		const { account } = requireActor(event);
		const form = await readForm(event.request, session);
		if (!form.ok) return refuse(form, form.errors);
		await endSessionOf(db(), account.id, form.input.id_hash);
		return done(event, 'session_ended');
	},

	end_other_sessions: async (event) => {
		const { account, session_id_hash } = requireActor(event);
		await endAllSessions(db(), account.id, session_id_hash);
		return done(event, 'sessions_ended');
	}
};

const outcomes = ['password_changed', 'language_changed', 'session_ended', 'sessions_ended'] as const;
type Outcome = (typeof outcomes)[number];

function done({ locals }: Pick<RequestEvent, 'locals'>, outcome: Outcome): never {
	redirect(303, localPath(locals.lang, `/account?done=${outcome}`));
}

function doneOf(url: URL): Outcome | undefined {
	return outcomes.find((outcome) => outcome === url.searchParams.get('done'));
}
