import type { Language } from '#lib/domain/documents/common.ts';
import { localPath } from '#lib/i18n.ts';

export const languages: Language[] = ['ar', 'en'];

/** What a visitor may be shown, by the file of the route: addresses without language, on the seeded register. */
export const publicPages: Record<string, readonly string[]> = {
	'(public)': ['/'],
	'(public)/search': [
		'/search',
		'/search?q=القطيف',
		'/search?q=qatif volunteer&type=organization',
		'/search?q=علي&type=person',
		'/search?q=مؤتمر&type=conference',
		'/search?q=لا وجود لهذا الاسم',
		'/search?q=qwertyuiop',
		'/search?type=person'
	],
	'(public)/organizations': [
		'/organizations',
		'/organizations?sort=newest',
		'/organizations?q=أمل القطيف',
		'/organizations?q=Amal Al-Qatif',
		'/organizations?kind=association&region=SA-04&sort=newest',
		'/organizations?association=volunteer-work-association',
		'/organizations?conference=excellence-in-volunteer-work-2022',
		'/organizations?city=القطيف&founded_from=1400&founded_until=٢٠٢٠&active_in=2015',
		'/organizations?founded_from=long ago',
		'/organizations?q=لا وجود لهذا الاسم'
	],
	'(public)/organizations/[slug]': [
		'/organizations/amal-al-qatif',
		'/organizations/volunteer-work-association',
		'/organizations/saihat-society',
		'/organizations/amal-al-qatif?on=2022-12-03',
		'/organizations/amal-al-qatif?on=1444-05-09 AH',
		'/organizations/amal-al-qatif?on=1999-01-01',
		'/organizations/amal-al-qatif?on=<script>alert(1)</script>'
	],
	'(public)/organizations/[slug]/history': ['/organizations/amal-al-qatif/history'],
	'(public)/conferences': [
		'/conferences',
		'/conferences?sort=oldest',
		'/conferences?q=التطوع',
		'/conferences?kind=forum&year=2025',
		'/conferences?q=لا وجود لهذا الاسم'
	],
	'(public)/conferences/[slug]': [
		'/conferences/excellence-in-volunteer-work-2022',
		'/conferences/excellence-conference-bahrain',
		'/conferences/amal-al-qatif-visit-to-bahrain-2022'
	],
	'(public)/conferences/[slug]/history': ['/conferences/excellence-in-volunteer-work-2022/history'],
	'(public)/people/[slug]': [
		'/people/muslim-al-musa',
		'/people/ali-al-awami',
		'/people/osama-al-asfoor',
		'/people/saud-bin-naif'
	],
	'(public)/people/[slug]/history': ['/people/muslim-al-musa/history'],
	'(public)/about': ['/about'],
	'(account)/login': ['/login', '/login?next=/account']
};

/** One page of each kind that people who are signed in see, for a registrar. */
export const signedInPages: Record<string, readonly string[]> = {
	workspace: ['/workspace'],
	'workspace/organizations/[slug]/profile': ['/workspace/organizations/amal-al-qatif/profile'],
	'registrar/changes': ['/registrar/changes'],
	'(account)/account': ['/account']
};

/** Answers that are no page: where they lead or what they are is tested one by one. */
export const endpoints = [
	'(public)/id/[id]',
	'(public)/sitemap.xml',
	'(public)/robots.txt',
	'(account)/logout',
	'healthz',
	'api/v1/openapi.json',
	'api/v1/schema/[type].json',
	'api/v1/search',
	'api/v1/suggest',
	...['organizations', 'people', 'conferences'].flatMap((collection) => [
		`api/v1/${collection}`,
		`api/v1/${collection}/[id]`
	])
];

/** Searches and filtered lists, and what concerns one person alone, stay out of search engines. */
export const isIndexed = (path: string) =>
	!/^\/(login|workspace|registrar|account)|[?&](q|cursor|type|kind|association|conference|city|founded_from)=/.test(
		path
	);

/** The address of a page in a language, as a browser sends it. */
export const addressIn = (lang: Language, path: string) => encodeURI(localPath(lang, path));
