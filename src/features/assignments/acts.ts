import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import type { Db, Tx } from '../../platform/db/client.ts';
import { type CorrectionPlan, defineWaitingAct } from '../../platform/feature.ts';
import { typedShort } from '../../platform/slack/blocks.ts';
import { findPeople } from '../people/public.ts';
import { cohortById } from '../programmes/public.ts';
import { assignKey, NOTICES, planKey, proposedKey } from './ids.ts';
import {
  checkProposal,
  checkWithdrawal,
  proposeIn,
  withdrawIn,
  withdrawnKey,
  withdrawSilently,
} from './operations/index.ts';
import { applyIn, checkApply, type PairRefusal, takeBackApplied } from './operations/plan/index.ts';
import { assignmentById, placeById } from './queries/index.ts';
import { planTexts } from './texts/plan.ts';
import { type AssignmentsTexts, texts } from './texts.ts';

const NAME_SHOWN = 150;
const cut = (name: string | undefined): string => typedShort(name ?? '?', NAME_SHOWN);

const inBoth = (words: (texts: AssignmentsTexts['acts']) => string): Readonly<Record<Locale, string>> => ({
  pl: words(texts('pl').acts),
  en: words(texts('en').acts),
});

/** Who heard of a proposal, and what can still be done about it; the organisation hears only of a yes (CO-9). */
async function afterProposal(db: Db | Tx, assignmentId: string): Promise<CorrectionPlan | null> {
  const row = await assignmentById(db, assignmentId);
  if (!row) return null;
  const expert = row.expert.name;
  const organisation = row.participation.organisation.name;
  const asked = { key: proposedKey(assignmentId), name: expert };
  if (row.state === 'active') {
    const introduced = { key: `${NOTICES.accepted}:${assignmentId}`, name: organisation };
    return { told: [asked, introduced], draft: inBoth((acts) => acts.draftActive(expert, organisation)) };
  }
  const draft = inBoth((acts) => acts.draftProposed(organisation));
  if (row.state !== 'proposed') return { told: [asked], draft };
  return { told: [asked], draft, takeBack: inBoth((acts) => acts.takeBack) };
}

/** Asking an expert to lead an organisation. */
export const proposeAct = defineWaitingAct({
  kind: 'assignments.propose',
  params: z.object({ participationId: z.uuid(), expertId: z.uuid(), overrideReason: z.string().nullable() }),
  result: z.object({ assignmentId: z.uuid() }),
  about: async (tx, { participationId }) => {
    const place = await placeById(tx, participationId);
    return place && { key: assignKey(participationId), cohortId: place.cohortId };
  },
  check: checkProposal,
  perform: proposeIn,
  words: async ({ db }, { participationId, expertId }, locale) => {
    const { acts } = texts(locale);
    const [place, [expert]] = [await placeById(db, participationId), await findPeople(db, [expertId])];
    return { what: acts.propose(cut(expert?.name), cut(place?.organisation.name)), effect: acts.proposeEffect };
  },
  refusal: (reason, locale) => texts(locale).refusals[reason],
  correction: (db, _params, { assignmentId }) => afterProposal(db, assignmentId),
  takeBack: (doing, _params, { assignmentId }) => withdrawSilently(doing, assignmentId),
});

/** Taking a proposal back before it is answered. */
export const withdrawAct = defineWaitingAct({
  kind: 'assignments.withdraw',
  params: z.object({ assignmentId: z.uuid() }),
  result: z.object({ participationId: z.uuid(), expert: z.string() }),
  about: async (tx, { assignmentId }) => {
    const row = await assignmentById(tx, assignmentId);
    return row && { key: assignKey(row.participationId), cohortId: row.participation.cohortId };
  },
  check: (doing, { assignmentId }) => checkWithdrawal(doing, assignmentId),
  perform: (doing, { assignmentId }) => withdrawIn(doing, assignmentId),
  words: async ({ db }, { assignmentId }, locale) => {
    const { acts } = texts(locale);
    const row = await assignmentById(db, assignmentId);
    const what = acts.withdraw(cut(row?.expert.name), cut(row?.participation.organisation.name));
    return { what, effect: acts.withdrawEffect };
  },
  refusal: (reason, locale) => texts(locale).refusals[reason],
  correction: async (db, { assignmentId }) => {
    const row = await assignmentById(db, assignmentId);
    const organisation = row?.participation.organisation.name ?? '?';
    const told = [{ key: withdrawnKey(assignmentId), name: row?.expert.name ?? '?' }];
    return { told, draft: inBoth((acts) => acts.draftWithdrawn(organisation)) };
  },
});

const pair = z.object({ participationId: z.uuid(), expertId: z.uuid() });

/** How long proposing for a whole cohort may take. */
const APPLY_SECONDS = 60;

/** Proposing all or a part of a plan to the experts: one act, whatever has changed meanwhile is left out. */
export const applyAct = defineWaitingAct({
  kind: 'assignments.apply_plan',
  seconds: APPLY_SECONDS,
  params: z.object({ cohortId: z.uuid(), planId: z.uuid(), pairs: z.array(pair) }),
  result: z.object({
    proposed: z.array(z.object({ participationId: z.uuid(), assignmentId: z.uuid() })),
    refused: z.array(pair.extend({ reason: z.custom<PairRefusal>((one) => typeof one === 'string') })),
  }),
  about: async (tx, { cohortId }) => {
    const cohort = await cohortById(tx, cohortId);
    return cohort && { key: planKey(cohortId), cohortId };
  },
  check: checkApply,
  perform: applyIn,
  words: async ({ db }, { cohortId, pairs }, locale) => {
    const { apply } = planTexts(locale);
    const cohort = await cohortById(db, cohortId);
    return { what: apply.what(pairs.length, cut(cohort?.name)), effect: apply.effect };
  },
  refusal: (reason, locale) => planTexts(locale).refusals[reason],
  correction: async (db, _params, { proposed }) => {
    const rows = await db.assignment.findMany({
      where: { id: { in: proposed.map((one) => one.assignmentId) } },
      select: { id: true, state: true, expert: { select: { name: true } } },
    });
    const told = rows.map((row) => ({ key: proposedKey(row.id), name: row.expert.name }));
    const [pl, en] = [planTexts('pl').apply, planTexts('en').apply];
    const draft = { pl: pl.draft, en: en.draft };
    if (!rows.some((row) => row.state === 'proposed')) return { told, draft };
    return { told, draft, takeBack: { pl: pl.takeBack, en: en.takeBack } };
  },
  takeBack: (doing, _params, result) => takeBackApplied(doing, result),
});
