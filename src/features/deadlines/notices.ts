import { z } from 'zod';
import type { ClosingRule } from '../../core/calendar/index.ts';
import type { Locale } from '../../core/locale.ts';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { callById } from '../programmes/public.ts';
import { NOTICES } from './ids.ts';
import { kindsOf } from './operations/index.ts';
import {
  changesAt,
  closingStep,
  deadlinesOfPlaces,
  draftMatters,
  placeById,
  requestById,
  standingOf,
} from './queries/index.ts';
import { changeBetween, planMove, requestStateOf, stateOf } from './rules/index.ts';
import { answeredMessage, askedMessage, closingMessage, movedMessage } from './views/index.ts';

const labelOf = (cohort: { readonly definition: unknown }, kind: string, locale: Locale): string =>
  kindsOf(cohort).find(({ key }) => key === kind)?.label[locale] ?? kind;

/** What a move has changed for an organisation: always as it stands now, so that an old message shows no old date (N8). */
export const movedNotice = defineNotice(
  NOTICES.moved,
  z.object({ moveId: z.uuid(), participationId: z.uuid() }),
  async (deps, { moveId, participationId }, locale) => {
    const place = await placeById(deps.db, participationId);
    const changes = await changesAt(deps.db, moveId, participationId);
    if (!place || changes.length === 0) return null;
    const order = kindsOf(place.cohort).map(({ key }) => key);
    const sorted = changes.toSorted((a, b) => order.indexOf(a.deadline.kind) - order.indexOf(b.deadline.kind));
    const request = await deps.db.timeRequest.findUnique({ where: { id: moveId }, select: { id: true } });
    const lines = sorted.map(({ deadline }) => ({
      label: labelOf(place.cohort, deadline.kind, locale),
      state: stateOf(deadline.state),
      due: { date: deadline.dueOn, time: deadline.dueTime },
    }));
    const isNew = changes.every(({ change }) => change.act === 'set');
    const reason = changes[0]?.change.reason ?? null;
    return movedMessage({ participationId, isNew, isOnRequest: request !== null, lines, reason }, locale);
  },
);

/** What would move with a wish that waits. */
async function following(deps: Deps, request: NonNullable<Awaited<ReturnType<typeof requestById>>>, locale: Locale) {
  const { deadline, proposedOn } = request;
  const { participationId, kind, dueTime: time, participation } = deadline;
  const { cohort } = participation;
  const standing = (await deadlinesOfPlaces(deps.db, [participationId])).map(standingOf);
  const world = { kinds: kindsOf(cohort), standing, lastDay: cohort.endsOn, now: deps.clock.now() };
  const plan = planMove(world, { kind, date: proposedOn, time, participationIds: [participationId] });
  const steps = plan.ok ? plan.value.steps.filter(({ origin }) => origin === 'rule') : [];
  return steps.map((step) => ({ label: labelOf(cohort, step.kind, locale), to: step.to }));
}

const aboutRequest = z.object({ requestId: z.uuid() });

/** A wish for more time, for staff; said again when it is answered, without buttons. */
export const askedNotice = defineNotice(NOTICES.asked, aboutRequest, async (deps, { requestId }, locale) => {
  const request = await requestById(deps.db, requestId);
  if (!request) return null;
  const { deadline, personId, answeredBy, proposedOn, reason, isLate } = request;
  const { cohort, organisation } = deadline.participation;
  const people = await findPeople(deps.db, [personId, ...(answeredBy ? [answeredBy] : [])]);
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? null;
  const state = requestStateOf(request.state);
  const asked = {
    ...{ requestId, state, proposedOn, reason, isLate, person: nameOf(personId) ?? '?' },
    ...{ organisation: organisation.name, cohort: cohort.name, answeredBy: nameOf(answeredBy) },
    label: labelOf(cohort, deadline.kind, locale),
    due: { date: deadline.dueOn, time: deadline.dueTime },
    following: state === 'open' ? await following(deps, request, locale) : [],
  };
  return askedMessage(asked, locale);
});

/** Staff's answer, for whoever asked. */
export const answeredNotice = defineNotice(NOTICES.answered, aboutRequest, async (deps, { requestId }, locale) => {
  const request = await requestById(deps.db, requestId);
  if (!request) return null;
  const { deadline, state, answerReason: reason } = request;
  if (state !== 'approved' && state !== 'refused') return null;
  const { cohort, organisation } = deadline.participation;
  const owes = kindsOf(cohort).find(({ key }) => key === deadline.kind)?.owes;
  const due = deadline.state === 'open' ? { date: deadline.dueOn, time: deadline.dueTime } : null;
  const label = labelOf(cohort, deadline.kind, locale);
  const whose = owes === 'organisation' ? null : organisation.name;
  return answeredMessage({ isApproved: state === 'approved', label, organisation: whose, due, reason }, locale);
});

/** The buttons that lead to somebody's draft, as the feature of applications offers them. */
async function draftButtons(deps: Deps, callId: string, personId: string, locale: Locale) {
  const [row] = await draftMatters(deps.db, callId, personId);
  const words = row && (await deps.offers.obligations.get(row.kind)?.words(deps, [row], locale));
  return words?.get(row?.id ?? '')?.buttons ?? [];
}

/** The new closing of a call: always the one that holds now. An announcement that was overtaken says so in plain words. */
export const closingNotice = defineNotice(
  NOTICES.closing,
  z.object({ callId: z.uuid(), moveId: z.uuid(), personId: z.uuid().nullable() }),
  async (deps, { callId, moveId, personId }, locale) => {
    const call = await callById(deps.db, callId);
    const found = await closingStep(deps.db, callId, moveId);
    if (!call || !found) return null;
    const { step, isLatest } = found;
    const from = { date: step.fromOn ?? call.closesOn, time: step.fromTime ?? call.closesTime };
    const due = { date: call.closesOn, time: call.closesTime };
    const change = isLatest ? changeBetween(from, due, call.closingRule as ClosingRule, step.at) : 'corrected';
    const draft = personId ? await draftButtons(deps, callId, personId, locale) : null;
    const isOpen = deps.clock.now() < call.lateFrom;
    return closingMessage({ cohort: call.cohort.name, due, isOpen, change, reason: step.reason, draft }, locale);
  },
);
