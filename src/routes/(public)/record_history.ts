import { error, redirect } from '@sveltejs/kit';
import { parsePartialDate } from '#lib/domain/dates.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { can, organizationsConcerned, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { db } from '#lib/server/db/pool.ts';
import type { FormState } from '#lib/server/forms.ts';
import { readAskedDay } from '#lib/server/asked_day.ts';
import { findVersion, findVersionAt, historyOf } from '#lib/server/registry/history.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { findRecord } from './find_record.ts';

type PagedType = 'organization' | 'person' | 'conference';
type HistoryEvent = { params: { slug: string }; url: URL; locals: App.Locals };

/** All versions of a record; `?at=` leads to the one of that day. */
export async function loadHistory<T extends PagedType>(type: T, event: HistoryEvent) {
	const record = await findRecord(type, event);
	const asked = await readDay(event, record.id);
	const options = { withNames: knowsNames(event.locals.actor, record.document) };
	const [history, reference] = await Promise.all([historyOf(db(), record.id, options), referenceData(db())]);
	const saved = event.url.searchParams.get('saved');
	return {
		...{ record, history, reference, asked },
		mayRetire: can(roleOf(event.locals.actor), 'retire'),
		saved: saved === 'now' || saved === 'waiting' ? (saved as 'now' | 'waiting') : null
	};
}

/** Leads to the version of the day that is asked for, or says why there is none. */
async function readDay({ url }: HistoryEvent, recordId: string): Promise<FormState> {
	const { day, form } = await readAskedDay(url, 'at', 'history.at_error');
	if (day === undefined) return form;
	const version = await findVersionAt(db(), recordId, day);
	if (version === undefined) return { ...form, errors: { at: 'history.at_too_early' } };
	redirect(302, `${url.pathname}/${version}?at=${day}`);
}

/** One version of a record, compared with the one before or with `?against=`. */
export async function loadVersion<T extends PagedType>(
	type: T,
	event: HistoryEvent & { params: { version: string } }
) {
	const record = await findRecord(type, event);
	const { searchParams } = event.url;
	const { actor } = event.locals;
	const options = {
		against: readNumber(searchParams.get('against')),
		withNames: knowsNames(actor, record.document)
	};
	const version = await findVersion(db(), record.id, readNumber(event.params.version) ?? 0, options);
	if (!version) error(404, { message: 'problem.not_found' });
	const day = searchParams.get('at') ?? '';
	return {
		...{ record, version, reference: await referenceData(db()) },
		day: parsePartialDate(day)?.day ? day : null,
		mayRestore: can(roleOf(actor, organizationsConcerned(record.document)), 'edit')
	};
}

const readNumber = (text: string | null): number | undefined =>
	text === null || text === '' ? undefined : /^\d{1,9}$/.test(text) ? Number(text) : NaN;

/** Who made a change is for the team of the record and for registrars; the public sees a role. */
const knowsNames = (actor: Actor | null, document: RecordDocument): boolean =>
	can(roleOf(actor, organizationsConcerned(document)), 'read_members');
