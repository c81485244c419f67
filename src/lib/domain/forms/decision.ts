import * as v from 'valibot';
import type { Operation } from '../change.ts';
import { longText } from '../documents/common.ts';
import { leavesOf } from '../edit_operation.ts';

/** The form in which a registrar decides on a change, operation by operation; `o0` is the first. */
export const decisionSchema = v.object({
	decision: v.optional(v.record(v.string(), v.picklist(['approve', 'return'])), {}),
	why: v.optional(v.record(v.string(), longText(1000)), {}),
	/** What the values should be, by operation and by number of the leaf: `correct.o0.l1`. */
	correct: v.optional(v.record(v.string(), v.record(v.string(), v.string())), {}),
	/** The version whose conflicts the form showed. */
	seen_version: v.optional(v.pipe(v.string(), v.toNumber(), v.integer()))
});

export type DecisionInput = v.InferOutput<typeof decisionSchema>;

export const operationKey = (index: number): string => `o${index}`;
export const leafKey = (index: number): string => `l${index}`;

/** The form read against the operations that it showed. `missing` are the fields of reasons that were not given. */
export function readDecision(operations: Operation[], input: DecisionInput) {
	const returned = new Map<string, string>();
	const corrections = new Map<string, Map<string, string>>();
	const missing: string[] = [];
	operations.forEach((operation, index) => {
		const key = operationKey(index);
		if (input.decision[key] === 'return') {
			const why = input.why[key];
			if (why) returned.set(operation.path, why);
			else missing.push(`why.${key}`);
		}
		const given = input.correct[key] ?? {};
		const leaves = leavesOf(operation).flatMap(({ below }, leaf) => {
			const text = given[leafKey(leaf)];
			return text ? [[below, text] as const] : [];
		});
		if (leaves.length > 0) corrections.set(operation.path, new Map(leaves));
	});
	const paths = new Set(operations.map(({ path }) => path));
	const overriding = input.seen_version === undefined ? undefined : { version: input.seen_version, paths };
	return { missing, decision: { returned, corrections, ...(overriding && { overriding }) } };
}
