import { isLatin } from './letters.ts';

/** Choices that writers of Latin names make freely, and the one that stands for all. */
const plainings: [RegExp, string][] = [
	[/^(?:3|2)/, ''],
	[/ph/g, 'f'],
	[/ou|oo|o/g, 'u'],
	[/ee|ie|ei|e|y/g, 'i'],
	[/ck|q|c(?!h)/g, 'k'],
	[/(.)\1+/g, '$1'],
	[/(?<=.)h$/, '']
];

/** A Latin word without the choices that its writers make freely: Mousa, Moosa and Musa are one; undefined for other scripts. */
export function plainSpelling(token: string): string | undefined {
	if (!isLatin(token)) return undefined;
	return plainings.reduce((word, [pattern, plain]) => word.replace(pattern, plain), token);
}
