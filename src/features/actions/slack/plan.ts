import type { Locale } from '../../../core/locale.ts';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, fieldErrors, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { isOpen, stateOf } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { actionCodec, actionData, dateCodec, dateData, IDS, placeCodec, placeData } from '../ids.ts';
import { dateForm, planForm, reasonForm, titleForm } from '../input.ts';
import { addDate, type ChangeRefusal, moveDate, planAction, removeDate, retitle } from '../operations/index.ts';
import { type ActionRow, type DateRow, placeById, rowById, rowOfDate } from '../queries/index.ts';
import { hasActions, sideOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { addModal, moveModal, planModal, removeModal, titleModal } from '../views/index.ts';
import { placeOf, showPage } from './page.ts';

export const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

type Refusal = keyof ReturnType<typeof texts>['refusals'];
export const refused = (reason: Refusal, locale: Locale): Reply => ephemeral(say(texts(locale).refusals[reason]));

/** What is wrong with a date is said beside it; everything else closes the form. */
export function formRefusal(reason: ChangeRefusal | Refusal, locale: Locale): Reply {
  const words = texts(locale).refusals[reason];
  if (reason === 'in_past' || reason === 'after_end' || reason === 'not_changed') return fieldErrors({ date: words });
  return reason === 'ends_before' ? fieldErrors({ to: words }) : closeAllModals(say(words));
}

/** An action that this person may change; null: not theirs. */
export async function writableAction(
  { deps, actor, channelId }: Handling,
  actionId: string,
): Promise<ActionRow | null> {
  const row = await rowById(deps.db, actionId);
  return row && sideOf(actor, placeOf(row), channelId) ? row : null;
}

/** The same by one of its dates. */
export async function writableDate(
  { deps, actor, channelId }: Handling,
  dateId: string,
): Promise<{ readonly row: ActionRow; readonly date: DateRow } | null> {
  const row = await rowOfDate(deps.db, dateId);
  const date = row?.dates.find(({ id }) => id === dateId);
  return row && date && sideOf(actor, placeOf(row), channelId) ? { row, date } : null;
}

/** Opens the form of a new action, or the page of the one there is. */
export async function openPlan(handling: Handling, participationId: string): Promise<Reply> {
  const { deps, actor, channelId } = handling;
  const place = await placeById(deps.db, participationId);
  if (!place || !sideOf(actor, place, channelId)) return refused('not_allowed', actor.locale);
  if (place.action) return showPage(handling, place.action.id, null, openModal);
  const isIn = isOpen(stateOf(place.state)) && hasActions(definitionOf(place.cohort).switches);
  if (!isIn) return refused('not_in_programme', actor.locale);
  return openModal(planModal({ participationId, title: place.subject ?? '' }, actor.locale));
}

export const planOpen = defineAction(IDS.plan, placeCodec, (handling, { participationId }) =>
  openPlan(handling, participationId),
);

export const planView = defineView({
  id: IDS.plan,
  metadata: placeData,
  form: () => planForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { title, ...planned }, { participationId }) => {
    const outcome = await planAction(deps, actor, now, { participationId, title, planned, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.planned));
  },
});

export const titleOpen = defineAction(IDS.title, actionCodec, async (handling, { actionId }) => {
  const row = await writableAction(handling, actionId);
  const { locale } = handling.actor;
  return row ? openModal(titleModal({ actionId, title: row.title }, locale)) : refused('not_allowed', locale);
});

export const titleView = defineView({
  id: IDS.title,
  metadata: actionData,
  form: () => titleForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { title }, { actionId }) => {
    const outcome = await retitle(deps, actor, now, { actionId, title, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.renamed));
  },
});

export const addOpen = defineAction(IDS.add, actionCodec, async (handling, { actionId }) => {
  const row = await writableAction(handling, actionId);
  const { locale } = handling.actor;
  if (!row) return refused('not_allowed', locale);
  return openModal(addModal({ actionId, place: row.dates.at(-1)?.place ?? '' }, locale));
});

export const addView = defineView({
  id: IDS.add,
  metadata: actionData,
  form: () => dateForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason: _reason, ...planned }, { actionId }) => {
    const outcome = await addDate(deps, actor, now, { actionId, planned, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.added));
  },
});

/** Opens the form of another time for a date, also as the answer that it was moved. */
export async function openMove(handling: Handling, dateId: string, version: number): Promise<Reply> {
  const found = await writableDate(handling, dateId);
  const { locale } = handling.actor;
  if (!found) return refused('not_allowed', locale);
  const { date } = found;
  if (date.version !== version) return refused('changed_meanwhile', locale);
  return openModal(moveModal({ ...date, dateId, from: date.fromTime, to: date.toTime }, locale));
}

export const moveOpen = defineAction(IDS.move, dateCodec, (handling, { dateId, version }) =>
  openMove(handling, dateId, version),
);

export const moveView = defineView({
  id: IDS.move,
  metadata: dateData,
  form: () => dateForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason, ...planned }, seen) => {
    const outcome = await moveDate(deps, actor, now, { ...seen, planned, reason, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.moved));
  },
});

export const removeOpen = defineAction(IDS.remove, dateCodec, async (handling, { dateId }) => {
  const found = await writableDate(handling, dateId);
  const { locale } = handling.actor;
  return found ? openModal(removeModal({ ...found.date, dateId }, locale)) : refused('not_allowed', locale);
});

export const removeView = defineView({
  id: IDS.remove,
  metadata: dateData,
  form: () => reasonForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason }, seen) => {
    const outcome = await removeDate(deps, actor, now, { ...seen, reason, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.removed));
  },
});
