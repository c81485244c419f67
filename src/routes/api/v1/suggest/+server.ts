import { db } from '#lib/server/db/pool.ts';
import { answerSuggest } from '#lib/server/exchange/api/answers.ts';
import { endpoint } from '#lib/server/http/api.ts';
import { readerOf, valuesOf } from '../handlers.ts';

/** The same beginnings are typed again and again. */
const ONE_MINUTE = 'public, max-age=60';

export const GET = endpoint(ONE_MINUTE, async (event) => ({
	body: await answerSuggest(db(), valuesOf(event, '/suggest'), readerOf(event))
}));
