import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import { type CorrectionPlan, defineWaitingAct } from '../../platform/feature.ts';
import { typedShort } from '../../platform/slack/blocks.ts';
import { cohortById } from '../programmes/public.ts';
import { formData, NOTICES, REASON_MAX, scope, type Target } from './ids.ts';
import { changeStatesIn, kindsOf, previewStates, type StateRefusal, WHOLE_COHORT_SECONDS } from './operations/index.ts';
import { placesOfMove } from './queries/index.ts';
import { actTexts } from './texts/acts.ts';
import { texts } from './texts.ts';

const NAME_SHOWN = 150;
const cut = (name: string): string => typedShort(name, NAME_SHOWN);

/** One removal of a kind waits in a cohort at a time. */
const removalKey = ({ cohortId, group }: Target): string => `deadline:${cohortId}:${group.kind}`;

const params = formData.extend({ scope, reason: z.string().max(REASON_MAX).nullable(), seen: z.string() });
const label = z.record(z.string(), z.string()).nullable();

/** Taking a deadline away, for one, some or all organisations: just those that were there when it was asked for (R4). */
export const removeAct = defineWaitingAct({
  kind: 'deadlines.remove',
  params,
  result: z.object({ places: z.int(), label }),
  seconds: WHOLE_COHORT_SECONDS,
  about: async (tx, { target }) => {
    const cohort = await cohortById(tx, target.cohortId);
    return cohort && { key: removalKey(target), cohortId: cohort.id };
  },
  check: ({ tx, actor }, wish) => previewStates(tx, actor, { ...wish, act: 'remove' }),
  perform: (doing, wish) => changeStatesIn(doing, { ...wish, act: 'remove' }),
  words: async ({ db }, { target, scope: of, ...rest }, locale) => {
    const cohort = await cohortById(db, target.cohortId);
    const kind = cohort && kindsOf(cohort).find(({ key }) => key === target.group.kind);
    const told = await previewStates(db, 'bot', { ...rest, target, scope: of, act: 'remove' });
    const n = told.ok ? told.value.places.filter(({ channelId }) => channelId !== null).length : 0;
    const words = actTexts(locale);
    return { what: words.what(cut(kind?.label[locale] ?? '?'), cut(cohort?.name ?? '?')), effect: words.effect(n) };
  },
  refusal: (reason: StateRefusal, locale) =>
    reason === 'changed_meanwhile' ? actTexts(locale).changed : texts(locale).refusals[reason],
  correction: async (db, { target, moveId }): Promise<CorrectionPlan | null> => {
    const cohort = await cohortById(db, target.cohortId);
    const kind = cohort && kindsOf(cohort).find(({ key }) => key === target.group.kind);
    if (!kind) return null;
    const told = (await placesOfMove(db, moveId)).map(({ id, name }) => ({
      key: `${NOTICES.moved}:${moveId}:${id}`,
      name,
    }));
    const draft = (locale: Locale) => actTexts(locale).draft(kind.label[locale]);
    return { told, draft: { pl: draft('pl'), en: draft('en') } };
  },
});
