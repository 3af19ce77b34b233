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
  lastClosedCall,
  listCohorts,
  nextCall,
  openCalls,
} from '../../programmes/public.ts';
import { applicationValue, behalfMetadata, callValue, IDS } from '../ids/entry.ts';
import { behalfForm } from '../input/behalf.ts';
import { startDraft, startOnBehalf } from '../operations/draft.ts';
import { draftsOnBehalf, findApplication, findMine } from '../queries/entry.ts';
import { mayHandle, takesEntries } from '../rules/entry.ts';
import { can, isCounted } from '../rules/machine.ts';
import { fieldWords, intakeTexts } from '../texts/entry.ts';
import { behalfModal, chooseCall, noCall } from '../views/entry.ts';
import { goOnModal } from '../views/go-on.ts';
import { stepModal } from '../views/step.ts';

async function begin(handling: Handling, call: CallOfCohort): Promise<Reply> {
  const { deps, actor, now } = handling;
  const started = await startDraft(deps, actor, now, call);
  if (!started.ok) return ephemeral(say(await closedWords(handling)));
  const { application, resumed } = started.value;
  if (resumed) return openModal(goOnModal(application, actor.locale));
  const mine = await findMine(deps.db, actor);
  const sent = mine.find((one) => one.callId === call.id && isCounted(one.state))?.number ?? null;
  return openModal(stepModal(application, { step: 1, sent }, actor.locale));
}

/** Goes on with one draft: an own one while its call is open, one entered on behalf as long as the team wants. */
export const resumeAction = defineAction(IDS.resume, applicationValue, async (handling, id) => {
  const { deps, actor, now } = handling;
  const { refusals } = intakeTexts(actor.locale);
  const application = await findApplication(deps.db, id);
  if (!application || !mayHandle(actor, application)) return ephemeral(say(refusals.not_allowed));
  if (!can(application.state, 'save')) return ephemeral(say(refusals.not_a_draft));
  const isOpen = application.onBehalf || callPhase(application.call, now) === 'open';
  return isOpen ? updateModal(goOnModal(application, actor.locale)) : ephemeral(say(refusals.draft_closed));
});

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
    .filter((call) => takesEntries(call, now))
    .slice(0, 100);
}

async function behalf(handling: Handling): Promise<Reply> {
  const { deps, actor, now } = handling;
  if (!isStaff(actor)) return ephemeral(say(intakeTexts(actor.locale).refusals.staff_only));
  const calls = await callsForBehalf(handling);
  if (calls.length === 0) return ephemeral(say(await closedWords(handling)));
  const ids = calls.map((call) => call.id);
  const drafts = await draftsOnBehalf(deps.db, ids);
  return openModal(behalfModal({ applicationId: deps.ids.next(), calls, drafts, now }, actor.locale));
}

export const behalfAction = defineAction(IDS.behalf, callValue, behalf);

export const behalfCommand: CommandHandler = {
  words: ['apply behalf', 'zgłoś w imieniu', 'zglos w imieniu'],
  help: (actor, locale) => (isStaff(actor) ? intakeTexts(locale).help.behalf : null),
  run: behalf,
};

/** The field beside which a refusal of the moment of receipt stands. */
const BESIDE = {
  future_receipt: 'day',
  late: 'time',
  not_open: 'day',
  late_reason_needed: 'late_reason',
  already_released: 'call',
  not_allowed: 'call',
} as const;

export const behalfView = defineView({
  id: IDS.behalfForm,
  metadata: behalfMetadata,
  form: () => behalfForm,
  error: fieldWords,
  run: async ({ deps, actor, now }, { callId, ...receipt }, { applicationId: id }) => {
    const { refusals } = intakeTexts(actor.locale);
    const call = await callById(deps.db, callId);
    if (!call) return fieldErrors({ call: refusals.staff_only });
    const started = await startOnBehalf(deps, actor, now, { id, call, receipt });
    if (started.ok) return updateModal(goOnModal(started.value, actor.locale));
    const { reason } = started;
    const words = reason === 'not_allowed' ? refusals.staff_only : refusals[reason];
    return fieldErrors({ [BESIDE[reason]]: words });
  },
});
