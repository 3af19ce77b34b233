import { createHash } from 'node:crypto';

/** Letters and digits that nobody takes for others, on a wall or in the ear: no 0, O, 1, I, L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 5;

/** A code for a room, made of a fresh id: short to type, and not to be guessed in a few tries. */
export function codeFrom(id: string): string {
  const bytes = createHash('sha256').update(id).digest();
  return [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
