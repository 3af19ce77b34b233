import { ASCII_FOR } from './slug-letters.ts';

/** Slack's limit for channel names. */
const CHANNEL_NAME_MAX = 80;

/**
 * A Slack channel name: lower-case a–z, 0–9 and single hyphens, at most `max` characters.
 * Polish and other European letters are transliterated (ł to l), the rest dropped; never empty (`fallback`).
 */
export function slug(name: string, max = CHANNEL_NAME_MAX, fallback = 'kanal'): string {
  return cutAt(asciiWords(name), max) || cutAt(asciiWords(fallback), max) || 'x';
}

/** The next name to try after Slack said `name_taken`: `slug-2`, still within `max`. */
export function withSuffix(base: string, n: number, max = CHANNEL_NAME_MAX): string {
  const suffix = `-${n}`;
  return `${cutAt(base, max - suffix.length)}${suffix}`;
}

function asciiWords(name: string): string {
  const letters = [...name.normalize('NFC').toLowerCase()].map((letter) => ASCII_FOR[letter] ?? letter).join('');
  return letters
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function cutAt(text: string, max: number): string {
  return text.slice(0, Math.max(0, max)).replace(/-+$/, '');
}
