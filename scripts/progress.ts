let isLineOpen = false;

/** Does one step of a start and prints it as one line with its duration. `note` adds a line below while it runs. */
export async function step<T>(label: string, work: (note: (line: string) => void) => Promise<T>): Promise<T> {
	const started = performance.now();
	process.stdout.write(`• ${label} …`);
	isLineOpen = true;
	const result = await work(note);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	process.stdout.write(isLineOpen ? `  ${seconds} s\n` : `• ${label}: done  ${seconds} s\n`);
	isLineOpen = false;
	return result;
}

export function note(line: string): void {
	endLine();
	console.log(`  ${line}`);
}

/** Ends a line that a step left open, so that an error begins its own. */
export function endLine(): void {
	if (isLineOpen) process.stdout.write('\n');
	isLineOpen = false;
}
