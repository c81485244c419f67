import { reading } from '../../handlers.ts';

export const GET = reading('/organizations/{id}', 'organization');
