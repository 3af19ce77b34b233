import { isStaff } from '../../../core/actor.ts';
import { clip } from '../../../core/text.ts';
import { defineAction, defineView, type Handling, type OptionsHandler } from '../../../platform/slack/handlers.ts';
import { closeAllModals, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { listExperts } from '../../experts/public.ts';
import { postpone, waitingWords } from '../../undo/public.ts';
import { releaseAct } from '../acts.ts';
import { IDS, type Seen, seenCodec, seenData } from '../ids.ts';
import { nameForm, returnForm } from '../input.ts';
import { nameWriter, returnOpinion } from '../operations/index.ts';
import { opinionById } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { nameModal, returnModal } from '../views/index.ts';
import { errorWords } from './write.ts';

/** Asks for the publication: it waits, or is done at once where the cohort has it so. */
export const releaseAction = defineAction(
  IDS.release,
  seenCodec,
  async ({ deps, actor, now }, seen): Promise<Reply> => {
    const { release, refusals } = texts(actor.locale);
    const asked = await postpone(deps, actor, now, releaseAct, seen);
    if (!asked.ok) return closeAllModals(say(refusals[asked.reason]));
    if (asked.value.state === 'done') return closeAllModals(say(release.done));
    const waits = await waitingWords(deps, asked.value.id, actor.locale);
    if (!waits) return closeAllModals(say(release.already));
    const note = asked.value.state === 'already' ? say(release.waits).blocks : [];
    return closeAllModals({ ...waits, blocks: [...note, ...waits.blocks] });
  },
);

/** A form of staff's; what it may do is checked when it is sent. */
const opens = (
  id: string,
  modal: (seen: Seen, locale: Handling['actor']['locale']) => ReturnType<typeof returnModal>,
) =>
  defineAction(id, seenCodec, async ({ deps, actor }, seen): Promise<Reply> => {
    const row = await opinionById(deps.db, seen.opinionId);
    if (!row || !isStaff(actor, row.cohortId)) return closeAllModals(say(texts(actor.locale).refusals.not_allowed));
    return openModal(modal(seen, actor.locale));
  });

export const returnAction = opens(IDS.return, returnModal);
export const nameAction = opens(IDS.name, nameModal);

export const returnView = defineView({
  id: IDS.return,
  metadata: seenData,
  form: () => returnForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { remarks }, seen) => {
    const { back, refusals } = texts(actor.locale);
    const outcome = await returnOpinion(deps, actor, now, { ...seen, remarks });
    return closeAllModals(say(outcome.ok ? back.done : refusals[outcome.reason]));
  },
});

export const nameView = defineView({
  id: IDS.name,
  metadata: seenData,
  form: () => nameForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { opinions_expert: expertId, reason }, seen) => {
    const { name, refusals } = texts(actor.locale);
    const outcome = await nameWriter(deps, actor, now, { ...seen, expertId, reason });
    return closeAllModals(say(outcome.ok ? name.done : refusals[outcome.reason]));
  },
});

const SHOWN = 100;
const OPTION_TEXT = 75;

/** Experts of the cohort who may write it: those with a tie to the organisation are not among them. */
export const expertOptions: OptionsHandler = {
  id: IDS.expert,
  run: async ({ deps, actor }, query, data) => {
    const seen = seenData.safeParse(data);
    const row = seen.success ? await opinionById(deps.db, seen.data.opinionId) : null;
    if (!row || !isStaff(actor, row.cohortId)) return [];
    const wanted = query.trim().toLocaleLowerCase('pl');
    const all = await listExperts(deps.db);
    return all
      .filter(({ heldIn }) => heldIn.some((cohortId) => cohortId === null || cohortId === row.cohortId))
      .filter(({ ties }) => !ties.some(({ organisationId }) => organisationId === row.participation.organisationId))
      .filter(({ name, isDeactivated }) => !isDeactivated && name.toLocaleLowerCase('pl').includes(wanted))
      .slice(0, SHOWN)
      .map(({ personId, name }) => ({ value: personId, text: clip(name, OPTION_TEXT) }));
  },
};
