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
	'(public)/organizations/[slug]/history': [
		'/organizations/amal-al-qatif/history',
		'/organizations/amal-al-qatif/history?at=1999-01-01',
		'/organizations/amal-al-qatif/history?at=<b>'
	],
	'(public)/organizations/[slug]/history/[version]': [
		'/organizations/amal-al-qatif/history/1',
		'/organizations/amal-al-qatif/history/1?against=1&at=2026-11-24'
	],
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
	'(public)/conferences/[slug]/history/[version]': [
		'/conferences/excellence-in-volunteer-work-2022/history/1'
	],
	'(public)/people/[slug]': [
		'/people/muslim-al-musa',
		'/people/ali-al-awami',
		'/people/osama-al-asfoor',
		'/people/saud-bin-naif'
	],
	'(public)/people/[slug]/history': ['/people/muslim-al-musa/history'],
	'(public)/people/[slug]/history/[version]': ['/people/muslim-al-musa/history/1'],
	/** Of a record and a report that a test has to make first: see `reports.test.ts`. */
	'(public)/id/[id]/report': [],
	'(public)/reports/[token]': [],
	'(public)/personal-data/[token]': ['/personal-data/unknown'],
	'(public)/about': ['/about'],
	'(account)/login': ['/login', '/login?next=/account', '/login?done=password_changed'],
	'(account)/join': ['/join', '/join?done=asked'],
	'(account)/join/[token]': ['/join/unknown'],
	'(account)/invitations/[token]': ['/invitations/unknown', '/invitations/unknown?done=declined'],
	'(account)/confirmations/[token]': ['/confirmations/unknown'],
	'(account)/password': ['/password', '/password?done=asked'],
	'(account)/password/[token]': ['/password/unknown']
};

/** One page of each kind that people who are signed in see, for a registrar. */
export const signedInPages: Record<string, readonly string[]> = {
	workspace: ['/workspace'],
	...Object.fromEntries(
		[
			...[
				'',
				'/names',
				'/contacts',
				'/licences',
				'/identifiers',
				'/sources',
				'/closing',
				'/sections',
				'/logo'
			],
			...[
				'/affiliations',
				'/affiliations/dates',
				'/board',
				'/board/terms',
				'/board/handover',
				'/board/holder'
			]
		].map((page) => [
			`workspace/organizations/[slug]${page}`,
			[`/workspace/organizations/amal-al-qatif${page}`]
		])
	),
	'workspace/organizations/[slug]/board/appointments/[id]': [
		'/workspace/organizations/amal-al-qatif/board/appointments/new'
	],
	...Object.fromEntries(
		['', '/new'].map((page) => [
			`workspace/organizations/[slug]/participations${page}`,
			[`/workspace/organizations/amal-al-qatif/participations${page}`]
		])
	),
	'workspace/organizations/[slug]/participations/new/[conference]': [
		'/workspace/organizations/amal-al-qatif/participations/new/excellence-in-volunteer-work-2022'
	],
	/** Of a record that a test has to name by its id: see `participations.test.ts`. */
	'workspace/organizations/[slug]/participations/[id]': [],
	'workspace/organizations/[slug]/participations/[id]/sources': [],
	...Object.fromEntries(
		[
			...['', '/profile', '/names', '/sessions', '/people', '/organizers', '/objectives'],
			...['/recommendations', '/sources', '/participations']
		].map((page) => [
			`workspace/conferences/[slug]${page}`,
			[`/workspace/conferences/amal-al-qatif-visit-to-bahrain-2022${page}`]
		])
	),
	'workspace/conferences/new': ['/workspace/conferences/new'],
	'workspace/organizations/[slug]/profile': ['/workspace/organizations/amal-al-qatif/profile'],
	'workspace/organizations/[slug]/team': ['/workspace/organizations/amal-al-qatif/team'],
	'workspace/organizations/[slug]/claim': ['/workspace/organizations/amal-al-qatif/claim'],
	'workspace/people/[slug]/display': [
		'/workspace/people/muslim-al-musa/display',
		'/workspace/people/muslim-al-musa/display?done=waiting'
	],
	'workspace/people/[slug]/photo': [
		'/workspace/people/muslim-al-musa/photo',
		'/workspace/people/muslim-al-musa/photo?done=withdrawn'
	],
	'workspace/organizations/new': ['/workspace/organizations/new'],
	'workspace/claims': ['/workspace/claims', '/workspace/claims?done=approved'],
	'workspace/[collection]/[slug]/restoration/[version]': [
		'/workspace/organizations/amal-al-qatif/restoration/1',
		'/workspace/people/muslim-al-musa/restoration/1'
	],
	'registrar/changes': ['/registrar/changes', '/registrar/changes?type=person&age=week&assigned=me'],
	/** Of a change that a test has to make first: see `review.test.ts`. */
	'registrar/changes/[id]': [],
	'registrar/people/[slug]/erasure': ['/registrar/people/muslim-al-musa/erasure'],
	'registrar/retired': ['/registrar/retired', '/registrar/retired?done=returned'],
	'registrar/[collection]/[slug]/retirement': [
		'/registrar/organizations/amal-al-qatif/retirement',
		'/registrar/people/muslim-al-musa/retirement',
		'/registrar/conferences/excellence-in-volunteer-work-2022/retirement'
	],
	'registrar/audit': [
		'/registrar/audit',
		'/registrar/audit?action=signed_in&account=nobody@example.org&day=2026-11-24',
		'/registrar/audit?account=nobody&day=yesterday'
	],
	'registrar/reports': ['/registrar/reports'],
	'registrar/mergers': ['/registrar/mergers'],
	'registrar/mergers/new': [
		'/registrar/mergers/new',
		'/registrar/mergers/new?type=person&kept=muslim-al-musa&merged=nobody',
		'/registrar/mergers/new?kept=amal-al-qatif&merged=volunteer-work-association'
	],
	'(account)/account': ['/account']
};

/** Answers that are no page: where they lead or what they are is tested one by one. */
export const endpoints = [
	'(public)/id/[id]',
	'(public)/sitemap.xml',
	'(public)/robots.txt',
	'(public)/logos/[hash]',
	'(public)/photos/[hash]',
	'(account)/logout',
	'(public)/personal-data/[token]/export',
	'registrar/people/[slug]/export',
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
	!/^\/(login|join|password|invitations|confirmations|personal-data|workspace|registrar|account)|[?&](q|cursor|type|kind|association|conference|city|founded_from)=|\/history\/\d/.test(
		path
	);

/** The address of a page in a language, as a browser sends it. */
export const addressIn = (lang: Language, path: string) => encodeURI(localPath(lang, path));
