import type { Handle } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { closeDatabase } from '#lib/server/db/pool.ts';
import { api, isApi } from '#lib/server/http/api.ts';
import { guard } from '#lib/server/http/guard.ts';
import { language } from '#lib/server/http/language.ts';
import { securityHeaders } from '#lib/server/http/security_headers.ts';
import { session } from '#lib/server/http/session.ts';
import { unavailable } from '#lib/server/http/unavailable.ts';

export { handleError } from '#lib/server/http/errors.ts';

const pages = sequence(language, securityHeaders, unavailable, session, guard);
const documents = sequence(securityHeaders, api);

export const handle: Handle = (input) => (isApi(input.event) ? documents(input) : pages(input));

process.on('sveltekit:shutdown', closeDatabase);
