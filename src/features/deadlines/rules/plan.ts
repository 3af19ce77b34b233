import { addDays } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Kind } from './kinds.ts';
import { daysBetween, follows, isOver, within } from './shift.ts';
import { type DeadlineState, next } from './state.ts';

/** A deadline as it stands. `version` is 0 for one that is not written yet. */
export type Standing = {
  readonly id: string;
  readonly participationId: string;
  readonly kind: string;
  readonly state: DeadlineState;
  readonly date: string;
  readonly time: string;
  readonly version: number;
};

/** One date for a kind, for these places. */
export type Wish = {
  readonly kind: string;
  readonly date: string;
  readonly time: string;
  readonly participationIds: readonly string[];
};

export type Moment = { readonly date: string; readonly time: string };

/** What one move changes: `rule` when the date follows from another; `isCut` when it would lie after the last day. */
export type Step = {
  readonly participationId: string;
  readonly kind: string;
  readonly standing: Standing | null;
  /** Null when there was no date, or it had been taken away. */
  readonly from: Moment | null;
  readonly to: Moment;
  readonly origin: 'chosen' | 'rule';
  readonly isCut: boolean;
};

/** What stays as it is although it could have moved, and why. */
export type Kept = {
  readonly participationId: string;
  readonly kind: string;
  readonly why: 'done' | 'same' | 'removed' | 'past';
};

export type Plan = { readonly steps: readonly Step[]; readonly kept: readonly Kept[] };
export type PlanRefusal = 'unknown_kind' | 'in_past' | 'after_last_day' | 'unchanged';

/** The rules' world: kinds, what stands, the funder's last day, and the present moment. */
export type World = {
  readonly kinds: readonly Kind[];
  readonly standing: readonly Standing[];
  readonly lastDay: string | null;
  readonly now: Date;
};

const isSame = (a: Moment, b: Moment): boolean => a.date === b.date && a.time === b.time;
const momentOf = (standing: Standing | undefined): Moment | null =>
  standing?.state === 'open' ? { date: standing.date, time: standing.time } : null;

type Asked = Pick<Step, 'participationId' | 'kind' | 'origin' | 'isCut'> & { readonly to: Moment };

/** What becomes of one deadline that is asked to be at `to`. */
function placed({ now }: World, before: Standing | undefined, asked: Asked): Step | Kept {
  const { participationId, kind, to } = asked;
  const from = momentOf(before);
  const kept = (why: Kept['why']): Kept => ({ participationId, kind, why });
  if (!next(before?.state ?? 'none', 'put')) return kept('done');
  if (before?.state === 'cancelled' && asked.origin === 'rule') return kept('removed');
  if (from && isSame(from, to)) return kept('same');
  if (isOver(to, now)) return kept('past');
  return { ...asked, standing: before ?? null, from };
}

/**
 * Where a deadline goes when the one it follows has moved: one that stood where the rule puts it follows the rule
 * again (T4), one with a date of its own keeps its distance. Null: it stays.
 */
function followed(world: World, kind: Kind, step: Step, before: Standing | undefined): Asked | null {
  const { after } = kind;
  if (!after) return null;
  const ask = (wanted: string, time: string): Asked => {
    const date = within(wanted, kind, world.lastDay);
    const { participationId } = step;
    return { participationId, kind: kind.key, origin: 'rule', to: { date, time }, isCut: date !== wanted };
  };
  const byRule = follows(step.to.date, after);
  if (!before) return ask(byRule, step.to.time);
  if (!step.from) return null;
  const stoodByRule = before.date === within(follows(step.from.date, after), kind, world.lastDay);
  return ask(stoodByRule ? byRule : addDays(before.date, daysBetween(step.from.date, step.to.date)), before.time);
}

/** The steps of one place, each kind at most once, in the order in which they follow from each other. */
function forPlace(world: World, wish: Wish, participationId: string): readonly (Step | Kept)[] {
  const found = (kind: string) =>
    world.standing.find((one) => one.participationId === participationId && one.kind === kind);
  const to = { date: wish.date, time: wish.time };
  const asked: Asked = { participationId, kind: wish.kind, to, origin: 'chosen', isCut: false };
  const all: (Step | Kept)[] = [placed(world, found(wish.kind), asked)];
  for (let at = 0; at < all.length; at += 1) {
    const step = all[at];
    if (!step || !('to' in step)) continue;
    for (const kind of world.kinds.filter(({ after }) => after?.kind === step.kind)) {
      const before = found(kind.key);
      const wanted = followed(world, kind, step, before);
      if (wanted) all.push(placed(world, before, wanted));
    }
  }
  return all;
}

/**
 * What one date for these places means: the deadlines that are set or moved, those that follow them by rule (T4, T8),
 * and those that stay. Refuses a moment that is over, one after the funder's last day (CO-13), and a wish that changes nothing.
 */
export function planMove(world: World, wish: Wish): Outcome<Plan, PlanRefusal> {
  const kind = world.kinds.find((one) => one.key === wish.kind);
  if (!kind) return refuse('unknown_kind');
  if (isOver(wish, world.now)) return refuse('in_past');
  if (within(wish.date, kind, world.lastDay) !== wish.date) return refuse('after_last_day');
  const all = wish.participationIds.flatMap((id) => forPlace(world, wish, id));
  const steps = all.filter((one) => 'to' in one);
  if (steps.length === 0) return refuse('unchanged');
  return ok({ steps, kept: all.filter((one) => 'why' in one) });
}
