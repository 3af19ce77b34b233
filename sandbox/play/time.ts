import type { Stage } from './stage.ts';

/** A moment of Warsaw's summer time, in which the whole story lies. Milliseconds since 1970. */
export const summer = (civil: string): number => Date.parse(`${civil}:00.000+02:00`);

/** Thursday, some days before the call opens. */
export const BEGINS = summer('2023-03-30T10:00');

/** Time goes on up to a moment, from one thing that the bot does by itself to the next. */
export const pass = async ({ sandbox, upcoming, catchUp }: Stage, until: number): Promise<void> => {
  const { clock } = sandbox;
  while (clock.now() < until) {
    const now = clock.now();
    const next = (await upcoming()) ?? until;
    clock.advance(Math.min(until, Math.max(next, now + 1)) - now);
    await catchUp();
    await sandbox.settled();
  }
};
