import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { languages } from '#lib/domain/documents/common.ts';
import { can, roleOf } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { email } from '#lib/server/accounts/email.ts';
import { invite, listInvitations, revokeInvitation } from '#lib/server/accounts/invitations.ts';
import { changeRole, leaveTeam, listTeam, removeMember } from '#lib/server/accounts/teams.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse, type FormValues } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, id } = await open(event);
	const may_manage = can(roleOf(actor, [id]), 'manage_team');
	const [members, invitations, labels] = await Promise.all([
		listTeam(db(), id),
		may_manage ? listInvitations(db(), id) : [],
		labelsOf(db(), [id])
	]);
	const managers = members.filter(({ role }) => role === 'manager');
	const own = members.find(({ account_id }) => account_id === actor.account_id);
	const is_last = own?.role === 'manager' && managers.length === 1;
	return {
		organization: labels[id]!,
		members: members.map((member) => ({
			...member,
			is_own: member === own,
			may_change:
				may_manage &&
				member !== own &&
				(managers.length > 1 || member.role !== 'manager' || actor.is_registrar)
		})),
		invitations,
		may_manage,
		leaving: own && { is_last, heirs: is_last ? members.filter((member) => member !== own) : [] },
		done: doneOf(event.url),
		...(may_manage && { carried_form: { id: 'invitation', action: '?/invite' } })
	};
};

const role = v.picklist(['manager', 'editor']);
const account_id = v.pipe(v.string(), v.uuid());
const invitation = v.object({ email, role, language: v.picklist(languages) });
const revocation = v.object({ invitation_id: v.pipe(v.string(), v.uuid()) });
const roleChange = v.object({ account_id, role });
const removal = v.object({ account_id });
const leave = v.object({ successor: v.optional(account_id) });

export const actions: Actions = {
	invite: async (event) => {
		const { actor, id } = await open(event);
		const form = await readForm(event.request, invitation);
		if (!form.ok) return refuse(form, form.errors);
		return answer(
			event,
			form,
			await invite(db(), actor, { ...form.input, organization_id: id }),
			'invited',
			'email'
		);
	},

	revoke: async (event) => {
		const { actor, id } = await open(event);
		const form = await readForm(event.request, revocation);
		if (!form.ok) return refuse(form, form.errors);
		const revoked = await revokeInvitation(db(), actor, { ...form.input, organization_id: id });
		return answer(event, form, revoked, 'revoked');
	},

	change_role: async (event) => {
		const { actor, id } = await open(event);
		const form = await readForm(event.request, roleChange);
		if (!form.ok) return refuse(form, form.errors);
		return answer(
			event,
			form,
			await changeRole(db(), actor, { ...form.input, organization_id: id }),
			'role_changed'
		);
	},

	remove: async (event) => {
		const { actor, id } = await open(event);
		const form = await readForm(event.request, removal);
		if (!form.ok) return refuse(form, form.errors);
		return answer(
			event,
			form,
			await removeMember(db(), actor, { ...form.input, organization_id: id }),
			'removed'
		);
	},

	leave: async (event) => {
		const { actor, id } = await open(event);
		const form = await readForm(event.request, leave);
		if (!form.ok) return refuse(form, form.errors);
		const left = await leaveTeam(db(), actor, { ...form.input, organization_id: id });
		if ('refused' in left) return refuse(form, { successor: left.refused });
		redirect(303, localPath(event.locals.lang, '/workspace?done=left'));
	}
};

type TeamEvent = RequestEvent<{ slug: string }>;

/** The organization of the page, for its team, the managers of its association, and registrars. */
async function open(event: TeamEvent) {
	const { actor } = requireActor(event);
	const found = await findPublic(db(), 'organization', event.params.slug);
	if (!found || 'moved_to' in found) error(404, { message: 'problem.not_found' });
	if (!can(roleOf(actor, [found.id]), 'read_members')) error(404, { message: 'problem.not_found' });
	return { actor, id: found.id };
}

const outcomes = ['accepted', 'invited', 'revoked', 'role_changed', 'removed'] as const;
type Outcome = (typeof outcomes)[number];

function answer(
	{ locals, params }: TeamEvent,
	form: { values: FormValues },
	decided: { done: true } | { refused: MessageKey },
	outcome: Outcome,
	field = 'form'
) {
	if ('refused' in decided) return refuse(form, { [field]: decided.refused });
	const slug = encodeURIComponent(params.slug);
	redirect(303, localPath(locals.lang, `/workspace/organizations/${slug}/team?done=${outcome}`));
}

function doneOf(url: URL): Outcome | undefined {
	return outcomes.find((outcome) => outcome === url.searchParams.get('done'));
}
