import type { Operation } from '#lib/domain/change.ts';
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
	organization: Label;
	slug: string;
	values: Record<string, string>;
};

/** Who may be meant by a name that was typed; `field` is the group of fields about the person. */
export type PersonQuestion = {
	field: string;
	name: string;
	/** It was asked before, and not answered. */
	isUnanswered: boolean;
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
			questions?: PersonQuestion[];
			conflicts?: (Operation & { current?: unknown })[];
			seen_version?: number;
			labels?: Record<string, Label>;
	  })
	| null
	| undefined;
