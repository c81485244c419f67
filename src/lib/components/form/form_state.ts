import type { Operation } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { MessageKey } from '#lib/i18n.ts';
import type { Label } from '../text/record_address.ts';
import type { Reference } from '../text/reference.ts';

/** What an action hands back for a form that it did not accept; `form` among the errors is about the whole form. */
export type FormState =
	{ values: Record<string, string>; errors: Record<string, MessageKey> } | null | undefined;

/** What the page of an editor needs to know. */
export type EditorData = {
	reference: Reference;
	labels: Record<string, Label>;
	type: RecordType;
	/** The record whose name stands over the page. */
	subject: Label;
	slug: string;
	values: Record<string, string>;
};

/** Who may be meant by a name that was typed; `field` is the group of fields about the person or body. */
export type Question = {
	field: string;
	as: 'person' | 'body';
	name: string;
	/** It was asked before, and not answered. */
	isUnanswered: boolean;
	/** Whoever is not on the register stays a name in words. */
	staysInWords?: boolean;
	candidates: {
		label: Label;
		is_same_name: boolean;
		posts: { organization: Label; appointment: { position: string; title?: { ar?: string; en?: string } } }[];
	}[];
};

/** What an editor's actions answer: the step that the page shows next, and what it shows there. */
export type EditorAnswer =
	| (NonNullable<FormState> & {
			step?: 'edit' | 'check' | 'conflict' | 'people';
			now?: Operation[];
			later?: Operation[];
			notices?: MessageKey[];
			questions?: Question[];
			conflicts?: (Operation & { current?: unknown })[];
			seen_version?: number;
			labels?: Record<string, Label>;
	  })
	| null
	| undefined;
