import * as v from 'valibot';
import { expect, test } from 'vitest';
import { displayName } from './display_name.ts';

test.each(['سلمى', 'د. سلمى آل ربيع', 'د.سلمى', 'أم محمد (نورة)', 'Nora A. Rabee', '<b>Nora'])(
	'%s is a name',
	(name) => expect(v.safeParse(displayName, name).success).toBe(true)
);

test.each([
	'https://evil.example',
	'www.evil',
	'evil.example',
	'a@b',
	'Nora evil.com/login',
	' ',
	'x'.repeat(101)
])('%s is none', (name) => expect(v.safeParse(displayName, name).success).toBe(false));

test('what is not seen is dropped', () => {
	expect(v.parse(displayName, ' نورة\u202E\r\nBcc: ')).toBe('نورة Bcc:');
});
