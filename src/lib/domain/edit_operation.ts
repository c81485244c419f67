import type { Operation } from './change.ts';

/** Fields that hold free words, numbers or dates, which can be put right one by one; others are codes and ids. */
const free = new Set([
	...['value', 'text', 'ar', 'en', 'title', 'number', 'url', 'publisher', 'edition', 'seats'],
	...['from', 'until', 'on', 'founded', 'dissolved', 'elected_on', 'as_of', 'published', 'accessed'],
	...['starts_at', 'ends_at', 'honorific_prefix', 'given_name', 'patronymic_name', 'grandfather_name'],
	...['family_name', 'kunya']
]);

/** A value that can be corrected: its path below the operation's own, which is empty for the operation's value itself. */
export type Leaf = { below: string; value: string };

/** The words, numbers and dates that an operation brings. */
export function leavesOf({ path, new: value }: Operation): Leaf[] {
	return leaves('', path.split('/').at(-1)!, value);
}

function leaves(below: string, field: string, value: unknown): Leaf[] {
	if (typeof value === 'string' || typeof value === 'number') {
		return free.has(field) ? [{ below, value: String(value) }] : [];
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	return Object.entries(value).flatMap(([key, inner]) => leaves(below ? `${below}/${key}` : key, key, inner));
}

/** The operation with values corrected, by their `below`; what is no leaf of it is passed over. */
export function corrected(operation: Operation, corrections: ReadonlyMap<string, string>): Operation {
	const wanted = leavesOf(operation).filter(
		({ below, value }) => corrections.has(below) && corrections.get(below) !== value
	);
	if (wanted.length === 0) return operation;
	const copy = structuredClone(operation);
	for (const { below } of wanted)
		setLeaf(copy, ['new', ...below.split('/').filter(Boolean)], corrections.get(below)!);
	return copy;
}

function setLeaf(tree: Record<string, unknown>, [step, ...rest]: string[], text: string): void {
	if (rest.length > 0) return setLeaf(tree[step!] as Record<string, unknown>, rest, text);
	tree[step!] = typeof tree[step!] === 'number' ? Number(text) : text;
}
