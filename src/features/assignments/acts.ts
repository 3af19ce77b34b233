import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import { clip } from '../../core/text.ts';
import type { Db, Tx } from '../../platform/db/client.ts';
import { type CorrectionPlan, defineWaitingAct } from '../../platform/feature.ts';
import { typed } from '../../platform/slack/blocks.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import {
  checkProposal,
  checkWithdrawal,
  proposedKey,
  proposeIn,
  withdrawIn,
  withdrawnKey,
  withdrawSilently,
} from './operations/index.ts';
import { assignmentById, placeById } from './queries/index.ts';
import { type AssignmentsTexts, texts } from './texts.ts';

const NAME_SHOWN = 150;
const cut = (name: string | undefined): string => typed(clip(name ?? '?', NAME_SHOWN));

/** What is asked of the expert of a place, or taken back, waits as one: the second waits for the first. */
export const assignKey = (participationId: string): string => `assign:${participationId}`;

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
