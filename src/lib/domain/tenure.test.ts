import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from './dates.ts';
import { boardOn, endedWith, refuseTenure, stateOn, tenureRanges, type Tenure } from './tenure.ts';

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2005-01-01', days));
const date = fc
	.tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '', '', '?', '~'))
	.map(([iso, length, qualifier]) => iso.slice(0, length) + qualifier);
const tenure: fc.Arbitrary<Tenure> = fc.record(
	{ from: date, until: date, seen_on: fc.array(date, { maxLength: 4 }) },
	{ requiredKeys: [] }
);

describe('the ranges of a tenure', () => {
	test.each<[string, Tenure, string | null, string]>([
		['nothing known', {}, null, '(,)'],
		[
			'both ends by day',
			{ from: '2014-01-01', until: '2018-01-01' },
			'[2014-01-01,2018-01-01)',
			'[2014-01-01,2018-01-02)'
		],
		[
			'both ends by year',
			{ from: '2019', until: '2021' },
			'[2019-12-31,2021-01-01)',
			'[2019-01-01,2022-01-01)'
		],
		['a Hijri start', { from: '1444-05-09 AH' }, '[2022-12-03,)', '[2022-12-03,)'],
		['a start alone: open', { from: '2014' }, '[2014-12-31,)', '[2014-01-01,)'],
		[
			'a start and a sighting: open',
			{ from: '2014-01-01', seen_on: ['2016-05-05'] },
			'[2014-01-01,)',
			'[2014-01-01,)'
		],
		['an end alone', { until: '2018-01-01' }, null, '(,2018-01-02)'],
		[
			'a sighting and an end',
			{ until: '2018-01-01', seen_on: ['2016-05-05'] },
			'[2016-05-05,2018-01-01)',
			'(,2018-01-02)'
		],
		['one sighting', { seen_on: ['2022-10-29'] }, '[2022-10-29,2022-10-30)', '(,)'],
		['two sightings', { seen_on: ['2022-10-29', '2019-07-18'] }, '[2019-07-18,2022-10-30)', '(,)'],
		['one sighting by month', { seen_on: ['2021-12'] }, null, '(,)'],
		['two sightings by month', { seen_on: ['2019-12', '2021-12'] }, '[2019-12-31,2021-12-02)', '(,)'],
		[
			'seen on the last day',
			{ seen_on: ['2017-03-03', '2018-01-01'], until: '2018-01-01' },
			'[2017-03-03,2018-01-01)',
			'(,2018-01-02)'
		],
		[
			'seen in the year of the end',
			{ from: '2014-01-01', until: '2018', seen_on: ['2018-06-01'] },
			'[2014-01-01,2018-06-02)',
			'[2014-01-01,2019-01-01)'
		],
		[
			'seen before the start: not counted',
			{ from: '2014-01-01', seen_on: ['2011-01-01'] },
			'[2014-01-01,)',
			'[2014-01-01,)'
		],
		[
			'a doubtful start',
			{ from: '2014?', seen_on: ['2016-01-01'] },
			'[2016-01-01,2016-01-02)',
			'[2014-01-01,)'
		],
		['a doubtful sighting', { seen_on: ['2021-01-01?', '2016-01-01'] }, '[2016-01-01,2016-01-02)', '(,)'],
		['one day in the post', { from: '2014-01-01', until: '2014-01-01' }, null, '[2014-01-01,2014-01-02)'],
		['an end before the start', { from: '2018', until: '2014' }, null, 'empty']
	])('%s', (_, tenure, certain, possible) => {
		expect(tenureRanges(tenure)).toEqual({ certain, possible });
	});

	it('never overlap for certain when one follows the other on the same day', () => {
		const before = tenureRanges({ from: '2014-01-01', until: '2018-01-01' }).certain;
		const after = tenureRanges({ from: '2018-01-01', until: '2022-01-01' }).certain;
		expect(before?.endsWith('2018-01-01)') && after?.startsWith('[2018-01-01')).toBe(true);
	});

	it('hold every certain day among the possible ones, and are what stateOn says', () => {
		fc.assert(
			fc.property(tenure, day, (tenure, day) => {
				const { certain, possible } = tenureRanges(tenure);
				const state = isIn(certain, day) ? 'certain' : isIn(possible, day) ? 'possible' : 'no';
				expect(stateOn(tenure, day)).toBe(state);
				if (isIn(certain, day)) expect(isIn(possible, day)).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('are written as PostgreSQL reads them, never reversed', () => {
		const literal = /^(empty|(\(|\[\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)?\))$/;
		fc.assert(
			fc.property(tenure, (tenure) => {
				for (const range of Object.values(tenureRanges(tenure))) {
					expect(range ?? 'empty').toMatch(literal);
					const [from, before] = (range ?? '').match(/\d{4}-\d\d-\d\d/g) ?? [];
					if (from && before) expect(from < before).toBe(true);
				}
			})
		);
	});
});

/** PostgreSQL's `range @> day`, for the literals above. */
function isIn(range: string | null, day: string): boolean {
	if (range === null || range === 'empty') return false;
	const [from, before] = range.slice(1, -1).split(',');
	return (!from || from <= day) && (!before || day < before);
}

describe('a tenure that ends before it starts', () => {
	it('is refused where that is sure', () => {
		expect(refuseTenure({ from: '2018-01-02', until: '2018-01-01' })).toBe('tenure.end_before_start');
		expect(refuseTenure({ from: '1446 AH', until: '2023' })).toBe('tenure.end_before_start');
	});

	it('is not refused where it may be right', () => {
		expect(refuseTenure({ from: '2018-06', until: '2018' })).toBeUndefined();
		expect(refuseTenure({ from: '2018-01-01', until: '2018-01-01' })).toBeUndefined();
		expect(refuseTenure({ until: '2018' })).toBeUndefined();
		expect(refuseTenure({})).toBeUndefined();
	});
});

describe('the board on a day', () => {
	const sole = new Set(['chair', 'treasurer']);
	const post = (id: string, position: string, tenure: Tenure, term?: string) => ({
		id,
		position,
		term,
		...tenure
	});

	const board = (appointments: ReturnType<typeof post>[], day: string) =>
		boardOn(appointments, day, sole).map(({ appointment, certainty }) => `${appointment.id} ${certainty}`);

	it('has the successor alone on the day of a hand-over', () => {
		const chairs = [
			post('old', 'chair', { from: '2014-01-01', until: '2018-01-01' }),
			post('new', 'chair', { from: '2018-01-01' })
		];
		expect(board(chairs, '2017-12-31')).toEqual(['old certain']);
		expect(board(chairs, '2018-01-01')).toEqual(['new certain']);
	});

	it('has the holder on the last day where nobody follows', () => {
		const chair = [post('old', 'chair', { from: '2014-01-01', until: '2018-01-01' })];
		expect(board(chair, '2018-01-01')).toEqual(['old certain']);
		expect(board(chair, '2018-01-02')).toEqual([]);
	});

	it('has a member on the last day although another begins on it', () => {
		const members = [
			post('leaves', 'member', { from: '2014-01-01', until: '2018-01-01' }),
			post('comes', 'member', { from: '2018-01-01' })
		];
		expect(board(members, '2018-01-01')).toEqual(['leaves certain', 'comes certain']);
	});

	it('has nobody whose end lies before the start', () => {
		const chair = [post('wrong', 'chair', { from: '2006', until: '2005-01-04' })];
		expect(board(chair, '2005-01-04')).toEqual([]);
	});

	it('reports as chair the one who was seen last', () => {
		const chairs = [
			post('first', 'chair', { seen_on: ['2015-05-05'] }),
			post('second', 'chair', { seen_on: ['2022-10-29'] })
		];
		expect(board(chairs, '2015-05-05')).toEqual(['first certain']);
		expect(board(chairs, '2020-01-01')).toEqual(['first reported']);
		expect(board(chairs, '2022-12-03')).toEqual(['second reported']);
		expect(board(chairs, '2014-01-01')).toEqual([]);
	});

	it('reports no chair beside one who surely holds the post', () => {
		const chairs = [
			post('seen', 'chair', { seen_on: ['2021-01-01'] }),
			post('sure', 'chair', { from: '2019-01-01', until: '2023-01-01' })
		];
		expect(board(chairs, '2022-12-03')).toEqual(['sure certain']);
	});

	it('does not bring back a chair whose successor has left', () => {
		const chairs = [
			post('first', 'chair', { seen_on: ['2015-05-05'] }),
			post('second', 'chair', { from: '2017-01-01', until: '2019-01-01' })
		];
		expect(board(chairs, '2020-01-01')).toEqual([]);
	});

	it('reports the chair who began in a year after the one who ended in it', () => {
		const chairs = [
			post('new', 'chair', { from: '2019', until: '2023' }),
			post('old', 'chair', { from: '2015', until: '2019' })
		];
		expect(board(chairs, '2019-06-01')).toEqual(['new reported']);
	});

	it('reports a member for four years after the last sign', () => {
		const members = [post('m', 'member', { seen_on: ['2018-12-03'] })];
		expect(board(members, '2022-12-03')).toEqual(['m reported']);
		expect(board(members, '2022-12-04')).toEqual([]);
	});

	it('does not report the members of a board after the next one has begun', () => {
		const members = [
			post('old', 'member', { seen_on: ['2020-05-05'] }, 'term-5'),
			post('new', 'member', { from: '2021-01-01', seen_on: ['2021-03-03'] }, 'term-6'),
			post('loose', 'member', { seen_on: ['2020-05-05'] })
		];
		expect(board(members, '2022-12-03')).toEqual(['new certain', 'loose reported']);
		expect(board(members, '2020-12-31')).toEqual(['old reported', 'loose reported']);
	});

	it('keeps a re-elected chair on it, once', () => {
		const chairs = [
			post('again', 'chair', { from: '2018-01-01', until: '2022-01-01' }, 'term-2'),
			post('first', 'chair', { from: '2014-01-01', until: '2018-01-01' }, 'term-1')
		];
		expect(board(chairs, '2018-01-01')).toEqual(['again certain']);
	});

	it('holds nobody who surely left or has not come, and one reported holder at most of a sole post', () => {
		const posts = fc.array(
			fc.record({
				position: fc.constantFrom('chair', 'member'),
				tenure,
				term: fc.constantFrom('a', 'b', undefined)
			}),
			{ maxLength: 8 }
		);
		fc.assert(
			fc.property(posts, day, (posts, day) => {
				const appointments = posts.map(({ position, tenure, term }, index) =>
					post(`${index}`, position, tenure, term)
				);
				const seats = boardOn(appointments, day, sole);
				for (const { appointment } of seats) expect(stateOn(appointment, day)).not.toBe('no');
				const chairs = seats.filter(({ appointment }) => appointment.position === 'chair');
				const reported = chairs.filter(({ certainty }) => certainty === 'reported');
				expect(reported.length).toBeLessThanOrEqual(1);
				if (appointments.some((each) => each.position === 'chair' && stateOn(each, day) === 'certain')) {
					expect(reported).toEqual([]);
				}
			}),
			{ numRuns: 500 }
		);
	});
});

describe('the people of a dissolved body', () => {
	const chair = { id: 'a1', position: 'chair', from: '2014', seen_on: ['2016-05-01'] };
	const sole = new Set(['chair']);

	test('held their posts until it ended, and do not look current', () => {
		const posts = endedWith([chair], '2018-06-30');
		expect(boardOn(posts, '2018-06-01', sole)).toHaveLength(1);
		for (const day of ['2018-07-01', '2026-11-24']) expect(boardOn(posts, day, sole)).toEqual([]);
	});

	test('keep an end of their own, and what began later is left for an editor to mend', () => {
		const left = { ...chair, until: '2017' };
		const later = { ...chair, from: '2020' };
		expect(endedWith([left, later], '2018')).toEqual([left, later]);
		expect(endedWith([chair], undefined)).toEqual([chair]);
	});
});
