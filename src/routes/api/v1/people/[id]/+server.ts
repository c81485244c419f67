import { reading } from '../../handlers.ts';

export const GET = reading('/people/{id}', 'person');
