import * as v from 'valibot';
import { localText, longText, retirementReasons } from '../documents/common.ts';

const shown = {
	/** The version of the record that the registrar saw. */
	base_version: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
	submission_key: v.pipe(v.string(), v.uuid())
};

/** Takes a record out of sight; what is no reason of the list is said in words. */
export const retirementSchema = v.pipe(
	v.object({
		...shown,
		reason: v.picklist(retirementReasons, 'error.required'),
		note: v.optional(localText(500))
	}),
	v.forward(
		v.check(({ reason, note }) => reason !== 'other' || note !== undefined, 'retirement.note_missing'),
		['note']
	)
);

/** Brings it back. */
export const returnSchema = v.object({ ...shown, why: longText(1000) });
