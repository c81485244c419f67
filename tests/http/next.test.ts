import { expect, test } from 'vitest';
import { nextAddress } from '#lib/server/http/next.ts';

test.each([
	'/',
	'/workspace',
	'/en/workspace?tab=names#top',
	'/organizations/أمل-القطيف',
	'/login?next=https://elsewhere.test'
])('%s is gone on to', (address) => {
	expect(decodeURI(nextAddress(address, '/account'))).toBe(address);
});

test.each([
	undefined,
	null,
	'',
	'workspace',
	'//elsewhere.test',
	'///elsewhere.test',
	'/\\elsewhere.test',
	'\\\\elsewhere.test',
	'/\t/elsewhere.test',
	'/\n/elsewhere.test',
	'\t//elsewhere.test',
	' //elsewhere.test',
	'/x\\..\\..//elsewhere.test',
	'https://elsewhere.test',
	'https:elsewhere.test',
	'javascript:alert(1)',
	'data:text/html,x',
	'.//elsewhere.test',
	'/\u0000/elsewhere.test',
	'/.//elsewhere.test',
	'/..//elsewhere.test',
	'/x/..//elsewhere.test',
	'/%2e%2e//elsewhere.test'
])('%j is not', (address) => {
	expect(nextAddress(address, '/account')).toBe('/account');
});
