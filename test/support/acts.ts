import type { Actor } from '../../src/core/actor.ts';
import { addDays, civilOf } from '../../src/core/calendar/index.ts';
import { withdraw } from '../../src/features/applications/operations/change.ts';
import { prepareDecision } from '../../src/features/applications/operations/decide.ts';
import { checkFormally } from '../../src/features/applications/operations/formal.ts';
import { releaseResults } from '../../src/features/applications/operations/release.ts';
import { standingResults } from '../../src/features/applications/queries/results.ts';
import {
  acceptProposal,
  declineProposal,
  proposeExpert,
  withdrawProposal,
} from '../../src/features/assignments/operations/index.ts';
import {
  approveWish,
  askForTime,
  refuseWish,
  reportDone,
  withdrawWish,
} from '../../src/features/deadlines/operations/index.ts';
import { snooze } from '../../src/features/obligations/operations/snooze.ts';
import { callById } from '../../src/features/programmes/public.ts';
import { marked } from './applications.ts';
import { change, put } from './deadlines.ts';
import type { TestDeps } from './deps.ts';
import { answersFor, completeDraft, OTHER_NUMBERS, reload, send } from './intake.ts';

/** A cohort at work, and everybody who does something in it. */
export type Company = {
  readonly test: TestDeps;
  readonly cohortId: string;
  readonly callId: string;
  readonly staff: Actor;
  readonly experts: readonly Actor[];
  readonly applicants: readonly Actor[];
  /** By organisation. */
  readonly representatives: ReadonlyMap<string, Actor>;
};

/** Which person, which thing, which day: numbers that stand for a choice among what is there. */
export type Choice = { readonly who: number; readonly what: number; readonly days: number };
type Doing = (company: Company, choice: Choice) => Promise<unknown>;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
const dayIn = ({ test }: Company, days: number): string => addDays(civilOf(test.clock.now()).date, days);

const assignment = async ({ test }: Company, state: string, n: number) =>
  pick(await test.deps.db.assignment.findMany({ where: { state }, orderBy: { id: 'asc' } }), n);

const place = async ({ test, cohortId }: Company, n: number) =>
  pick(await test.deps.db.participation.findMany({ where: { cohortId }, orderBy: { id: 'asc' } }), n);

const OWNED = { participation: { include: { assignments: { where: { state: 'active' } } } } } as const;

const deadline = async ({ test }: Company, state: string, n: number) =>
  pick(
    await test.deps.db.deadline.findMany({
      where: { state },
      include: OWNED,
      orderBy: { id: 'asc' },
    }),
    n,
  );

type Found = NonNullable<Awaited<ReturnType<typeof deadline>>>;

/** Whoever the matter falls to: the organisation's person, its expert, or staff. */
function ownerOf({ representatives, experts, staff }: Company, { kind, participation }: Found): Actor {
  const expert = experts.find(({ personId }) => personId === participation.assignments[0]?.expertId);
  if (kind === 'first_visit' || kind === 'opinion') return expert ?? staff;
  return representatives.get(participation.organisationId) ?? staff;
}

const wish = async ({ test }: Company, n: number) =>
  pick(await test.deps.db.timeRequest.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } }), n);

const application = async ({ test, callId }: Company, n: number) =>
  pick(await test.deps.db.application.findMany({ where: { callId }, orderBy: { id: 'asc' } }), n);

const KINDS = ['confirm', 'first_visit', 'plan', 'action', 'voucher'];

const target = async (company: Company, { what }: Choice) => {
  const found = await application(company, what);
  return found && { id: found.id, version: found.version };
};

/** A matter whose reminder is written and not sent yet is done, put off, or more time is asked for, just before. */
export async function overtake(company: Company, { who, what, days }: Choice): Promise<unknown> {
  const { deps, clock } = company.test;
  const waiting = await deps.db.notice.findMany({ where: { kind: 'obligations.reminder', state: 'pending' } });
  const ids = waiting.map(({ params }) => (params as { messageId: string }).messageId);
  const where = { messageId: { in: ids }, obligation: { closedAt: null } };
  const all = await deps.db.reminder.findMany({ where, include: { obligation: true }, orderBy: { id: 'asc' } });
  const found = pick(all, what);
  const { deadlineId } = (found?.obligation.params ?? {}) as { deadlineId?: string };
  if (!found) return null;
  if (!deadlineId || who % 3 === 0) {
    return snooze(deps, company.staff, clock.now(), { messageId: found.messageId, days: 1 });
  }
  const open = await deps.db.deadline.findUniqueOrThrow({ where: { id: deadlineId }, include: OWNED });
  if (who % 3 === 1) return reportDone(deps, company.staff, clock.now(), deadlineId, null);
  const proposedOn = addDays(dayIn(company, 1 + days), 14);
  const asked = { requestId: deps.ids.next(), deadlineId, reason: 'urlop', proposedOn };
  return askForTime(deps, ownerOf(company, open), clock.now(), asked, null);
}

/** Everything that people of a cohort do, each by the operation behind its button; refusals are as good as effects. */
export const ACTS: Readonly<Record<string, Doing>> = {
  propose: async (company, { who, what }) => {
    const [found, expert] = [await place(company, what), pick(company.experts, who)];
    if (!found || !expert) return null;
    const proposal = { participationId: found.id, expertId: expert.personId, overrideReason: 'zna to miejsce' };
    return proposeExpert(company.test.deps, company.staff, company.test.clock.now(), proposal);
  },
  accept: async (company, { what }) => {
    const found = await assignment(company, 'proposed', what);
    const expert = company.experts.find(({ personId }) => personId === found?.expertId);
    return found && expert && acceptProposal(company.test.deps, expert, company.test.clock.now(), found.id);
  },
  decline: async (company, { what }) => {
    const found = await assignment(company, 'proposed', what);
    const expert = company.experts.find(({ personId }) => personId === found?.expertId);
    const given = { assignmentId: found?.id ?? '', category: 'time', note: null, tie: null } as const;
    return found && expert && declineProposal(company.test.deps, expert, company.test.clock.now(), given as never);
  },
  takeBack: async (company, { what }) => {
    const found = await assignment(company, 'proposed', what);
    return found && withdrawProposal(company.test.deps, company.staff, company.test.clock.now(), found.id);
  },
  set: async (company, { who, what, days }) => {
    const found = what % 2 === 0 ? await place(company, what) : null;
    const wanted = { kind: KINDS[who % KINDS.length] ?? '', date: dayIn(company, days), participationId: found?.id };
    const { cohortId } = company;
    return put(company.test, company.staff, { ...wanted, cohortId, participationId: found?.id ?? null });
  },
  done: async (company, { what }) => {
    const found = await deadline(company, 'open', what);
    const { deps, clock } = company.test;
    return found && reportDone(deps, ownerOf(company, found), clock.now(), found.id, null);
  },
  reopen: async (company, { what }) => {
    const found = await deadline(company, what % 2 === 0 ? 'done' : 'open', what);
    const { cohortId, staff, test } = company;
    const act = found?.state === 'done' ? 'reopen' : 'remove';
    return found && change(test, staff, { cohortId, kind: found.kind, participationId: found.participationId, act });
  },
  ask: async (company, { what, days }) => {
    const found = await deadline(company, 'open', what);
    if (!found) return null;
    const { deps, clock } = company.test;
    const proposedOn = addDays(found.dueOn, 1 + days);
    const asked = { requestId: deps.ids.next(), deadlineId: found.id, reason: 'urlop', proposedOn };
    return askForTime(deps, ownerOf(company, found), clock.now(), asked, null);
  },
  answer: async (company, { who, what }) => {
    const found = await wish(company, what);
    if (!found) return null;
    const { deps, clock } = company.test;
    if (who % 3 === 0) return refuseWish(deps, company.staff, clock.now(), { id: found.id, reason: 'nie tym razem' });
    if (who % 3 === 1) return approveWish(deps, company.staff, clock.now(), found.id);
    const people = [...company.experts, ...company.representatives.values()];
    const asker = people.find(({ personId }) => personId === found.personId);
    return asker && withdrawWish(deps, asker, clock.now(), found.id, null);
  },
  snooze: async (company, { who, what }) => {
    const { deps, clock } = company.test;
    const found = pick(await deps.db.reminder.findMany({ orderBy: { id: 'asc' } }), what);
    const personId = found?.recipient.split(':')[1];
    const people = [...company.experts, ...company.applicants];
    const whoever = people.find((one) => one.personId === personId) ?? company.staff;
    return found && snooze(deps, whoever, clock.now(), { messageId: found.messageId, days: who % 2 ? 1 : 3 });
  },
  draft: async (company, { who }) => {
    const { test, callId, applicants } = company;
    const n = who % applicants.length;
    const call = await callById(test.deps.db, callId);
    const first = { organisation_name: 'Pierwsza Zgłoszona' };
    const answers = answersFor(n === 0 ? first : { ...OTHER_NUMBERS, organisation_name: 'Druga Zgłoszona' });
    const person = pick(applicants, n);
    return call && person && completeDraft(test, person, callId, answers).catch(() => null);
  },
  send: async (company, { what }) => {
    const found = await application(company, what);
    const editor = company.applicants.find(({ personId }) => personId === found?.editorId);
    return found && editor && send(company.test, editor, await reload(company.test, found.id));
  },
  withdraw: async (company, { what }) => {
    const found = await application(company, what);
    const editor = company.applicants.find(({ personId }) => personId === found?.editorId);
    const { deps, clock } = company.test;
    return found && editor && withdraw(deps, editor, clock.now(), { id: found.id, reason: null });
  },
  check: async (company, choice) => {
    const found = await target(company, choice);
    const { deps, clock } = company.test;
    return found && checkFormally(deps, company.staff, clock.now(), { ...found, items: marked('yes') });
  },
  decide: async (company, choice) => {
    const found = await target(company, choice);
    const { deps, clock } = company.test;
    const wanted = {
      decision: choice.who % 4 === 0 ? 'refused' : 'admitted',
      position: null,
      reason: 'bo tak',
    } as const;
    return found && prepareDecision(deps, company.staff, clock.now(), { ...found, wish: wanted });
  },
  release: async ({ test: { deps, clock }, callId, staff }) => {
    const { seen } = await deps.db.$transaction((tx) => standingResults(tx as never, callId));
    return releaseResults(deps, staff, clock.now(), { callId, seen, publish: false });
  },
};
