import { describe, expect, test } from 'vitest';
import { registryId } from '#lib/domain/registry_id.ts';
import { organization } from '../../../../../tests/harness/documents.ts';
import { activeYears, yearsWithin } from './years.ts';

describe('the years that a date can mean', () => {
	test.each([
		['2014', [2014]],
		['2014-05-31', [2014]],
		['2019?', [2019]],
		['1435-06 AH', [2014]],
		['1440 AH', [2018, 2019]],
		['1441-02-10 AH', [2019]]
	])('%s', (date, years) => {
		expect(yearsWithin(date)).toEqual(years);
	});
});

describe('an organization existed', () => {
	const years = (partial: object) => activeYears(organization({ ...partial }));

	test('from its founding on', () => {
		expect(years({ founded: '2014-05' })).toBe('[2014,)');
		expect(years({ founded: '1440 AH' })).toBe('[2018,)');
	});

	test('until it was dissolved', () => {
		expect(years({ founded: '1990', dissolved: '1433 AH' })).toBe('[1990,2012]');
		expect(years({ dissolved: '2012' })).toBe('(,2012]');
	});

	test('from the first trace of it where nobody says when it was founded', () => {
		const traces = {
			appointments: [
				{ person: registryId(1), position: 'chair', from: '2016', seen_on: ['2011-03', '2018'] },
				{ person: registryId(1), position: 'member' }
			],
			board_terms: [{ from: '2013' }]
		};
		expect(years(traces)).toBe('[2011,)');
		expect(years({ ...traces, founded: '2014' })).toBe('[2014,)');
	});

	test('in one year at least, also where its sources contradict each other', () => {
		expect(years({ founded: '2020', dissolved: '2019' })).toBe('[2019,2019]');
	});

	test('nobody knows when where nothing is dated', () => {
		expect(years({})).toBeNull();
	});
});
