import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endpoints, publicPages, signedInPages } from '../harness/public_pages.ts';

const routes = path.resolve(import.meta.dirname, '../../src/routes');
const foldersWith = (files: string) =>
	[
		...new Set(globSync(`**/${files}`, { cwd: routes }).map((file) => path.dirname(file).replace(/^\.$/, '')))
	].sort();

test('every route is listed, so that its rules are tested', () => {
	const listed = [...Object.keys(publicPages), ...Object.keys(signedInPages), ...endpoints];
	expect(foldersWith('+{page.svelte,server.ts}')).toEqual(listed.sort());
});

test('every page behind a door has a load on the server, which guards it', () => {
	expect(foldersWith('+page.server.ts')).toEqual(expect.arrayContaining(Object.keys(signedInPages)));
});
