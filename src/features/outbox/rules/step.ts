/** A step of a reminder rule taken apart; `opening:0h` is at once. */
export type Step =
  | { readonly when: 'before' | 'after' | 'opening'; readonly count: number; readonly unit: 'd' | 'wd' | 'h' }
  | { readonly when: 'day' | 'snooze' | 'other' };

/** Reads the name of a step as the planner writes it: `before:7d`, `before:2wd:expert`, `day`, `snooze:…`. */
export function stepNamed(name: string): Step {
  const found = /^(before|after|opening):(\d+)(d|wd|h)(?::|$)/.exec(name);
  if (found) {
    const [, when, count, unit] = found;
    return { when: when as 'before', count: Number(count), unit: unit as 'd' };
  }
  if (name === 'day' || name.startsWith('day:')) return { when: 'day' };
  return { when: name.startsWith('snooze') ? 'snooze' : 'other' };
}
