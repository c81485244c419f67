import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export type MailServer = {
	/** For `SMTP_URL`. */
	url: string;
	/** What was delivered: recipients and source of each mail. */
	received: { recipients: string[]; source: string }[];
	/** What it answers to the next recipients, in place of taking them. */
	refusals: string[];
	stop(): Promise<void>;
};

/** A mail server that speaks as much of SMTP (RFC 5321) as it takes to be given mails. */
export async function startMailServer(): Promise<MailServer> {
	const received: MailServer['received'] = [];
	const refusals: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		converse(socket, refusals, (mail) => received.push(mail));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}?from=register@example.org`,
		received,
		refusals,
		async stop() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}

function converse(socket: Socket, refusals: string[], take: (mail: MailServer['received'][number]) => void) {
	let recipients: string[] = [];
	let source: string[] | undefined;
	let rest = '';
	const answer = (line: string) => socket.write(`${line}\r\n`);
	const readLine = (line: string) => {
		if (source) {
			if (line !== '.') return void source.push(line);
			take({ recipients, source: source.join('\r\n') });
			[recipients, source] = [[], undefined];
			return answer('250 taken');
		}
		const verb = line.slice(0, 4).toUpperCase();
		if (verb === 'QUIT') return socket.end('221 bye\r\n');
		if (verb === 'DATA') return ((source = []), answer('354 go on'));
		if (verb !== 'RCPT') return answer('250 fine');
		const refusal = refusals.shift();
		if (!refusal) recipients.push(/<(.*)>/.exec(line)?.[1] ?? '');
		return answer(refusal ?? '250 fine');
	};
	socket.setEncoding('utf8');
	socket.on('data', (chunk: string) => {
		const lines = (rest + chunk).split('\r\n');
		rest = lines.pop()!;
		for (const line of lines) readLine(line);
	});
	answer('220 mail.example.org ready');
}
