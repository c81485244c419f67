import { HtmlValidate, Parser, StaticConfigLoader, type HtmlElement } from 'html-validate';

const validator = new HtmlValidate(
	new StaticConfigLoader({
		extends: ['html-validate:recommended'],
		rules: {
			// Formatting of the source, which is made by a program.
			'attribute-boolean-style': 'off',
			'attribute-empty-style': 'off',
			'doctype-style': 'off',
			'no-inline-style': 'off',
			'no-trailing-whitespace': 'off',
			'void-style': 'off',
			// Names of records are as long as they are.
			'long-title': 'off',
			// What HTML takes for granted: a button sends its form, an input is for text, an id may hold dots.
			'no-implicit-button-type': 'off',
			'no-implicit-input-type': 'off',
			'valid-id': ['error', { relaxed: true }]
		}
	})
);

export type HtmlPage = { html: string; root: HtmlElement };

/** The document of a page, to ask with CSS selectors. */
export async function parsePage(html: string): Promise<HtmlPage> {
	const config = await validator.getConfigFor('page.html');
	return { html, root: new Parser(config).parseHtml(html) };
}

/** What breaks the rules of HTML, one line each. */
export async function findInvalid(html: string): Promise<string[]> {
	const { results } = await validator.validateString(html, 'page.html');
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)
	);
}

/** What a reader sees of an element, in one line. */
export function textOf(element: HtmlElement | null | undefined): string {
	return decode(element?.textContent ?? '')
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();
}

/** What the whole page says, without scripts, styles and the texts of attributes. */
export function wordsOf(html: string): string {
	const body = html.replace(/<(script|style)\b[^]*?<\/\1>/g, ' ').replace(/<!--[^]*?-->/g, '');
	return decode(body.replace(/<[^>]+>/g, ' '));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]!);
