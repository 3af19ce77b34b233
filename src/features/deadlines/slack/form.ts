import type { Locale } from '../../../core/locale.ts';
import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import {
  type ActionHandler,
  defineAction,
  defineView,
  type Handling,
  type OptionsHandler,
  type ViewHandler,
} from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, fieldErrors, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { postpone, waitingWords } from '../../undo/public.ts';
import { removeAct } from '../acts.ts';
import { formData, IDS, type Target, targetCodec } from '../ids.ts';
import { removeForm, scopeOf, stateForm } from '../input.ts';
import { changeStates, previewStates, type StateRefusal, worldOf } from '../operations/index.ts';
import { openPlaces } from '../queries/index.ts';
import { groups, isSameGroup, mayManage } from '../rules/index.ts';
import { actTexts } from '../texts/acts.ts';
import { type DeadlinesTexts, texts } from '../texts.ts';
import { type Act, formModal, shortName } from '../views/index.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;
const NAME_SHOWN = 45;
/** The usual end of a day for a deadline. */
const TIME = '23:59';

async function openForm(handling: Handling, act: Act, target: Target): Promise<Reply> {
  const { deps, actor, now } = handling;
  const { refusals } = texts(actor.locale);
  const { cohortId, participationId, group } = target;
  if (!mayManage(actor, cohortId)) return ephemeral(say(refusals.not_allowed));
  const world = await worldOf(deps.db, cohortId);
  const kind = world?.kinds.find(({ key }) => key === group.kind);
  if (!world || !kind) return ephemeral(say(refusals.unknown_kind));
  const ids = world.places.map(({ id }) => id).filter((id) => participationId === null || id === participationId);
  const line = groups([kind], ids, world.standing, now).find((one) => isSameGroup(one, group));
  if (!line) return ephemeral(say(refusals.changed_meanwhile));
  const facts = {
    ...{ act, target, moveId: deps.ids.next(), label: kind.label[actor.locale], cohort: world.cohort.name },
    names: world.places.filter(({ id }) => line.participationIds.includes(id)).map((one) => one.organisation.name),
    ...{ all: world.places.length, date: group.date, time: group.time ?? TIME },
  };
  return openModal(formModal(facts, actor.locale));
}

const opens = (act: Act): ActionHandler =>
  defineAction(IDS[act], targetCodec, (handling, target) => openForm(handling, act, target));

export const putAction = opens('put');
export const finishAction = opens('finish');
export const reopenAction = opens('reopen');
export const removeAction = opens('remove');

const DONE = { finish: 'finished', reopen: 'reopened' } as const;
export const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

const stateView = (act: keyof typeof DONE): ViewHandler =>
  defineView({
    id: IDS[act],
    metadata: formData,
    form: () => stateForm,
    error: errorWords,
    run: async ({ deps, actor, now }, input, { target, moveId }) => {
      const words = texts(actor.locale);
      const wish = { moveId, act, target, scope: scopeOf(input), reason: input.reason };
      const outcome = await changeStates(deps, actor, now, wish);
      if (!outcome.ok) return closeAllModals(say(words.refusals[outcome.reason]));
      const { places, label } = outcome.value;
      const done = label && words.form[DONE[act]](shortName(label[actor.locale]), places);
      return closeAllModals(say(done ?? words.check.again));
    },
  });

export const finishView = stateView('finish');
export const reopenView = stateView('reopen');

/** Taking a deadline away waits, because organisations hear of it. */
export const removeView = defineView({
  id: IDS.remove,
  metadata: formData,
  form: () => removeForm,
  error: errorWords,
  run: async ({ deps, actor, now }, input, { target, moveId }) => {
    const words = texts(actor.locale);
    const wish = { moveId, target, scope: scopeOf(input), reason: input.reason };
    const preview = await previewStates(deps.db, actor, { ...wish, act: 'remove' });
    const asked = preview.ok
      ? await postpone(deps, actor, now, removeAct, { ...wish, seen: preview.value.seen })
      : preview;
    if (!asked.ok) return refused(asked.reason, words);
    if (asked.value.state === 'done') {
      const { places, label } = asked.value.value;
      const name = label?.[actor.locale];
      return closeAllModals(say(name ? words.form.removed(shortName(name), places) : words.check.again));
    }
    const waits = await waitingWords(deps, asked.value.id, actor.locale);
    const note = asked.value.state === 'already' ? say(actTexts(actor.locale).already) : null;
    return closeAllModals(
      waits && note ? { ...waits, blocks: [...note.blocks, ...waits.blocks] } : (waits ?? say(words.check.again)),
    );
  },
});

function refused(reason: StateRefusal, { refusals }: DeadlinesTexts): Reply {
  return reason === 'reason_missing'
    ? fieldErrors({ reason: refusals[reason] })
    : closeAllModals(say(refusals[reason]));
}

/** The organisations of the form's cohort, found by name or town. */
export const placesOptions: OptionsHandler = {
  id: IDS.places,
  run: async ({ deps, actor }, query, data) => {
    const cohortId = formData.safeParse(data).data?.target.cohortId;
    if (!cohortId || !mayManage(actor, cohortId)) return [];
    return (await openPlaces(deps.db, cohortId))
      .filter(({ organisation: { name, town } }) => matches(query, `${name} ${town}`))
      .slice(0, OPTIONS)
      .map(({ id, organisation: { name, town } }) => ({
        value: id,
        text: clip(`${clip(name, NAME_SHOWN)} – ${town}`, OPTION_TEXT),
      }));
  },
};
