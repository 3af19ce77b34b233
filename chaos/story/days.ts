const MINUTE = 60_000;

/** A moment of Warsaw's summer time, in which the whole story lies: `2023-05-07T23:40`. Milliseconds since 1970. */
export const at = (civil: string): number => Date.parse(`${civil}:00.000+02:00`);

/** Monday, the day before the call opens. */
export const START = at('2023-04-03T09:30');
export const CLOSING = at('2023-05-07T23:59') + MINUTE;

export const minutes = (n: number): number => n * MINUTE;
export const days = (n: number): number => n * 1_440 * MINUTE;
