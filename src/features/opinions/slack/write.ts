import type { Locale } from '../../../core/locale.ts';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, fieldErrors, say } from '../../../platform/slack/reply.ts';
import { IDS, opinionCodec, seenData } from '../ids.ts';
import { opinionForm } from '../input.ts';
import { takeOn, writeOpinion } from '../operations/index.ts';
import { opinionById, standingOf } from '../queries/index.ts';
import { mayWrite } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { withForm } from './open.ts';

export const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

/** The form from the page of a released opinion: a further version. */
export const writeAction = defineAction(IDS.write, opinionCodec, async (handling, { opinionId }) => {
  const { deps, actor } = handling;
  const row = await opinionById(deps.db, opinionId);
  if (!row || !mayWrite(actor.personId, standingOf(row)))
    return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return withForm(handling, row);
});

export const writeView = defineView({
  id: IDS.write,
  metadata: seenData,
  form: () => opinionForm,
  error: errorWords,
  run: async ({ deps, actor, now }, form, seen) => {
    const { form: words, refusals } = texts(actor.locale);
    const outcome = await writeOpinion(deps, actor, now, seen, form);
    if (outcome.ok) return closeAllModals(say(outcome.value.isSent ? words.sent : words.kept));
    const refusal = refusals[outcome.reason];
    if (outcome.reason === 'not_observed') return fieldErrors({ evidence: refusal });
    if (outcome.reason === 'reason_missing') return fieldErrors({ reason: refusal });
    return closeAllModals(say(refusal));
  },
});

/** The former expert writes it after all. */
export const takeAction = defineAction(IDS.take, opinionCodec, async ({ deps, actor, now }, { opinionId }) => {
  const { offer, refusals } = texts(actor.locale);
  const outcome = await takeOn(deps, actor, now, opinionId);
  return ephemeral(say(outcome.ok ? offer.done : refusals[outcome.reason]));
});
