import { loadVersion } from '../../../../record_history.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadVersion('person', event);
