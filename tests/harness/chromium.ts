import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where a system's own Chromium usually is; `CHROME_PATH` names another. */
const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

const modules = path.resolve(import.meta.dirname, '../../node_modules');
const packageFolder = path.join(modules, '@sparticuz/chromium');
const cache = path.join(modules, '.cache/chromium');

/**
 * Launches Chromium: that of `CHROME_PATH`, or the one in the npm package on Linux x64, or the system's.
 * Close it when done; pages with and without scripts come from `browser.newContext({ javaScriptEnabled })`.
 */
export async function launchChromium(): Promise<Browser> {
	const given = process.env.CHROME_PATH;
	if (given) return chromium.launch({ executablePath: given });
	if (process.platform === 'linux' && process.arch === 'x64') return launchPacked();
	const installed = INSTALLED.find((file) => existsSync(file));
	if (installed) return chromium.launch({ executablePath: installed });
	throw new Error('No Chromium was found: install one, or name it in CHROME_PATH.');
}

/** The package brings the libraries and one font that a bare Debian lacks. */
async function launchPacked(): Promise<Browser> {
	const folder = await unpack();
	return chromium.launch({
		executablePath: path.join(folder, 'chromium'),
		env: {
			...process.env,
			LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
			FONTCONFIG_FILE: path.join(folder, 'fonts.conf')
		}
	});
}

/** Unpacks the browser once per version, aside and then by one rename, since test files run at the same time. */
async function unpack(): Promise<string> {
	const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
	const folder = path.join(cache, version);
	if (existsSync(folder)) return folder;
	const unfinished = `${folder}.${process.pid}`;
	mkdirSync(unfinished, { recursive: true });
	await inflateInto(unfinished);
	writeFileSync(path.join(unfinished, 'fonts.conf'), fontConfiguration(folder));
	try {
		renameSync(unfinished, folder);
	} catch {
		// Another test file was faster; its copy is the same.
		rmSync(unfinished, { recursive: true });
	}
	return folder;
}

/** The package unpacks into the temporary folder only, which other users of the machine share. */
async function inflateInto(folder: string): Promise<void> {
	const { inflate } = await import('@sparticuz/chromium');
	const temporaryFolder = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	try {
		const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
		await Promise.all(archives.map((archive) => inflate(path.join(packageFolder, 'bin', archive))));
	} finally {
		if (temporaryFolder === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = temporaryFolder;
	}
}

/** The package's own configuration names folders of another system; a browser without any font draws no text and crashes. */
function fontConfiguration(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${path.join(folder, 'fonts')}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
