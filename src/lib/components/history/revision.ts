import type { Operation } from '#lib/domain/change.ts';
import type { Source } from '../citation/citations.ts';

/** What pages show of a revision. */
export type Revision = {
	version: number;
	applied_at: Date;
	role: string;
	author: string | null;
	approver: string | null;
	reason: string | null;
	operations: (Operation & { sources: Source[] })[];
};
