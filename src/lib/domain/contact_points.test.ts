import { describe, expect, test } from 'vitest';
import { readContact, readEmail, readLink, readPhone } from './contact_points.ts';

describe('links are brought into their one form', () => {
	test.each([
		['x', '@naseem', 'x', 'https://x.com/naseem'],
		['x', 'naseem_sa', 'x', 'https://x.com/naseem_sa'],
		['website', 'https://mobile.twitter.com/naseem?s=20&t=abc', 'x', 'https://x.com/naseem'],
		['website', 'twitter.com/naseem/status/12', 'x', 'https://twitter.com/naseem/status/12'],
		[
			'instagram',
			'www.instagram.com/naseem.team/?igsh=MTk=',
			'instagram',
			'https://www.instagram.com/naseem.team'
		],
		['instagram', '@naseem.team', 'instagram', 'https://www.instagram.com/naseem.team'],
		[
			'snapchat',
			'snapchat.com/add/naseem-sa?share_id=x',
			'snapchat',
			'https://www.snapchat.com/add/naseem-sa'
		],
		['snapchat', 'https://www.snapchat.com/@naseem-sa', 'snapchat', 'https://www.snapchat.com/add/naseem-sa'],
		['tiktok', 'https://m.tiktok.com/@naseem?_t=1&_r=1', 'tiktok', 'https://www.tiktok.com/@naseem'],
		['telegram', 'telegram.me/naseem', 'telegram', 'https://t.me/naseem'],
		['telegram', 't.me/+AbC_12', 'telegram', 'https://t.me/+AbC_12'],
		['whatsapp', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', 'whatsapp', 'https://wa.me/966501234567'],
		['whatsapp', '۰۵۰۱۲۳۴۵۶۷', 'whatsapp', 'https://wa.me/966501234567'],
		['whatsapp', '966501234567', 'whatsapp', 'https://wa.me/966501234567'],
		[
			'other',
			'https://api.whatsapp.com/send?phone=966501234567&text=hi',
			'whatsapp',
			'https://wa.me/966501234567'
		],
		['other', 'wa.me/+966501234567', 'whatsapp', 'https://wa.me/966501234567'],
		['whatsapp', 'https://chat.whatsapp.com/AbCdEf', 'whatsapp', 'https://chat.whatsapp.com/AbCdEf'],
		['website', 'Naseem.example/', 'website', 'https://naseem.example'],
		['website', 'naseem.example/about?utm_source=x&id=2', 'website', 'https://naseem.example/about?id=2'],
		['website', '\u200Fhttps://naseem.example/\u200F', 'website', 'https://naseem.example'],
		['x', 'https://naseem.example/x', 'website', 'https://naseem.example/x']
	])('%s %s', (kind, typed, expectedKind, url) => {
		expect(readLink(kind, typed)).toEqual({ value: { kind: expectedKind, url } });
	});

	test.each([
		['website', 'javascript:alert(1)'],
		['website', 'موقعنا'],
		['website', 'https://user:secret@naseem.example'],
		['website', 'data:text/html,x'],
		['whatsapp', '12']
	])('%s %s is refused', (kind, typed) => expect(readLink(kind, typed)).toHaveProperty('error'));
});

describe('numbers are brought into their international form', () => {
	test.each([
		['+٩٦٦٥٠١٢٣٤٥٦٧', 'SA', '+966501234567'],
		['۰۵۰ ۱۲۳ ۴۵۶۷', 'SA', '+966501234567'],
		['00966 50-123-4567', 'SA', '+966501234567'],
		['+966 (0)50 123 4567', 'SA', '+966501234567'],
		['\u202A+966\u00A050\u200E1234567\u202C', 'SA', '+966501234567'],
		['966501234567', 'SA', '+966501234567'],
		['0138512345', 'SA', '+966138512345'],
		['٩٢٠٠١٢٣٤٥', 'SA', '+966920012345'],
		['800 123 4567', 'SA', '+9668001234567'],
		['3612 3456', 'BH', '+97336123456'],
		['+44 20 7946 0018', 'SA', '+442079460018']
	])('%s in %s', (typed, country, expected) =>
		expect(readPhone(typed, country)).toEqual({ value: expected })
	);

	test.each(['0501234', 'call us', '+966 12', '٠٥٠١٢٣٤٥٦٧٨٩', '+'])('%s is refused', (typed) =>
		expect(readPhone(typed)).toEqual({ error: 'contact.not_a_phone' })
	);
});

describe('addresses of e-mail', () => {
	test.each([
		[' Team@Naseem.Example ', 'Team@naseem.example'],
		['mailto:team@naseem.example', 'team@naseem.example'],
		['team\u200E@naseem.example', 'team@naseem.example'],
		['team٢@naseem.example', 'team2@naseem.example']
	])('%s', (typed, expected) => expect(readEmail(typed)).toEqual({ value: expected }));

	test.each([
		['team@naseem،example', 'contact.email_arabic_comma'],
		['team@naseem,example', 'contact.email_comma'],
		['فريق@naseem.example', 'contact.email_arabic_letters'],
		['team@naseem', 'error.not_an_email'],
		['team', 'error.not_an_email']
	])('%s is refused, and it is said why', (typed, error) => expect(readEmail(typed)).toEqual({ error }));

	test('a way to reach somebody is read as its kind', () => {
		expect(readContact('whatsapp', 'wa.me/966501234567')).toEqual({ value: '+966501234567' });
		expect(readContact('whatsapp', 'https://chat.whatsapp.com/AbC')).toHaveProperty('error');
		expect(readContact('post', ' ص.ب 12\u200F القطيف ')).toEqual({ value: 'ص.ب 12 القطيف' });
	});
});
