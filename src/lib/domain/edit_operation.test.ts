import { expect, test } from 'vitest';
import { corrected, leavesOf } from './edit_operation.ts';

const name = { id: 'n1', value: 'فريق نور', lang: 'ar', kind: 'official', sources: ['s1'] };

test('words, numbers and dates can be corrected, codes and ids cannot', () => {
	expect(leavesOf({ path: 'names/n1', new: name })).toEqual([{ below: 'value', value: 'فريق نور' }]);
	expect(leavesOf({ path: 'aims/a1', new: { id: 'a1', text: { ar: 'هدف' } } })).toEqual([
		{ below: 'text/ar', value: 'هدف' }
	]);
	expect(leavesOf({ path: 'founded', new: '2014' })).toEqual([{ below: '', value: '2014' }]);
	expect(leavesOf({ path: 'status', new: 'active' })).toEqual([]);
	expect(leavesOf({ path: 'founded', old: '2014' })).toEqual([]);
});

test('a correction changes what it names and nothing else', () => {
	const operation = { path: 'names/n1', new: name };
	const corrections = new Map([
		['value', 'فريق النور'],
		['kind', 'alias'],
		['__proto__/x', 'y']
	]);
	expect(corrected(operation, corrections)).toEqual({
		path: 'names/n1',
		new: { ...name, value: 'فريق النور' }
	});
	expect(operation.new).toBe(name);
	expect(corrected({ path: 'seats', new: 5 }, new Map([['', '7']]))).toEqual({ path: 'seats', new: 7 });
	expect(corrected(operation, new Map([['value', name.value]]))).toBe(operation);
});
