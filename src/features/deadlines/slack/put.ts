import { z } from 'zod';
import { defineView, type Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { closeAllModals, fieldErrors, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { type CheckData, checkData, formData, IDS } from '../ids.ts';
import { putForm, scopeOf } from '../input.ts';
import { type MoveWish, moveDeadlines, type Preview, previewMove } from '../operations/index.ts';
import { type Kept, moveWarnings } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type CheckFacts, checkModal, shortName } from '../views/index.ts';
import { errorWords } from './form.ts';

/** The fields beside which a refusal is said; all others end the form. */
const FIELDS: Readonly<Record<string, string>> = {
  in_past: 'date',
  after_last_day: 'date',
  unchanged: 'date',
  reason_missing: 'reason',
};

/** How often each of these stands there, in the order of the first. */
function counted<T>(all: readonly T[], nameOf: (one: T) => string): readonly { one: T; count: number }[] {
  const found = new Map<string, { one: T; count: number }>();
  for (const one of all) {
    const name = nameOf(one);
    found.set(name, { one, count: (found.get(name)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

/** What is worth saying of what stays: why a date meant does not change, and what is settled among those that follow. */
const worthSaying = (kept: readonly Kept[], chosen: string): readonly Kept[] =>
  kept.filter(({ kind, why }) => kind === chosen || why !== 'same');

function checkOf({ actor }: Handling, wish: MoveWish, { world, plan, seen }: Preview, isChanged: boolean): Modal {
  const { target, moveId, scope, date, time, reason } = wish;
  const data: CheckData = { target, moveId, scope, date, time, reason, seen };
  const { locale } = actor;
  const label = (kind: string) => world.kinds.find(({ key }) => key === kind)?.label[locale] ?? kind;
  const name = (id: string) => world.places.find((one) => one.id === id)?.organisation.name ?? '';
  const chosen = plan.steps.filter(({ origin }) => origin === 'chosen');
  const rest = plan.steps.filter(({ origin }) => origin === 'rule');
  const concerned = new Set(plan.steps.map(({ participationId }) => participationId));
  const facts: CheckFacts = {
    data,
    label: label(target.group.kind),
    concerned: chosen.map(({ participationId, from }) => ({ name: name(participationId), from })),
    following: counted(rest, ({ kind, to }) => `${kind} ${to.date} ${to.time}`).map(({ one, count }) => ({
      ...{ label: label(one.kind), to: one.to, count },
    })),
    kept: counted(worthSaying(plan.kept, target.group.kind), ({ kind, why }) => `${kind} ${why}`).map(
      ({ one, count }) => ({ label: label(one.kind), why: one.why, count }),
    ),
    warnings: moveWarnings(plan.steps),
    told: world.places.filter(({ id, channelId }) => concerned.has(id) && channelId !== null).length,
  };
  return checkModal(facts, isChanged, locale);
}

/** The form of a date: what it would change is shown on top of it, and nothing is written yet. */
export const putView = defineView({
  id: IDS.put,
  metadata: formData,
  form: () => putForm,
  error: errorWords,
  run: async (handling, input, { target, moveId }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const { refusals } = texts(actor.locale);
    const { date, time, reason } = input;
    const wish = { moveId, target, scope: scopeOf(input), date, time, reason };
    const preview = await previewMove(deps, actor, now, wish);
    if (preview.ok) return openModal(checkOf(handling, wish, preview.value, false));
    const field = FIELDS[preview.reason];
    const refusal = refusals[preview.reason];
    return field ? fieldErrors({ [field]: refusal }) : closeAllModals(say(refusal));
  },
});

/** The check was read and confirmed: the move is made, unless something has changed since. */
export const checkView = defineView({
  id: IDS.check,
  metadata: checkData,
  form: () => z.object({}),
  error: errorWords,
  run: async (handling, _input, { seen, ...wish }): Promise<Reply> => {
    const { deps, actor, now } = handling;
    const words = texts(actor.locale);
    const outcome = await moveDeadlines(deps, actor, now, { ...wish, seen });
    if (!outcome.ok) {
      const again = outcome.reason === 'changed_meanwhile' ? await previewMove(deps, actor, now, wish) : outcome;
      if (again.ok) return updateModal(checkOf(handling, wish, again.value, true));
      return closeAllModals(say(words.refusals[again.reason]));
    }
    const { places, label } = outcome.value;
    return closeAllModals(say(label ? words.check.done(shortName(label[actor.locale]), places) : words.check.again));
  },
});
