import type { RecordDocument } from './documents/document.ts';

/**
 * One step of a change, on a path into the document: `founded`, `summary/ar`, `names/{id}` for a whole part,
 * `names/{id}/value` for one of its values, `names/*` for the order of a list, told by its ids. `old` is absent
 * where something is added, `new` where it is removed.
 */
export type Operation = { path: string; old?: unknown; new?: unknown };

type Tree = Record<string, unknown>;

/** The step of a path that means the order of a list; no part has it as its id. */
const ORDER = '*';

/** Fields that say which record it is, not what the record says. */
const identity = new Set(['type', 'id']);

/** The operations that lead from one version of a document to another; none if they say the same. */
export function diff(before: RecordDocument | null, after: RecordDocument): Operation[] {
	const old: Tree = before ?? {};
	const fields = new Set([...Object.keys(old), ...Object.keys(after)]);
	return [...fields]
		.filter((field) => !identity.has(field))
		.flatMap((field) => {
			return diffValue(field, old[field], (after as Tree)[field]);
		});
}

function diffValue(path: string, old: unknown, next: unknown): Operation[] {
	if (isSame(old, next)) return [];
	if (isPartList(old) || isPartList(next)) return diffParts(path, asParts(old), asParts(next));
	if (isTree(old) && isTree(next)) return diffTree(path, old, next);
	return [operation(path, old, next)];
}

function diffTree(path: string, old: Tree, next: Tree): Operation[] {
	const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
	return [...keys].flatMap((key) => diffValue(`${path}/${key}`, old[key], next[key]));
}

function diffParts(path: string, old: Part[], next: Part[]): Operation[] {
	const oldById = new Map(old.map((part) => [part.id, part]));
	const nextIds = new Set(next.map((part) => part.id));
	const removed = old.filter((part) => !nextIds.has(part.id));
	return [
		...removed.map((part) => operation(`${path}/${part.id}`, part, undefined)),
		...next.flatMap((part) => {
			const before = oldById.get(part.id);
			return before
				? diffTree(`${path}/${part.id}`, before, part)
				: [operation(`${path}/${part.id}`, undefined, part)];
		}),
		...diffOrder(path, old, next)
	];
}

/** Nothing where the parts stand as they would without it: in their old order, and those that were added last. */
function diffOrder(path: string, old: Part[], next: Part[]): Operation[] {
	const [before, after] = [idsOf(old), idsOf(next)];
	const usual = [...before.filter((id) => after.includes(id)), ...after.filter((id) => !before.includes(id))];
	return isSame(usual, after) ? [] : [operation(`${path}/${ORDER}`, before, after)];
}

function operation(path: string, old: unknown, next: unknown): Operation {
	return {
		path,
		...(old !== undefined && { old }),
		...(next !== undefined && { new: next })
	};
}

/** Carries operations out on a copy of the document; parts that are added come last in their list, unless its order is told. */
export function applyOperations<T extends RecordDocument>(document: T, operations: Operation[]): T {
	const copy = structuredClone(document);
	for (const { path, new: value } of operations) setAt(copy as Tree, path.split('/'), value);
	return copy;
}

function setAt(container: Tree | Part[], [step, ...rest]: string[], value: unknown): void {
	if (step === undefined) return;
	if (Array.isArray(container)) return setPart(container, step, rest, value);
	if (rest.length > 0) {
		const parent = (container[step] ??= isPartValue(value, rest) ? [] : {}) as Tree | Part[];
		setAt(parent, rest, value);
		if (isEmptyTree(parent)) delete container[step];
	} else if (value === undefined) delete container[step];
	else container[step] = value;
}

function setPart(list: Part[], id: string, rest: string[], value: unknown): void {
	if (id === ORDER) return sortParts(list, value);
	const index = list.findIndex((part) => part.id === id);
	if (rest.length > 0) {
		if (index >= 0) setAt(list[index] as Tree, rest, value);
	} else if (value === undefined) {
		if (index >= 0) list.splice(index, 1);
	} else if (index >= 0) list[index] = value as Part;
	else list.push(value as Part);
}

/** Parts that the order does not name come last, as they stand. */
function sortParts(list: Part[], order: unknown): void {
	const ids = Array.isArray(order) ? order : [];
	const place = ({ id }: Part) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
	list.sort((a, b) => place(a) - place(b));
}

/**
 * Lays operations over a document that has moved since they were made. Those whose value nobody touched
 * meanwhile are `clean`, those that somebody else made too fall away; the others, also those inside a part that
 * somebody removed, are `conflicts`, for the editor to decide.
 */
export function rebase(
	operations: Operation[],
	current: RecordDocument
): { clean: Operation[]; conflicts: (Operation & { current?: unknown })[] } {
	const clean: Operation[] = [];
	const conflicts: (Operation & { current?: unknown })[] = [];
	for (const operation of operations) {
		const now = valueAt(current, operation.path);
		if (isSame(now, operation.new)) continue;
		if (isUntouched(operation, now) && !isPartGone(current, operation.path)) clean.push(operation);
		else conflicts.push({ ...operation, ...(now !== undefined && { current: now }) });
	}
	return { clean, conflicts };
}

/** An order is untouched where the parts that were there and still are stand as they stood. */
function isUntouched({ path, old }: Operation, now: unknown): boolean {
	if (!path.endsWith(`/${ORDER}`)) return isSame(now, old);
	const [before, after] = [old, now].map((ids) => (Array.isArray(ids) ? ids : []));
	const shared = (ids: unknown[], others: unknown[]) => ids.filter((id) => others.includes(id));
	return isSame(shared(before!, after!), shared(after!, before!));
}

/** Whether the path leads into a part that the document does not have. */
export function isPartGone(document: RecordDocument, path: string): boolean {
	const [list, id, ...rest] = path.split('/');
	return (
		rest.length > 0 &&
		Array.isArray((document as Tree)[list!]) &&
		valueAt(document, `${list}/${id}`) === undefined
	);
}

/** The value at a path, or undefined. */
export function valueAt(document: RecordDocument, path: string): unknown {
	let value: unknown = document;
	for (const step of path.split('/')) {
		if (Array.isArray(value)) {
			value = step === ORDER ? idsOf(value as Part[]) : (value as Part[]).find((part) => part.id === step);
		} else if (isTree(value)) value = value[step];
		else return undefined;
	}
	return value;
}

/** The operations that undo these, last first. */
export function invert(operations: Operation[]): Operation[] {
	return operations.map(({ path, old, new: next }) => operation(path, next, old)).reverse();
}

type Part = { id: string };

const isTree = (value: unknown): value is Tree =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const idsOf = (parts: Part[]): string[] => parts.map(({ id }) => id);
const isPart = (value: unknown): value is Part => isTree(value) && typeof value.id === 'string';
const isPartList = (value: unknown): value is Part[] =>
	Array.isArray(value) && value.length > 0 && value.every(isPart);
const asParts = (value: unknown): Part[] => (isPartList(value) ? value : []);
const isPartValue = (value: unknown, rest: string[]) =>
	rest.length === 1 && isPart(value) && value.id === rest[0];
const isEmptyTree = (value: unknown) => isTree(value) && Object.keys(value).length === 0;

/** Deep equality of JSON values; an absent value, an empty list and an empty object say the same: nothing. */
export function isSame(a: unknown, b: unknown): boolean {
	if (a === b || (saysNothing(a) && saysNothing(b))) return true;
	if (Array.isArray(a) && Array.isArray(b)) {
		return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
	}
	if (isTree(a) && isTree(b)) {
		return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
	}
	return false;
}

function saysNothing(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		(Array.isArray(value) && value.length === 0) ||
		isEmptyTree(value)
	);
}
