import * as v from 'valibot';

/** Why a person is erased: a code, for words could name them. */
export const erasureReasons = ['own_wish', 'mistake', 'safety', 'court'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

export const erasureSchema = v.object({
	reason: v.picklist(erasureReasons, 'error.required'),
	/** The box that says that there is no way back. */
	is_sure: v.literal('on', 'erasure.not_sure')
});
