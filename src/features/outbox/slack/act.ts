import { type ActionHandler, defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import type { OutboxAct } from '../../notices/public.ts';
import { FIELDS, IDS, type RowData, rowCodec, rowData } from '../ids.ts';
import { wordsForm } from '../input.ts';
import { actOnRow, outboxOf, wordsOfEntry } from '../operations/index.ts';
import { texts } from '../texts.ts';
import { wordsModal } from '../views/index.ts';
import { recipientsOf } from './rows.ts';
import { notAllowed, ownCohort, withOutbox } from './show.ts';

/** Does what a button or the form of words asks for; the list says what came of it. */
async function act(handling: Handling, { row, ...at }: RowData, what: OutboxAct, words?: string): Promise<Reply> {
  const { deps, actor, now } = handling;
  const asked = { cohortId: at.cohortId, row, act: what, ...(words === undefined ? {} : { words }) };
  const outcome = await actOnRow(deps, actor, now, asked);
  if (outcome.ok) return withOutbox(handling, at, updateModal, what);
  return outcome.reason === 'not_allowed'
    ? notAllowed(handling)
    : withOutbox(handling, at, updateModal, outcome.reason);
}

const onClick = (id: string, what: OutboxAct): ActionHandler =>
  defineAction(id, rowCodec, (handling, data) => act(handling, data, what));

export const holdAction = onClick(IDS.hold, 'hold');
export const resumeAction = onClick(IDS.resume, 'resume');
export const cancelAction = onClick(IDS.cancel, 'cancel');
export const hurryAction = onClick(IDS.hurry, 'hurry');

/** The form with the words as they stand. What is not there any more is said on the list. */
export const rewordAction = defineAction(IDS.reword, rowCodec, async (handling, data) => {
  const { deps, actor, now } = handling;
  const cohort = await ownCohort(handling, data.cohortId);
  if (!cohort) return notAllowed(handling);
  const entries = await outboxOf(deps, deps.db, cohort.id, now, actor.locale);
  const wanted = rowCodec.encode(data);
  const entry = entries.find(({ row }) => row !== null && rowCodec.encode({ ...data, row }) === wanted);
  if (!entry) return withOutbox(handling, data, updateModal, 'changed_meanwhile');
  const to = (await recipientsOf(deps, cohort, [entry], actor.locale))(entry);
  const words = await wordsOfEntry(deps, entry);
  return updateModal(wordsModal({ data, to, at: entry.at, words }, actor.locale));
});

export const wordsView = defineView({
  id: IDS.words,
  metadata: rowData,
  form: () => wordsForm,
  error: (reason, locale) => texts(locale).errors[reason as 'words_missing'],
  run: async (handling, input, data): Promise<Reply> => {
    const cohort = await ownCohort(handling, data.cohortId);
    if (!cohort) return closeAllModals(say(texts(handling.actor.locale).refusals.not_allowed));
    return act(handling, data, 'reword', input[FIELDS.words]);
  },
});
