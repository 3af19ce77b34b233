import type { Stage } from './stage.ts';
import { at, days } from './story/days.ts';
import type { Event } from './story/events.ts';
import type { Story } from './story/index.ts';

export type Hooks = {
  readonly begins: (event: Event, index: number) => void;
  readonly ended: (event: Event, index: number) => Promise<void>;
};

const MIDNIGHT = at('2023-04-03T00:00');
const MORNING = at('2023-04-03T09:00') + 30_000;

/** The next half minute past nine in the morning, when most reminders are said. */
const nextMorning = (now: number): number => MORNING + days(Math.max(0, Math.floor((now - MORNING) / days(1)) + 1));

/**
 * Time goes by up to a moment, from one thing the bot does by itself to the next; and, where the bot may be too dead
 * to say when that is, from morning to morning.
 */
async function pass(stage: Stage, until: number): Promise<void> {
  const { clock } = stage.sandbox;
  while (clock.now() < until) {
    const now = clock.now();
    const upcoming = (await stage.upcoming()) ?? until;
    const morning = stage.atOnce === 1 ? until : nextMorning(now);
    await stage.goTo(Math.min(until, morning, Math.max(upcoming, now + 1)));
  }
}

/** What happens on one day, by who does it. */
type Day = { readonly at: number; readonly lanes: readonly (readonly Numbered[])[] };
type Numbered = { readonly event: Event; readonly index: number };

function daysOf(events: readonly Event[]): readonly Day[] {
  const byDay = Map.groupBy(
    events.map((event, index) => ({ event, index })),
    ({ event }) => Math.floor((event.at - MIDNIGHT) / days(1)),
  );
  return [...byDay.values()].map((all) => ({
    at: all[0]?.event.at ?? 0,
    lanes: [...Map.groupBy(all, ({ event }) => event.who).values()],
  }));
}

/** Runs the work of many, so many at once. */
async function together(work: readonly (() => Promise<void>)[], most: number): Promise<void> {
  const left = [...work];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: most }, one));
}

/**
 * Plays a story from its first event to its end, day by day: people of one day act side by side, each one thing after
 * another. What does not work is noted and the story goes on.
 */
export async function play(stage: Stage, { events, ends }: Story, hooks: Hooks): Promise<readonly string[]> {
  const failures: string[] = [];
  const happen = async ({ event, index }: Numbered): Promise<void> => {
    if (stage.atOnce === 1) await pass(stage, event.at);
    hooks.begins(event, index);
    try {
      await event.act(stage);
    } catch (error) {
      const { message, cause } = error as Error;
      failures.push(`${event.name}: ${message}${cause instanceof Error ? ` (${cause.message.slice(0, 300)})` : ''}`);
      stage.note(`gave up: ${failures.at(-1)}`);
    }
    await hooks.ended(event, index);
  };
  if (stage.atOnce === 1) {
    for (const [index, event] of events.entries()) await happen({ event, index });
  } else {
    for (const { at: morning, lanes } of daysOf(events)) {
      await pass(stage, morning);
      const work = lanes.map((lane) => async () => {
        for (const one of lane) await happen(one);
      });
      await together(work, stage.atOnce);
    }
  }
  await pass(stage, ends);
  return failures;
}
