import { addDays, civilOf } from '../../src/core/calendar/index.ts';
import { handOver, leaveDue, stopHandOver } from '../../src/features/assignments/operations/index.ts';
import { HAND_OVER_REASONS, MOMENTS } from '../../src/features/assignments/rules/index.ts';
import { close, raise } from '../../src/features/concerns/operations/index.ts';
import type { Choice, Company } from './acts.ts';

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

/** Everything that people do about a hand-over, each by the operation behind its button. */
export const HAND_OVER_ACTS: Readonly<Record<string, (company: Company, choice: Choice) => Promise<unknown>>> = {
  handOver: async ({ test, staff, experts }, { who, what, days }) => {
    const { deps, clock } = test;
    const lead = pick(await deps.db.assignment.findMany({ where: { state: 'active' }, orderBy: { id: 'asc' } }), what);
    if (!lead) return null;
    const moment = MOMENTS[days % MOMENTS.length] ?? 'accepted';
    return handOver(deps, staff, clock.now(), {
      ...{ participationId: lead.participationId, assignmentId: lead.id, moment },
      expertId: who % 4 === 0 ? null : (pick(experts, who)?.personId ?? null),
      reason: HAND_OVER_REASONS[who % HAND_OVER_REASONS.length] ?? 'other',
      lastOn: moment === 'day' ? addDays(civilOf(clock.now()).date, days % 3) : null,
      note: 'Umówiona wizyta, reszta w kanale.',
    });
  },
  stop: async ({ test, staff }, { what }) => {
    const { deps, clock } = test;
    const open = await deps.db.handOver.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } });
    const found = pick(open, what);
    return found && stopHandOver(deps, staff, clock.now(), found.id);
  },
  leave: async ({ test: { deps, clock } }) => leaveDue(deps, clock.now()),
  alarm: async ({ test, experts }, { who, what }) => {
    const { deps, clock } = test;
    const lead = pick(await deps.db.assignment.findMany({ where: { state: 'active' }, orderBy: { id: 'asc' } }), what);
    const expert = experts[who % experts.length];
    if (!lead || !expert) return null;
    const { participationId } = lead;
    const concern = {
      requestId: deps.ids.next(),
      participationId,
      topic: 'risk',
      text: 'Nikt się nie odzywa.',
    } as const;
    return raise(deps, expert, clock.now(), concern, null);
  },
  close: async ({ test, staff }, { what }) => {
    const { deps, clock } = test;
    const found = pick(await deps.db.helpRequest.findMany({ where: { closedAt: null }, orderBy: { id: 'asc' } }), what);
    return found && close(deps, staff, clock.now(), { requestId: found.id, note: 'Zadzwoniliśmy.' });
  },
};
