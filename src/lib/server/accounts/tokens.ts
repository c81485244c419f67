import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link in a mail: 256 bits, in 43 letters, digits, `-` and `_`. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** All that the database knows of a token, so that a leaked table opens no link. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The moment in so many hours. */
export const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
