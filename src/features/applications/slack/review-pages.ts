import { isChiefStaff, isStaff } from '../../../core/actor.ts';
import type { Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { countUndelivered } from '../../notices/public.ts';
import { knownHistory } from '../../organisations/public.ts';
import { findPeople } from '../../people/public.ts';
import { callById, callPhase, definitionOf, formOf } from '../../programmes/public.ts';
import { waitingFor, waitingWords } from '../../undo/public.ts';
import { releaseKey } from '../acts.ts';
import type { ListPlace, Seen } from '../ids/decisions.ts';
import { readItems } from '../input/decisions.ts';
import { standingResults, tellByHand } from '../queries/results.ts';
import { findForReview, historyOf, listPage, neighbours, type Reviewed } from '../queries/review.ts';
import { callsFor } from '../queries/work.ts';
import { canWork } from '../rules/decisions.ts';
import { mayConfirm } from '../rules/entry.ts';
import { decisionTexts } from '../texts/decisions.ts';
import { chooseModal } from '../views/choose.ts';
import { handModal } from '../views/hand.ts';
import { listModal } from '../views/list.ts';
import { answered } from '../views/parts.ts';
import { releaseModal } from '../views/release.ts';
import { reviewModal } from '../views/review.ts';

/** The same words for somebody else's cohort and for one that does not exist (SY-5). */
export const notAllowed = ({ actor }: Handling): Reply =>
  ephemeral(say(decisionTexts(actor.locale).refusals.not_allowed));

/** The cohorts whose applications this person may see; null means all. */
export const cohortsOf = ({ actor }: Handling): readonly string[] | null =>
  isChiefStaff(actor)
    ? null
    : actor.roles.flatMap((held) => (held.role === 'staff' && held.cohortId ? [held.cohortId] : []));

/** A call for staff of its cohort; null for everybody else. */
async function callFor({ deps, actor }: Handling, callId: string) {
  if (!isStaff(actor)) return null;
  const call = await callById(deps.db, callId);
  return call && isStaff(actor, call.cohortId) ? call : null;
}

export async function showChoice(handling: Handling): Promise<Reply> {
  const { deps, actor } = handling;
  if (!isStaff(actor)) return notAllowed(handling);
  return updateModal(chooseModal(await callsFor(deps.db, cohortsOf(handling)), actor.locale));
}

export async function showList(handling: Handling, place: ListPlace): Promise<Reply> {
  const { deps, actor, now } = handling;
  const call = await callFor(handling, place.callId);
  if (!call) return notAllowed(handling);
  const [found, stages, hand, undelivered] = await Promise.all([
    listPage(deps.db, place, actor.personId),
    deps.db.call.count({ where: { cohortId: call.cohortId } }),
    call.releasedAt ? tellByHand(deps.db, call) : [],
    countUndelivered(deps.db, [call.cohortId]),
  ]);
  const phase = callPhase(call, now);
  const isClosed = phase === 'closed' || phase === 'resolved';
  const byHand = hand.filter((row) => !row.told).length;
  return updateModal(listModal({ call, isClosed, stages, place, found, byHand, undelivered }, actor.locale));
}

/** The numbers under which an organisation may be known: its own, or those of an application not yet confirmed. */
function numbersOf(application: Reviewed) {
  const { organisation } = application;
  if (organisation) return organisation;
  const typed = (key: string) => answered(application, key);
  return {
    nip: typed('nip') || null,
    regon: typed('regon') || null,
    registerType: typed('register_type'),
    registerName: typed('register_name') || null,
    registerNumber: typed('register_number'),
  };
}

/** An application for staff of its cohort; null for everybody else. */
export async function applicationFor({ deps, actor }: Handling, id: string): Promise<Reviewed | null> {
  if (!isStaff(actor)) return null;
  const application = await findForReview(deps.db, id);
  return application && application.state !== 'draft' && isStaff(actor, application.cohortId) ? application : null;
}

/** An application in the modal; `banner` says what just happened. */
export async function showApplication(handling: Handling, seen: Seen, banner: string | null = null): Promise<Reply> {
  const { deps, actor, now } = handling;
  const application = await applicationFor(handling, seen.id);
  if (!application) return notAllowed(handling);
  const { call, cohort, confirmedBy } = application;
  const enteredBy = application.submissions[0]?.personId ?? application.editorId;
  const [near, history, known, confirmer] = await Promise.all([
    neighbours(deps.db, seen.from, actor.personId, seen.id),
    historyOf(deps.db, seen.id),
    knownHistory(deps.db, numbersOf(application), application.id),
    confirmedBy ? findPeople(deps.db, [confirmedBy]) : [],
  ]);
  const view = {
    application,
    items: readItems(application.formalItems),
    checklist: definitionOf(cohort).checklist,
    form: formOf(cohort, call.stage),
    seen,
    neighbours: near,
    history,
    known,
    confirmedBy: confirmer[0]?.name ?? null,
    canWork: canWork({ phase: callPhase(call, now), released: call.releasedAt !== null }).ok,
    canConfirm: mayConfirm(actor, application, enteredBy).ok,
  };
  return updateModal(reviewModal(view, banner, actor.locale));
}

export async function showRelease(handling: Handling, place: ListPlace, banner: string | null = null): Promise<Reply> {
  const call = await callFor(handling, place.callId);
  if (!call) return notAllowed(handling);
  const { deps, actor } = handling;
  const key = releaseKey(call.id);
  const waiting = (await waitingFor(deps.db, [key])).get(key);
  const said = waiting ? await waitingWords(deps, waiting.id, actor.locale) : null;
  const standing = await standingResults(deps.db, call.id);
  return updateModal(releaseModal({ call, place, standing, waiting: said?.blocks ?? null }, banner, actor.locale));
}

export async function showByHand(handling: Handling, place: ListPlace): Promise<Reply> {
  const call = await callFor(handling, place.callId);
  if (!call?.releasedAt) return notAllowed(handling);
  const rows = await tellByHand(handling.deps.db, call);
  const { checklist } = definitionOf(call.cohort);
  return updateModal(handModal({ place, rows, checklist }, handling.actor.locale));
}
