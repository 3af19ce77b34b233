import type { Locale } from '../../../core/locale.ts';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import {
  closeAllModals,
  ephemeral,
  fieldErrors,
  openModal,
  type Reply,
  say,
  updateModal,
} from '../../../platform/slack/reply.ts';
import { askData, IDS, type ListValue, oneCodec, requestCodec } from '../ids.ts';
import { askForm } from '../input.ts';
import { askForTime, kindsOf, reportDone, withdrawWish } from '../operations/index.ts';
import { type DeadlineRow, deadlineById, placeOf } from '../queries/index.ts';
import { isOver, owes } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { askModal, shortName } from '../views/index.ts';
import { errorWords } from './form.ts';
import { withList } from './show.ts';

const labelOf = (row: DeadlineRow | null, locale: Locale): string =>
  (row && kindsOf(row.participation.cohort).find(({ key }) => key === row.kind)?.label[locale]) ?? '';

/** Said where the button was: on top of the list that stands open, or privately under a message. */
const answer = (handling: Handling, list: ListValue | null, words: string): Promise<Reply> | Reply =>
  list === null ? ephemeral(say(words)) : withList(handling, list, updateModal, words);

export const doneAction = defineAction(IDS.done, oneCodec, async (handling, { deadlineId, list }) => {
  const { deps, actor, now, channelId } = handling;
  const words = texts(actor.locale);
  const outcome = await reportDone(deps, actor, now, deadlineId, channelId);
  if (!outcome.ok) return answer(handling, list, words.refusals[outcome.reason]);
  const label = labelOf(await deadlineById(deps.db, deadlineId), actor.locale);
  return answer(handling, list, words.own.reported(shortName(label)));
});

export const withdrawAction = defineAction(IDS.withdraw, requestCodec, async (handling, { requestId, list }) => {
  const { deps, actor, now, channelId } = handling;
  const words = texts(actor.locale);
  const outcome = await withdrawWish(deps, actor, now, requestId, channelId);
  if (!outcome.ok) return answer(handling, list, words.refusals[outcome.reason]);
  const label = labelOf(await deadlineById(deps.db, outcome.value.deadlineId), actor.locale);
  return answer(handling, list, words.own.withdrawn(shortName(label)));
});

export const askAction = defineAction(IDS.ask, oneCodec, async (handling, { deadlineId, list }) => {
  const { deps, actor, now, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const row = await deadlineById(deps.db, deadlineId);
  const kind = row && kindsOf(row.participation.cohort).find(({ key }) => key === row.kind);
  if (!kind || !owes(actor, placeOf(row.participation), kind.owes, channelId))
    return answer(handling, list, refusals.not_yours);
  if (row.state !== 'open') return answer(handling, list, refusals.not_open);
  if (row.requests.length > 0) return answer(handling, list, refusals.asked_already);
  const due = { date: row.dueOn, time: row.dueTime };
  const facts = { deadlineId, requestId: deps.ids.next(), list, label: kind.label[actor.locale], due };
  return openModal(askModal({ ...facts, isOverdue: isOver(due, now) }, actor.locale));
});

/** Refusals about the day are said beside it. */
const ABOUT_DAY = new Set(['not_later', 'in_past', 'after_last_day']);

export const askView = defineView({
  id: IDS.ask,
  metadata: askData,
  form: () => askForm,
  error: errorWords,
  run: async (handling, { date, reason }, { deadlineId, requestId }) => {
    const { deps, actor, now, channelId } = handling;
    const words = texts(actor.locale);
    const wish = { deadlineId, requestId, reason, proposedOn: date };
    const outcome = await askForTime(deps, actor, now, wish, channelId);
    if (!outcome.ok) {
      const refusal = words.refusals[outcome.reason];
      return ABOUT_DAY.has(outcome.reason) ? fieldErrors({ date: refusal }) : closeAllModals(say(refusal));
    }
    if (outcome.value.state === 'open') return closeAllModals(say(words.ask.sent));
    const label = labelOf(await deadlineById(deps.db, deadlineId), actor.locale);
    return closeAllModals(say(words.ask.granted(shortName(label))));
  },
});
