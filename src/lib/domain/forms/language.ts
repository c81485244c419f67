/** The field by which a form asks to be shown again in the language of the address, as it was typed. */
export const ONLY_LANGUAGE = 'only_language';
