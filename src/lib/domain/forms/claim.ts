import * as v from 'valibot';
import { longText, webAddress } from '../documents/common.ts';
import { moneyOrIdentityIn } from '../text.ts';

/** Words for whoever decides: long enough to say who one is, and without numbers that nobody here may collect. */
export const evidence = v.pipe(
	longText(2000),
	v.check((text) => moneyOrIdentityIn(text) !== 'national_id', 'rule.national_id_in_text'),
	v.check((text) => moneyOrIdentityIn(text) !== 'iban', 'rule.iban_in_text')
);

/** What the form of a claim asks for. */
export const claimSchema = v.object({
	role: v.picklist(['manager', 'editor']),
	evidence,
	evidence_url: v.optional(webAddress)
});
