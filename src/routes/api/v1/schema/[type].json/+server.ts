import { importSchema } from '#lib/server/exchange/api/import_schemas.ts';
import { endpoint } from '#lib/server/http/api.ts';
import { Problem } from '#lib/server/http/problem.ts';

const ONE_HOUR = 'public, max-age=3600';

export const GET = endpoint(ONE_HOUR, ({ params, url }) => {
	const schema = importSchema(params.type!, url.origin);
	if (!schema) throw new Problem('NotFound', { detail: { message: 'api.no_schema' } });
	return { body: schema };
});
