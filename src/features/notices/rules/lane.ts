import type { Target } from './states.ts';

/** Everything that is said to one channel, one person, or the staff of one cohort, in its order. */
export type LaneKey = { readonly targetKind: string; readonly target: string };

export function laneOf(to: Target): LaneKey {
  if ('person' in to) return { targetKind: 'person', target: to.person };
  if ('channel' in to) return { targetKind: 'channel', target: to.channel };
  return { targetKind: 'staff', target: to.staffOf };
}

/** The lane's name among processes. */
export const nameOfLane = ({ targetKind, target }: LaneKey): string => `${targetKind}:${target}`;

export function laneNamed(name: string): LaneKey {
  const [targetKind = ''] = name.split(':', 1);
  return { targetKind, target: name.slice(targetKind.length + 1) };
}
