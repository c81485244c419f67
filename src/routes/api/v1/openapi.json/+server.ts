import { openApi } from '#lib/server/exchange/api/openapi.ts';
import { endpoint } from '#lib/server/http/api.ts';

const ONE_HOUR = 'public, max-age=3600';

export const GET = endpoint(ONE_HOUR, () => ({ body: openApi }));
