import type { Language } from './documents/common.ts';
import type { OrganizationDocument } from './documents/organization.ts';
import { boardOn } from './tenure.ts';

/** The page of the workspace that mends a gap. */
export type EditorPage =
	'profile' | 'names' | 'contacts' | 'licences' | 'affiliations' | 'sources' | 'board' | 'board/terms';

export type GapKind =
	| 'name'
	| 'summary'
	| 'place'
	| 'city'
	| 'fields'
	| 'founded'
	| 'way_to_reach'
	| 'licence_or_association'
	| 'chair'
	| 'term_dates'
	| 'sources'
	| 'text';

/** Something that a reader would look for and does not find; in which language, where only that one is missing. */
export type Gap = { kind: GapKind; page: EditorPage; lang?: Language; list?: string };

export type Completeness = {
	done: number;
	total: number;
	gaps: Gap[];
	/** Of all texts and names that are there in either language, how many are there in this one. */
	languages: { lang: Language; done: number; total: number }[];
};

const languages: readonly Language[] = ['ar', 'en'];

/** How complete a record is on an ISO day, and in which language something is missing. */
export function completenessOf(document: OrganizationDocument, today: string): Completeness {
	const checks = [...checksOf(document, today), ...textChecks(document)];
	const gaps = checks.flatMap(({ gap, isThere }) => (isThere ? [] : [gap]));
	return { done: checks.length - gaps.length, total: checks.length, gaps, languages: parityOf(document) };
}

type Check = { gap: Gap; isThere: boolean };

function checksOf(document: OrganizationDocument, today: string): Check[] {
	const { names, summary, place, fields, founded, links, contacts, licences, affiliations, sources } =
		document;
	const isPublic = ({ visibility }: { visibility: string }) => visibility === 'public';
	const check = (isThere: boolean, kind: GapKind, page: EditorPage, lang?: Language): Check => ({
		isThere,
		gap: { kind, page, ...(lang && { lang }) }
	});
	const isUnderSomething = licences.length > 0 || affiliations.length > 0 || document.part_of !== undefined;
	return [
		...languages.map((lang) =>
			check(
				names.some((name) => name.lang === lang),
				'name',
				'names',
				lang
			)
		),
		...languages.map((lang) => check(Boolean(summary?.[lang]), 'summary', 'profile', lang)),
		check(place !== undefined, 'place', 'profile'),
		...(place ? languages.map((lang) => check(Boolean(place.city?.[lang]), 'city', 'profile', lang)) : []),
		check(fields.length > 0, 'fields', 'profile'),
		check(founded !== undefined, 'founded', 'profile'),
		check([...links, ...contacts].some(isPublic), 'way_to_reach', 'contacts'),
		...(document.kind === 'authority'
			? []
			: [
					check(
						isUnderSomething,
						'licence_or_association',
						document.kind === 'group' ? 'affiliations' : 'licences'
					)
				]),
		check(hasHead(document, today), 'chair', 'board'),
		...(document.board_terms.length > 0 ? [check(hasDates(document), 'term_dates', 'board/terms')] : []),
		check(sources.length > 0, 'sources', 'sources')
	];
}

/** Posts of which one should be held: by whom a body is known. */
const heads = new Set(['chair', 'head', 'team_leader', 'supervisor']);

const hasHead = ({ appointments }: OrganizationDocument, today: string) =>
	boardOn(appointments, today, new Set(['chair', 'head'])).some(({ appointment }) =>
		heads.has(appointment.position)
	);

const hasDates = ({ board_terms }: OrganizationDocument) =>
	board_terms.every(
		({ from, elected_on, until }) => (from ?? elected_on) !== undefined && until !== undefined
	);

type LocalText = { ar?: string | undefined; en?: string | undefined };

/** Texts that parts hold, by the page on which they are typed. */
function partTexts(document: OrganizationDocument): { page: EditorPage; list: string; text: LocalText }[] {
	const { licences, board_terms } = document;
	return [
		...licences.flatMap(({ issuer }) =>
			issuer ? [{ page: 'licences' as const, list: 'licences', text: issuer }] : []
		),
		...board_terms.flatMap(({ label }) =>
			label ? [{ page: 'board/terms' as const, list: 'board_terms', text: label }] : []
		)
	];
}

function textChecks(document: OrganizationDocument): Check[] {
	return partTexts(document).flatMap(({ page, list, text }) =>
		languages.map((lang) => ({ isThere: Boolean(text[lang]), gap: { kind: 'text', page, lang, list } }))
	);
}

function parityOf(document: OrganizationDocument): Completeness['languages'] {
	const { summary, place } = document;
	const nameIn = (lang: Language) => document.names.find((name) => name.lang === lang)?.value;
	const texts: LocalText[] = [
		{ ar: nameIn('ar'), en: nameIn('en') },
		...[summary, place?.governorate, place?.city, place?.district].filter((text) => text !== undefined),
		...document.aims.map(({ text }) => text),
		...document.notes.map(({ text }) => text),
		...document.appointments.flatMap(({ title }) => title ?? []),
		...partTexts(document).map(({ text }) => text)
	];
	return languages.map((lang) => ({
		lang,
		done: texts.filter((text) => Boolean(text[lang])).length,
		total: texts.length
	}));
}
