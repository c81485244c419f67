import { describe, expect, test } from 'vitest';
import { organization } from '../../../tests/harness/documents.ts';
import { readFileSync } from 'node:fs';
import {
	boardPositions,
	consecutiveTerms,
	longServing,
	solePositions,
	standingOf,
	standingOfPost,
	termOn,
	vacanciesOn
} from './board.ts';
import { withHolder, withNewBoard } from './board_change.ts';
import { todayIn } from './dates.ts';
import type { OrganizationDocument } from './documents/organization.ts';
import { registryId } from './registry_id.ts';
import { boardOn } from './tenure.ts';

const [salman, haifa, rayan] = [1, 2, 3].map(registryId) as [string, string, string];
type Given = [id: string, person: string, position: string, from?: string, until?: string, more?: object];
const boardOf = (terms: object[], posts: Given[]) =>
	organization({
		board_terms: terms.map((term, n) => ({ id: `t${n + 1}`, ...term })),
		appointments: posts.map(([id, person, position, from, until, more]) => ({
			...{ id, person, position, from, until },
			...more
		}))
	});

const first = { number: 1, from: '2018-01-01', until: '2022-01-01', seats: 3 };
const second = { number: 2, from: '2022-01-01', until: '2026-01-01', seats: 3 };
const third = { from: '2026-01-01', number: 3, state: 'elected' as const, until: '2030-01-01' };

const seeds = new URL('../../../db/seeds/reference/positions.json', import.meta.url);

test('the posts of a board are those that the reference data names', () => {
	const positions: { code: string; is_board: boolean; is_sole: boolean }[] = JSON.parse(
		readFileSync(seeds, 'utf8')
	);
	const codes = (of: 'is_board' | 'is_sole') =>
		positions.filter((position) => position[of]).map(({ code }) => code);
	expect([...boardPositions].sort()).toEqual(codes('is_board').sort());
	expect([...solePositions].sort()).toEqual(codes('is_sole').sort());
});

describe('a term', () => {
	const [running, later] = boardOf([second, { number: 3, from: '2026-01-01' }], []).board_terms;
	test.each([
		['2021-12-31', 'to_come'],
		['2022-01-01', 'current'],
		['2025-12-31', 'current'],
		['2026-01-01', 'ended']
	])('on %s is %s', (day, standing) => expect(standingOf(running!, day)).toBe(standing));

	test('with a future start is to come, one without dates is unknown', () => {
		expect(standingOf(later!, '2025-12-31')).toBe('to_come');
		expect(standingOf({ ...later!, from: undefined }, '2025-12-31')).toBe('unknown');
	});

	test('begins at midnight in Riyadh, three hours before the day in London', () => {
		expect(standingOf(running!, todayIn('Asia/Riyadh', new Date('2021-12-31T20:59:00Z')))).toBe('to_come');
		expect(standingOf(running!, todayIn('Asia/Riyadh', new Date('2021-12-31T21:00:00Z')))).toBe('current');
	});

	test('that was annulled does not run', () => {
		const terms = boardOf([first, { ...second, state: 'annulled' }], []).board_terms;
		expect(termOn(terms, '2023-01-01')).toBeUndefined();
	});
});

describe('a hand-over', () => {
	const before = boardOf(
		[first, second],
		[
			['a', salman, 'chair', '2022-01-01', undefined, { term: 't2' }],
			['b', haifa, 'member', '2022-01-01', undefined, { term: 't2', sources: [] }],
			['c', rayan, 'executive_director', '2022-01-01'],
			['d', rayan, 'treasurer', '2018-01-01', '2022-01-01', { term: 't1' }]
		]
	);
	const after = withNewBoard(before, third, [
		{ person: haifa, position: 'chair' },
		{ person: salman, position: 'member' }
	]);
	const post = (id: string) => after.appointments.find((each) => each.id === id)!;
	const onBoard = (document: OrganizationDocument, day: string) =>
		boardOn(document.appointments, day, solePositions)
			.filter(({ appointment }) => boardPositions.has(appointment.position))
			.map(({ appointment: { person, position } }) => `${position} ${person}`)
			.sort();

	test('ends the posts of the board on that day, and no other', () => {
		expect([post('a').until, post('b').until, post('c').until, post('d').until]).toEqual([
			...['2026-01-01', '2026-01-01', undefined, '2022-01-01']
		]);
	});

	test('leaves no day without a board and none with two chairs', () => {
		expect(onBoard(after, '2025-12-31')).toEqual([`chair ${salman}`, `member ${haifa}`].sort());
		expect(onBoard(after, '2026-01-01')).toContain(`chair ${haifa}`);
		expect(onBoard(after, '2026-01-01').filter((seat) => seat.startsWith('chair'))).toHaveLength(1);
		expect(onBoard(after, '2026-01-02')).toEqual([`chair ${haifa}`, `member ${salman}`].sort());
	});

	test('makes nobody who is elected again a former member', () => {
		expect(standingOfPost(after, post('a'), '2026-02-01')).toBe('continued');
		expect(standingOfPost(after, post('b'), '2026-02-01')).toBe('continued');
		expect(standingOfPost(after, post('d'), '2026-02-01')).toBe('ended');
		expect(standingOfPost(after, after.appointments.at(-1)!, '2025-06-01')).toBe('to_come');
	});

	test('cuts a term that runs longer, and leaves one that ended earlier: a gap stays a gap', () => {
		const cut = withNewBoard(before, { ...third, from: '2025-06-01' }, []);
		expect(cut.board_terms.map(({ until }) => until)).toEqual(['2022-01-01', '2025-06-01', '2030-01-01']);
		const gap = withNewBoard(before, { ...third, from: '2027-01-01' }, []);
		expect(gap.board_terms[1]!.until).toBe('2026-01-01');
	});

	test('in a Hijri date ends the posts before it on the same day', () => {
		const hijri = withNewBoard(before, { ...third, from: '1447-07-12 AH' }, []);
		expect(hijri.appointments[0]!.until).toBe('1447-07-12 AH');
	});

	test('of a post to somebody else passes that post alone, in the term that runs', () => {
		const handed = withHolder(before, 'chair', '2024-03-01', { person: rayan, is_acting: true });
		expect(handed.appointments.map(({ until }) => until)).toEqual([
			...['2024-03-01', undefined, undefined, '2022-01-01', undefined]
		]);
		expect(handed.appointments.at(-1)).toMatchObject({
			...{ person: rayan, position: 'chair', term: 't2', from: '2024-03-01', is_acting: true }
		});
	});

	test('to nobody leaves the chair vacant', () => {
		const vacant = withHolder(before, 'chair', '2024-03-01', undefined);
		expect(vacanciesOn(before, '2024-04-01')).toEqual({ is_chair_vacant: false, seats: 1 });
		expect(vacanciesOn(vacant, '2024-04-01')).toEqual({ is_chair_vacant: true, seats: 2 });
		expect(vacanciesOn(vacant, '2024-02-28').is_chair_vacant).toBe(false);
	});
});

describe('a third term in a row', () => {
	const terms = [first, second, third];
	const sat = (...of: number[]) =>
		of.map((n): Given => [
			`p${n}`,
			salman,
			n === 3 ? 'chair' : 'member',
			undefined,
			undefined,
			{ term: `t${n}` }
		]);

	test.each([
		[[1, 2, 3], 3, [salman]],
		[[2, 3], 2, []],
		[[1, 3], 1, []],
		[[1, 2], undefined, []]
	])('who sat in %j', (of, count, warned) => {
		const board = boardOf(terms, sat(...of));
		expect(consecutiveTerms(board, 't3').get(salman)).toBe(count);
		expect(longServing(board, 't3')).toEqual(warned);
	});

	test('is none where a term between them is missing, or was annulled', () => {
		const missing = boardOf([first, { ...second, number: 2 }, { ...third, number: 4 }], sat(1, 2, 3));
		expect(longServing(missing, 't3')).toEqual([]);
		const annulled = boardOf([first, { ...second, state: 'annulled' }, third], sat(1, 2, 3));
		expect(consecutiveTerms(annulled, 't3').get(salman)).toBe(1);
	});
});
