import type { Handling } from '../../../platform/slack/handlers.ts';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { fieldErrors, type Reply, updateModal } from '../../../platform/slack/reply.ts';
import { callById, definitionOf } from '../../programmes/public.ts';
import { formPlace, REVIEW_IDS, type Seen, seenCodec } from '../ids/decisions.ts';
import { decisionForm, type FieldReason, formalForm, readItems } from '../input/decisions.ts';
import { type DecideRefusal, prepareDecision } from '../operations/decide.ts';
import { checkFormally } from '../operations/formal.ts';
import { groupCounts, historyOf } from '../queries/review.ts';
import { canDecide, isDecision, type Wish } from '../rules/decisions.ts';
import { canCheckFormally, type MarkedItem } from '../rules/formal.ts';
import { decisionTexts } from '../texts/decisions.ts';
import { decideModal } from '../views/decide.ts';
import { formalModal } from '../views/formal.ts';
import { historyLine } from '../views/parts.ts';
import { applicationFor, notAllowed, showApplication } from './review-pages.ts';

const words = (handling: Handling) => decisionTexts(handling.actor.locale);

const fieldError = (reason: string, locale: Handling['actor']['locale']): string =>
  decisionTexts(locale).refusals[reason as FieldReason];

/** Who changed the application last, for the person whose save came second (R4). */
async function lastChange(handling: Handling, id: string): Promise<string> {
  const { locale } = handling.actor;
  const [last] = await historyOf(handling.deps.db, id, 1);
  return last ? historyLine(last, locale, decisionTexts(locale)) : '';
}

/** The checklist form, with the stored check or what the person just typed. */
async function showFormal(handling: Handling, seen: Seen, again?: readonly MarkedItem[]): Promise<Reply> {
  const application = await applicationFor(handling, seen.id);
  if (!application) return notAllowed(handling);
  const line = again ? await lastChange(handling, seen.id) : '';
  const { review, refusals } = words(handling);
  if (!canCheckFormally(application.state)) {
    return showApplication(handling, seen, again ? review.stale(line) : refusals.wrong_state);
  }
  const { checklist } = definitionOf(application.cohort);
  const items = again ?? readItems(application.formalItems);
  const banner = again ? review.staleForm(line) : null;
  return updateModal(formalModal({ application, checklist, items, seen }, banner, handling.actor.locale));
}

/** The decision form, with what is prepared or what the person just chose. */
async function showDecide(handling: Handling, seen: Seen, again?: Wish): Promise<Reply> {
  const application = await applicationFor(handling, seen.id);
  if (!application) return notAllowed(handling);
  const line = again ? await lastChange(handling, seen.id) : '';
  const { review, refusals } = words(handling);
  if (!canDecide(application.state)) {
    return showApplication(handling, seen, again ? review.stale(line) : refusals.wrong_state);
  }
  const { admitted, reserve } = await groupCounts(handling.deps.db, application.callId);
  const { preparedDecision, reservePosition, preparedReason } = application;
  const prepared = isDecision(preparedDecision)
    ? { decision: preparedDecision, position: reservePosition, reason: preparedReason ?? '' }
    : null;
  const view = { application, seen, admitted, reserve, wish: again ?? prepared };
  return updateModal(decideModal(view, again ? review.staleForm(line) : null, handling.actor.locale));
}

export const formalAction = defineAction(REVIEW_IDS.formal, seenCodec, (handling, seen) => showFormal(handling, seen));
export const decideAction = defineAction(REVIEW_IDS.decide, seenCodec, (handling, seen) => showDecide(handling, seen));

export const formalView = defineView({
  id: REVIEW_IDS.formal,
  metadata: formPlace,
  form: async ({ from }, deps) => {
    const call = await callById(deps.db, from.callId);
    return formalForm(call ? definitionOf(call.cohort).checklist : []);
  },
  error: fieldError,
  run: async (handling, items, { id, from, version }) => {
    const { deps, actor, now } = handling;
    const seen = { id, from, page: 1 };
    const outcome = await checkFormally(deps, actor, now, { id, version, items });
    const { refusals, review } = words(handling);
    if (outcome.ok) return showApplication(handling, seen, review.saved);
    if (outcome.reason === 'not_allowed') return notAllowed(handling);
    if (outcome.reason === 'changed_meanwhile') return showFormal(handling, seen, items);
    return showApplication(handling, seen, refusals[outcome.reason]);
  },
});

type DecisionFailure = { readonly reason: DecideRefusal; readonly detail?: Readonly<Record<string, unknown>> };

/** What is wrong with the list stands beside the field that can mend it. */
function listErrors(handling: Handling, { reason, detail }: DecisionFailure): Reply | null {
  const { refusals } = words(handling);
  if (reason === 'no_place') return fieldErrors({ decision: refusals.no_place(Number(detail?.['places'])) });
  if (reason === 'position_too_far')
    return fieldErrors({ position: refusals.position_too_far(Number(detail?.['max'])) });
  return reason === 'reason_required' ? fieldErrors({ reason: refusals.reason_required }) : null;
}

export const decideView = defineView({
  id: REVIEW_IDS.decide,
  metadata: formPlace,
  form: () => decisionForm,
  error: fieldError,
  run: async (handling, wish, { id, from, version }) => {
    const { deps, actor, now } = handling;
    const seen = { id, from, page: 1 };
    const outcome = await prepareDecision(deps, actor, now, { id, version, wish });
    const { refusals, review } = words(handling);
    if (outcome.ok) return showApplication(handling, seen, review.saved);
    if (outcome.reason === 'not_allowed') return notAllowed(handling);
    if (outcome.reason === 'changed_meanwhile') return showDecide(handling, seen, wish);
    const beside = listErrors(handling, outcome);
    if (beside) return beside;
    const word = refusals[outcome.reason];
    return showApplication(handling, seen, typeof word === 'string' ? word : null);
  },
});
