import { listing } from '../handlers.ts';

export const GET = listing('/search');
