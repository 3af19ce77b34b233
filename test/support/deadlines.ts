import type { Actor } from '../../src/core/actor.ts';
import { assignments } from '../../src/features/assignments/index.ts';
import type { Scope, Target } from '../../src/features/deadlines/ids.ts';
import { deadlines } from '../../src/features/deadlines/index.ts';
import {
  askForTime,
  changeClosing,
  changeStates,
  moveDeadlines,
  previewMove,
  refuseWish,
} from '../../src/features/deadlines/operations/index.ts';
import { experts } from '../../src/features/experts/index.ts';
import { home } from '../../src/features/home/index.ts';
import { notices } from '../../src/features/notices/index.ts';
import { obligations } from '../../src/features/obligations/index.ts';
import { participations } from '../../src/features/participations/index.ts';
import { programmes } from '../../src/features/programmes/index.ts';
import { undo } from '../../src/features/undo/index.ts';
import type { TestDeps } from './deps.ts';

/** What the tests of deadlines run: whatever says, shows and settles. */
export const DEADLINE_FEATURES = [
  programmes,
  notices,
  obligations,
  undo,
  participations,
  deadlines,
  experts,
  assignments,
  home,
];

/** No date yet, or the one given. */
export const line = (kind: string, date: string | null = null, state: 'open' | 'done' = 'open'): Target['group'] => ({
  kind,
  state: date === null ? 'none' : state,
  date,
  time: date === null ? null : '23:59',
});

type Wish = {
  readonly cohortId: string;
  readonly kind: string;
  readonly date: string;
  readonly time?: string;
  readonly scope?: Scope;
  readonly participationId?: string | null;
  readonly reason?: string | null;
  readonly moveId?: string;
};

/** What a move needs of a test, or of a running app. */
type Mover = Pick<TestDeps, 'deps' | 'clock'>;

const wishOf = ({ deps }: Mover, wish: Wish) => ({
  target: { cohortId: wish.cohortId, participationId: wish.participationId ?? null, group: line(wish.kind) },
  ...{ scope: wish.scope ?? { of: 'all' as const }, date: wish.date, time: wish.time ?? '23:59' },
  ...{ reason: wish.reason === undefined ? 'Zmiana planów' : wish.reason, moveId: wish.moveId ?? deps.ids.next() },
});

/** Looks at what a move would do, and confirms it, as staff do. */
export async function put(test: Mover, actor: Actor, wish: Wish) {
  const asked = wishOf(test, wish);
  const preview = await previewMove(test.deps, actor, test.clock.now(), asked);
  if (!preview.ok) return preview;
  return moveDeadlines(test.deps, actor, test.clock.now(), { ...asked, seen: preview.value.seen });
}

type StateWish = Omit<Wish, 'date' | 'time'> & { readonly act: 'finish' | 'reopen' | 'remove' };

export const change = (test: TestDeps, actor: Actor, wish: StateWish) =>
  changeStates(test.deps, actor, test.clock.now(), {
    ...wishOf(test, { ...wish, date: '2023-01-01' }),
    act: wish.act,
  });

/** The dates of a place as `kind date state`. */
export async function datesOf({ deps }: TestDeps, participationId: string): Promise<readonly string[]> {
  const rows = await deps.db.deadline.findMany({ where: { participationId } });
  return rows.map(({ kind, dueOn, state }) => `${kind} ${dueOn} ${state}`).sort();
}

type Dated = {
  readonly staff: Actor;
  readonly representative: Actor;
  readonly reason: string;
  readonly places: readonly { readonly id: string }[];
  readonly cohortId: string;
  /** A cohort whose call is not resolved. */
  readonly openCohort: string;
};

/** Every organisation gets dates; more time is asked for twice, and refused once; a call closes later. The notices of it. */
export async function makeDates(test: TestDeps, dated: Dated): Promise<Readonly<Record<string, unknown>>> {
  const { deps } = test;
  const { staff, representative, reason, places, cohortId, openCohort } = dated;
  const [moveId, closingId] = [deps.ids.next(), deps.ids.next()];
  const now = deps.clock.now();
  for (const kind of ['plan', 'action', 'voucher'])
    await put(test, staff, { cohortId, kind, date: '2023-07-03', reason, ...(kind === 'action' ? { moveId } : {}) });
  const ask = async (participationId: string): Promise<string> => {
    const requestId = deps.ids.next();
    const where = { participationId_kind: { participationId, kind: 'action' } };
    const { id: deadlineId } = await deps.db.deadline.findUniqueOrThrow({ where });
    const outcome = await askForTime(
      deps,
      representative,
      now,
      { requestId, deadlineId, reason, proposedOn: '2023-07-10' },
      null,
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    return requestId;
  };
  const [first = { id: '' }, second = { id: '' }] = places;
  const [asked, refused] = [await ask(first.id), await ask(second.id)];
  await refuseWish(deps, staff, now, { id: refused, reason });
  const { id: callId, version } = await deps.db.call.findFirstOrThrow({ where: { cohortId: openCohort } });
  const closing = { callId, moveId: closingId, date: '2023-06-04', time: '23:59', reason, version };
  const moved = await changeClosing(deps, staff, now, closing);
  if (!moved.ok) throw new Error(moved.reason);
  return {
    'deadlines.moved': { moveId, participationId: first.id },
    'deadlines.asked': { requestId: asked },
    'deadlines.answered': { requestId: refused },
    'deadlines.closing': { callId, moveId: closingId, personId: representative.personId },
  };
}
