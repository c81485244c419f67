import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { cleanText } from '#lib/domain/text.ts';
import { createAccount } from '#lib/server/accounts/accounts.ts';
import { email as emailSchema } from '#lib/server/accounts/email.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '#lib/server/accounts/passwords.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { DONE, FAILED, UsageError, type Io } from './io.ts';

const reasons: Record<string, string> = {
	'account.email_taken': 'There is an account for this e-mail address already.',
	'password.too_short': `The password is short: use at least ${PASSWORD_MIN} characters.`,
	'password.too_long': `The password is long: use at most ${PASSWORD_MAX} characters.`,
	'password.is_email': 'The password is the e-mail address: use another.'
};

/** Makes an account and prints it as one line of JSON, with the password if that was generated. */
export async function run(args: string[], io: Io): Promise<number> {
	const { email, name, isRegistrar, managerOf, isGenerated } = parse(args);
	const db = await io.db();
	const organization_id = managerOf && (await findOrganization(db, managerOf));
	if (managerOf && !organization_id) return fail(io, `There is no organization "${managerOf}".`);

	const password = isGenerated ? generatePassword() : await readPassword(io);
	if (password === undefined) return fail(io, 'The two passwords differ.');
	const account = { email, display_name: name, password, language: 'ar', is_registrar: isRegistrar } as const;
	const result = await db.transaction().execute(async (trx) => {
		const made = await createAccount(trx, account);
		if ('id' in made && organization_id)
			await grantRole(trx, { account_id: made.id, organization_id, role: 'manager', granted_by: null });
		return made;
	});
	if ('refused' in result) return fail(io, reasons[result.refused] ?? result.refused);
	io.stdout.write(`${JSON.stringify({ id: result.id, email, ...(isGenerated && { password }) })}\n`);
	return DONE;
}

function parse(args: string[]) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			registrar: { type: 'boolean', default: false },
			'manager-of': { type: 'string' },
			name: { type: 'string' },
			generate: { type: 'boolean', default: false }
		}
	});
	if (positionals.length !== 1) throw new UsageError('Give one e-mail address.');
	const email = v.safeParse(emailSchema, positionals[0]);
	if (!email.success) throw new UsageError(`"${positionals[0]}" is not an e-mail address.`);
	const name = cleanText(values.name ?? '') || email.output.split('@')[0]!;
	if (name.length > 200) throw new UsageError('The name is longer than 200 characters.');
	return {
		email: email.output,
		name,
		isRegistrar: values.registrar,
		managerOf: values['manager-of'],
		isGenerated: values.generate
	};
}

async function findOrganization(db: Database, slugOrId: string): Promise<string | undefined> {
	const record = await db
		.selectFrom('record')
		.where('type', '=', 'organization')
		.where('merged_into', 'is', null)
		.where((where) => where.or([where('slug', '=', slugOrId), where('id', '=', slugOrId)]))
		.select('id')
		.executeTakeFirst();
	return record?.id;
}

/** 120 bits, in 20 letters, digits, `-` and `_`. */
const generatePassword = () => randomBytes(15).toString('base64url');

/** Asks twice on a terminal, without echo; else takes the first line of standard input. Undefined when the two differ. */
async function readPassword(io: Io): Promise<string | undefined> {
	if (!io.stdin.isTTY) return (await text(io.stdin)).split(/\r?\n/)[0]!;
	const password = await askSilently(io, 'Password: ');
	const again = await askSilently(io, 'Once more: ');
	return password === again ? password : undefined;
}

async function askSilently(io: Io, question: string): Promise<string> {
	io.stderr.write(question);
	const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = createInterface({ input: io.stdin, output: silence, terminal: true });
	const stopped = new AbortController();
	terminal.once('SIGINT', () => stopped.abort());
	try {
		return await terminal.question('', { signal: stopped.signal });
	} catch {
		throw new UsageError('No password was given.');
	} finally {
		terminal.close();
		io.stderr.write('\n');
	}
}

function fail(io: Io, reason: string): number {
	io.stderr.write(`${reason}\n`);
	return FAILED;
}
