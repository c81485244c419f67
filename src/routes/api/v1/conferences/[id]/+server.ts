import { reading } from '../../handlers.ts';

export const GET = reading('/conferences/{id}', 'conference');
