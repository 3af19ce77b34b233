import type { Stage } from './stage.ts';
import { at, days } from './story/days.ts';
import type { Event } from './story/events.ts';
import type { Story } from './story/index.ts';

export type Hooks = {
  readonly begins: (event: Event, index: number) => void;
  readonly ended: (event: Event, index: number) => Promise<void>;
};

const MORNING = at('2023-04-03T09:00') + 30_000;

/** The next half minute past nine in the morning, when most reminders are said. */
const nextMorning = (now: number): number => MORNING + days(Math.max(0, Math.floor((now - MORNING) / days(1)) + 1));

/** Time goes by up to a moment, from one thing the bot does by itself to the next, and each morning. */
async function pass(stage: Stage, until: number): Promise<void> {
  const { clock } = stage.sandbox;
  while (clock.now() < until) {
    const upcoming = await stage.upcoming();
    const next = Math.min(until, nextMorning(clock.now()), upcoming ? Math.max(upcoming, clock.now() + 1) : until);
    await stage.goTo(next);
  }
}

/** Plays a story from its first event to its end. What does not work is noted and the story goes on. */
export async function play(stage: Stage, { events, ends }: Story, hooks: Hooks): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const [index, event] of events.entries()) {
    await pass(stage, event.at);
    hooks.begins(event, index);
    try {
      await event.act(stage);
    } catch (error) {
      const { message, cause } = error as Error;
      failures.push(`${event.name}: ${message}${cause instanceof Error ? ` (${cause.message.slice(0, 300)})` : ''}`);
      stage.note(`could not: ${failures.at(-1)}`);
    }
    await hooks.ended(event, index);
  }
  await pass(stage, ends);
  return failures;
}
