import { building } from '$app/environment';
import type { Handle, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { closeDatabase, db } from '#lib/server/db/pool.ts';
import { startJobs, type Jobs } from '#lib/server/delivery/jobs.ts';
import { askForConfirmations } from '#lib/server/editing/confirmations.ts';
import { remindOfEnds } from '#lib/server/editing/reminders.ts';
import { api, isApi } from '#lib/server/http/api.ts';
import { guard } from '#lib/server/http/guard.ts';
import { language } from '#lib/server/http/language.ts';
import { securityHeaders } from '#lib/server/http/security_headers.ts';
import { session } from '#lib/server/http/session.ts';
import { unavailable } from '#lib/server/http/unavailable.ts';
import { wellFormed } from '#lib/server/http/well_formed.ts';
import { readEnv } from '#lib/server/platform/env.ts';

export { handleError } from '#lib/server/http/errors.ts';

const pages = sequence(language, securityHeaders, unavailable, wellFormed, session, guard);
const documents = sequence(securityHeaders, api);

export const handle: Handle = (input) => (isApi(input.event) ? documents(input) : pages(input));

let jobs: Jobs | undefined;

export const init: ServerInit = () => {
	if (!building) jobs = startJobs(db(), readEnv(), remindTeams);
};

async function remindTeams(): Promise<void> {
	await askForConfirmations(db());
	await remindOfEnds(db());
}

process.on('sveltekit:shutdown', async () => {
	await jobs?.stop();
	await closeDatabase();
});
