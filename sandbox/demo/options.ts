import { parseArgs } from 'node:util';
import type { Language } from '../play/words.ts';

/** A story that plays by itself; faster than usual by so many times. */
export type PlayOptions = { readonly language: Language; readonly speed: number };

export type Options = {
  /** Whether the page is opened in the person's browser. */
  readonly open: boolean;
  readonly play: PlayOptions | null;
};

const MOST_SPEED = 1_000;

/** Reads `--no-open`, `--play`, `--language en` and `--speed 2`. @throws with what is wrong, in words. */
export const readOptions = (words: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      'no-open': { type: 'boolean', default: false },
      play: { type: 'boolean', default: false },
      language: { type: 'string' },
      speed: { type: 'string' },
    },
  });
  const { play, language = 'pl', speed = '1' } = values;
  if (!play && (values.language !== undefined || values.speed !== undefined))
    throw new Error('--language and --speed go with --play.');
  if (language !== 'pl' && language !== 'en') throw new Error(`--language must be pl or en, not "${language}".`);
  const times = Number(speed);
  if (!(times > 0 && times <= MOST_SPEED))
    throw new Error(`--speed must be a number above 0, ${MOST_SPEED} at most, not "${speed}".`);
  return { open: !values['no-open'], play: play ? { language, speed: times } : null };
};
