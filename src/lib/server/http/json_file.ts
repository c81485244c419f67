/** A document as a file to keep; it is personal, so no cache does. */
export function jsonFile(document: unknown, name: string): Response {
	return new Response(`${JSON.stringify(document, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}
