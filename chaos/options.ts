import { parseArgs } from 'node:util';

export type Options = {
  readonly seed: number;
  /** How often a bot is killed with -9. */
  readonly kills: number;
  /** How many bot processes share the database. */
  readonly processes: number;
  readonly organisations: number;
  readonly months: number;
  /** Leaves the folder with the bots' logs where it is. */
  readonly keep: boolean;
};

const NUMBERS = { kills: [0, 2_000], processes: [1, 4], organisations: [1, 60], months: [1, 6] } as const;

/** @throws with what is wrong, in words. */
function whole(name: keyof typeof NUMBERS, text: string): number {
  const [least, most] = NUMBERS[name];
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} must be a whole number from ${least} to ${most}, not "${text}"`);
  return value;
}

/** Reads `--seed 7 --kills 200 --processes 1 --organisations 30 --months 4 --keep`. @throws for anything else. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string' },
      kills: { type: 'string', default: '200' },
      processes: { type: 'string', default: '1' },
      organisations: { type: 'string', default: '30' },
      months: { type: 'string', default: '4' },
      keep: { type: 'boolean', default: false },
    },
  });
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number, not "${values.seed}"`);
  return {
    seed,
    kills: whole('kills', values.kills),
    processes: whole('processes', values.processes),
    organisations: whole('organisations', values.organisations),
    months: whole('months', values.months),
    keep: values.keep,
  };
}
