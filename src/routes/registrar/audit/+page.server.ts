import * as v from 'valibot';
import { auditedActions } from '#lib/domain/audit.ts';
import { daysWithin, parsePartialDate } from '#lib/domain/dates.ts';
import { cleanText, toAsciiDigits } from '#lib/domain/text.ts';
import type { MessageKey } from '#lib/i18n.ts';
import { listAudit, type AuditFilter } from '#lib/server/accounts/audit.ts';
import { email } from '#lib/server/accounts/email.ts';
import { db } from '#lib/server/db/pool.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRegistrar(event);
	const { searchParams } = event.url;
	const asked = Object.fromEntries(
		['action', 'account', 'day'].map((name) => [name, cleanText(searchParams.get(name) ?? '')])
	);
	const { filter, errors } = readFilter(asked);
	const before = searchParams.get('before') ?? '';
	const isWrong = Object.keys(errors).length > 0;
	const { entries, next } = isWrong
		? { entries: [], next: null }
		: await listAudit(db(), filter, /^\d{1,18}$/.test(before) ? before : undefined);
	const labels = await labelsOf(
		db(),
		entries.flatMap(({ record_id }) => record_id ?? [])
	);
	return { asked, errors, entries, next, labels, isFirst: before === '' };
};

type Errors = Record<string, MessageKey>;

function readFilter({ action, account = '', day = '' }: Record<string, string>): {
	filter: AuditFilter;
	errors: Errors;
} {
	const date = toAsciiDigits(day);
	const isDay = parsePartialDate(date)?.day !== undefined;
	const address = v.safeParse(email, account);
	const errors: Errors = {
		...(day && !isDay && { day: 'history.at_error' as const }),
		...(account && !address.success && { account: 'error.not_an_email' as const })
	};
	return {
		errors,
		filter: {
			action: auditedActions.find((each) => each === action),
			account: address.success ? address.output : undefined,
			day: isDay ? daysWithin(date).earliest : undefined
		}
	};
}
