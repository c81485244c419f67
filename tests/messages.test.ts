import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import arabic from '../messages/ar.json' with { type: 'json' };
import english from '../messages/en.json' with { type: 'json' };

type Message = ReturnType<IntlMessageFormat['getAst']>;
type Element = Message[number];

const messages: Record<'ar' | 'en', Record<string, string>> = { ar: arabic, en: english };
const keys = Object.keys(arabic);

const parse = (lang: 'ar' | 'en', key: string) =>
	new IntlMessageFormat(messages[lang][key] ?? '', lang).getAst();

test('both languages have the same messages', () => {
	expect(Object.keys(english).sort()).toEqual([...keys].sort());
});

test('no message is empty', () => {
	const empty = [...Object.entries(arabic), ...Object.entries(english)].filter(
		([, text]) => text.trim() === ''
	);
	expect(empty).toEqual([]);
});

test.each(keys)('%s takes the same arguments in both languages', (key) => {
	expect(argumentsOf(parse('en', key))).toEqual(argumentsOf(parse('ar', key)));
});

test('every Arabic plural has all six forms', () => {
	const categories = new Intl.PluralRules('ar').resolvedOptions().pluralCategories;
	expect(categories).toHaveLength(6);
	for (const key of keys) {
		for (const plural of pluralsIn(parse('ar', key))) {
			expect(Object.keys(plural.options).sort(), key).toEqual([...categories].sort());
		}
	}
});

test('every English plural has both forms', () => {
	for (const key of keys) {
		for (const plural of pluralsIn(parse('en', key))) {
			expect(Object.keys(plural.options).sort(), key).toEqual(['one', 'other']);
		}
	}
});

test('Arabic messages are written with Latin digits', () => {
	expect(Object.entries(arabic).filter(([, text]) => /[٠-٩۰-۹]/.test(text))).toEqual([]);
});

const elementsIn = (message: Message): Element[] =>
	message.flatMap((element) => [
		element,
		...('options' in element ? Object.values(element.options).flatMap(({ value }) => elementsIn(value)) : []),
		...('children' in element ? elementsIn(element.children) : [])
	]);

/** Type numbers of the parser: 0 is plain text, 7 the `#` of a plural. */
const argumentsOf = (message: Message): string[] => {
	const named = elementsIn(message).filter(({ type }) => type !== 0 && type !== 7);
	return [...new Set(named.map((element) => ('value' in element ? String(element.value) : '')))].sort();
};

const isPlural = (element: Element) => 'pluralType' in element;
const pluralsIn = (message: Message) =>
	elementsIn(message)
		.filter(isPlural)
		.map((element) => element as Extract<Element, { options: object }>);
