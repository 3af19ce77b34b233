import { z } from 'zod';
import { isStaff } from '../../../core/actor.ts';
import {
  type CommandHandler,
  defineAction,
  defineView,
  type Handling,
  type ShortcutHandler,
} from '../../../platform/slack/handlers.ts';
import { ephemeral, fieldErrors, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import {
  type CallOfCohort,
  callById,
  callPhase,
  cohortOfChannel,
  formOf,
  lastClosedCall,
  listCohorts,
  nextCall,
  openCalls,
} from '../../programmes/public.ts';
import { callValue, IDS } from '../ids/entry.ts';
import { behalfForm } from '../input/behalf.ts';
import { startDraft, startOnBehalf } from '../operations/draft.ts';
import { timingOf } from '../rules/entry.ts';
import { fieldWords, intakeTexts } from '../texts/entry.ts';
import { checkModal } from '../views/check.ts';
import { behalfModal, chooseCall, noCall } from '../views/entry.ts';
import { stepModal } from '../views/step.ts';

async function begin(handling: Handling, call: CallOfCohort): Promise<Reply> {
  const { deps, actor, now } = handling;
  const started = await startDraft(deps, actor, now, call);
  if (!started.ok) return ephemeral(say(await closedWords(handling)));
  const { application, resumed } = started.value;
  // A draft goes on where it was left; a complete one at the check before sending.
  const all = formOf(application.call.cohort, application.call.stage).steps.length;
  if (application.step >= all) return openModal(checkModal(application, actor.locale));
  return openModal(stepModal(application, { step: application.step + 1, resumed }, actor.locale));
}

async function closedWords({ deps, actor, now }: Handling): Promise<string> {
  const [last, next] = await Promise.all([lastClosedCall(deps.db, now), nextCall(deps.db, now)]);
  return noCall(last, next, actor.locale);
}

/** Opens the form of the given call, of the channel's cohort, of the one open call, or asks which. */
async function apply(handling: Handling, callId: string | null): Promise<Reply> {
  const { deps, actor, now, channelId } = handling;
  if (callId) {
    const call = await callById(deps.db, callId);
    if (call) return begin(handling, call);
  }
  const open = await openCalls(deps.db, now);
  const here = channelId && open.length > 1 ? await cohortOfChannel(deps.db, channelId) : null;
  const ofHere = open.filter((call) => call.cohortId === here?.id);
  const calls = ofHere.length > 0 ? ofHere : open;
  const [only] = calls;
  if (!only) return ephemeral(say(await closedWords(handling)));
  return calls.length === 1 ? begin(handling, only) : ephemeral(chooseCall(calls, actor.locale));
}

export const applyCommand: CommandHandler = {
  words: ['apply', 'zgłoś', 'zglos', 'zgłoszenie', 'zgloszenie'],
  help: (_actor, locale) => intakeTexts(locale).help.apply,
  run: (handling) => apply(handling, null),
};

export const applyShortcut: ShortcutHandler = { id: IDS.apply, run: (handling) => apply(handling, null) };

export const applyAction = defineAction(IDS.apply, callValue, (handling, { callId }) => apply(handling, callId));

/** Calls whose applications staff may still enter: begun, and not released. */
async function callsForBehalf({ deps, actor, now }: Handling): Promise<readonly CallOfCohort[]> {
  const cohorts = await listCohorts(deps.db);
  return cohorts
    .filter((cohort) => isStaff(actor, cohort.id))
    .flatMap((cohort) => cohort.calls.map((call) => ({ ...call, cohort })))
    .filter((call) => timingOf(call, now) !== 'early' && callPhase(call, now) !== 'resolved')
    .slice(0, 100);
}

export const behalfCommand: CommandHandler = {
  words: ['apply behalf', 'zgłoś w imieniu', 'zglos w imieniu'],
  help: (actor, locale) => (isStaff(actor) ? intakeTexts(locale).help.behalf : null),
  run: async (handling) => {
    const { actor, now } = handling;
    const words = intakeTexts(actor.locale);
    if (!isStaff(actor)) return ephemeral(say(words.refusals.staff_only));
    const calls = await callsForBehalf(handling);
    return calls.length === 0
      ? ephemeral(say(await closedWords(handling)))
      : openModal(behalfModal(calls, now, actor.locale));
  },
};

export const behalfView = defineView({
  id: IDS.behalfForm,
  metadata: z.unknown(),
  form: () => behalfForm,
  error: fieldWords,
  run: async (handling, { callId, ...receipt }) => {
    const { deps, actor, now } = handling;
    const { refusals } = intakeTexts(actor.locale);
    const call = await callById(deps.db, callId);
    if (!call || !isStaff(actor, call.cohortId)) return fieldErrors({ call: refusals.staff_only });
    if (receipt.receiptAt.getTime() > now.getTime()) return fieldErrors({ day: refusals.future_receipt });
    if (timingOf(call, now) === 'late' && timingOf(call, receipt.receiptAt) === 'in_time' && !receipt.lateReason) {
      return fieldErrors({ late_reason: refusals.late_reason_needed });
    }
    const application = await startOnBehalf(deps, actor, now, call, receipt);
    return updateModal(stepModal(application, { step: 1 }, actor.locale));
  },
});
