const arabicArticle = /^(?:وال|بال|كال|فال|ال|لل)(?=.{3,})/u;

/** al, el, ul, il, and the sun letters that the l turns into: ar-r, es-s, esh-sh, … */
const latinArticle = /^[aeiu](?:l(?=.{3,})|(sh|th|dh|ch|[dlnrstz])(?=\1.{2,}))/u;

/** A folded word and, where it begins with an article, the same word without: both are searched for. */
export function articleForms(token: string): string[] {
	const bare = token.replace(arabicArticle, '').replace(latinArticle, '');
	return bare === token ? [token] : [token, bare];
}

/** Particles that stand alone in front of a name and carry nothing to find it by. */
export const isArticle = (token: string): boolean =>
	/^(?:ال|[ae]l|[aei](?:d|dh|n|r|s|sh|t|th|z)|ul|il)$/u.test(token);

/** عبد, or abd with its vowels and the article, whose l may have turned into the next letter. */
const servant = /^(?:عبد|[23]?abd[aeiou]{0,2}(?:l|([dnrstz])(?=\1))?)(.{3,})$/u;

/** The two words of a glued name such as عبدالرحمن, abdurrahman or abdelaziz: عبد or abd, and the other without its article. */
export function splitServant(token: string): [string, string] | undefined {
	const rest = servant.exec(token)?.[2];
	if (rest === undefined) return undefined;
	if (token.startsWith('عبد')) return ['عبد', articleForms(rest).at(-1)!];
	return ['abd', rest === 'lah' ? 'allah' : rest];
}
