import { isStaff } from '../../core/actor.ts';
import { matches } from '../../core/search.ts';
import { clip } from '../../core/text.ts';
import type { WaitingAct } from '../../platform/db/generated/client.ts';
import {
  type CommandHandler,
  defineAction,
  defineView,
  type Handling,
  noValue,
  type OptionsHandler,
} from '../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../platform/slack/reply.ts';
import { correctionMetadata, EVERYBODY, IDS, oneId, pageCodec } from './ids.ts';
import { correctionForm } from './input.ts';
import { correct, doNow, planOf, undoAct } from './operations/index.ts';
import { showAct, showActs } from './operations/show.ts';
import { actById, listActs } from './queries.ts';
import { texts } from './texts.ts';
import { correctionModal, listModal } from './views/index.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;

const words = ({ actor }: Handling) => texts(actor.locale);
const notAllowed = (handling: Handling): Reply => ephemeral(say(words(handling).refusals.not_allowed));

type Show = { readonly page?: number; readonly banner?: string; readonly reply?: typeof updateModal };

/** The list for those who look after it; `banner` says what came of their click. */
async function showList(handling: Handling, { page = 1, banner, reply = updateModal }: Show): Promise<Reply> {
  const { deps, actor, now } = handling;
  if (!isStaff(actor)) return notAllowed(handling);
  const { acts, ...list } = await listActs(deps.db, actor, now, page);
  const shown = await showActs(deps, acts, actor.locale);
  return reply(listModal({ ...list, acts: shown }, banner ?? null, actor.locale));
}

export const undoCommand: CommandHandler = {
  words: ['undo', 'cofnij'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help : null),
  run: (handling) => showList(handling, { reply: openModal }),
};

export const listAction = defineAction(IDS.list, noValue, (handling) => showList(handling, { reply: openModal }));

const turn = (id: string) => defineAction(id, pageCodec, (handling, { page }) => showList(handling, { page }));
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);

/** The act as it is now, for staff of its cohort. */
async function actFor({ deps, actor }: Handling, id: string): Promise<WaitingAct | null> {
  const act = await actById(deps.db, id);
  return act && isStaff(actor, act.cohortId) ? act : null;
}

/** The form that sets right what was done; the list when there is nobody left to tell. */
async function showCorrection(handling: Handling, id: string): Promise<Reply> {
  const { deps, actor } = handling;
  const act = await actFor(handling, id);
  if (!act) return notAllowed(handling);
  const plan = await planOf(deps, deps.db, act);
  if (!plan) return showList(handling, { banner: words(handling).said.nobody });
  const { told, draft, takeBack } = plan;
  const facts = { told: told.map(({ name }) => name), draft, takeBack: takeBack?.[actor.locale] ?? null };
  return openModal(correctionModal({ act: await showAct(deps, act, actor.locale), ...facts }, actor.locale));
}

export const correctAction = defineAction(IDS.correct, oneId, showCorrection);

const whatOf = async ({ deps, actor }: Handling, act: WaitingAct): Promise<string> =>
  (await showAct(deps, act, actor.locale)).what;

/** Too late to take it back: the next best is a correction. */
export const undoAction = defineAction(IDS.undo, oneId, async (handling, id) => {
  const { deps, actor, now } = handling;
  const outcome = await undoAct(deps, actor, now, id);
  const { said } = words(handling);
  if (outcome.ok) return showList(handling, { banner: said.undone(await whatOf(handling, outcome.value)) });
  if (outcome.reason === 'not_allowed') return notAllowed(handling);
  if (outcome.reason === 'is_done') return showCorrection(handling, id);
  return showList(handling, { banner: said[outcome.reason] });
});

export const nowAction = defineAction(IDS.now, oneId, async (handling, id) => {
  const { deps, actor, now } = handling;
  const outcome = await doNow(deps, actor, now, id);
  const { said } = words(handling);
  if (outcome.ok) return showList(handling, { banner: said.done(await whatOf(handling, outcome.value)) });
  if (outcome.reason === 'not_allowed') return notAllowed(handling);
  return showList(handling, { banner: said[outcome.reason] });
});

export const correctView = defineView({
  id: IDS.correct,
  metadata: correctionMetadata,
  form: () => correctionForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, given, { actId }) => {
    const { deps, actor, now } = handling;
    const outcome = await correct(deps, actor, now, { actId, ...given });
    if (outcome.ok) return showList(handling, { banner: words(handling).said.corrected(outcome.value) });
    if (outcome.reason === 'not_allowed') return notAllowed(handling);
    return showList(handling, { banner: words(handling).said[outcome.reason] });
  },
});

/** Those who were told, found by name, after the choice of all of them. */
export const toOptions: OptionsHandler = {
  id: IDS.to,
  run: async (handling, query, data) => {
    const { deps, actor } = handling;
    const actId = correctionMetadata.safeParse(data).data?.actId;
    const act = actId ? await actFor(handling, actId) : null;
    const plan = act && (await planOf(deps, deps.db, act));
    if (!plan) return [];
    const everybody = { value: EVERYBODY, text: texts(actor.locale).correction.everybody(plan.told.length) };
    const found = plan.told.filter(({ name }) => matches(query, name));
    const choices = found.map(({ key, name }) => ({ value: key, text: clip(name, OPTION_TEXT) }));
    return [...(query === '' ? [everybody] : []), ...choices].slice(0, OPTIONS);
  },
};
