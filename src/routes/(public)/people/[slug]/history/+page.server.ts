import { loadHistory } from '../../../record_history.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadHistory('person', event);
