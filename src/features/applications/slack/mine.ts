import { isStaff } from '../../../core/actor.ts';
import {
  type CommandHandler,
  defineAction,
  defineView,
  type Handling,
  noValue,
} from '../../../platform/slack/handlers.ts';
import { closeModal, ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { applicationMetadata, applicationValue, IDS } from '../ids/entry.ts';
import { withdrawForm } from '../input/behalf.ts';
import type { Answers } from '../input/form.ts';
import { confirmEntered, pullBack, withdraw } from '../operations/change.ts';
import { findApplication, findMine, lastSubmission } from '../queries/entry.ts';
import { mayHandle, mayWithdraw } from '../rules/entry.ts';
import { fieldWords, intakeTexts } from '../texts/entry.ts';
import { answersModal, mineMessage, withdrawModal } from '../views/mine.ts';
import { shortName } from '../views/names.ts';
import { stepModal } from '../views/step.ts';

async function showMine({ deps, actor, now }: Handling): Promise<Reply> {
  return ephemeral(mineMessage(await findMine(deps.db, actor), now, actor.locale));
}

export const mineCommand: CommandHandler = {
  words: ['my', 'moje'],
  help: (_actor, locale) => intakeTexts(locale).help.mine,
  run: showMine,
};

export const mineAction = defineAction(IDS.mine, noValue, showMine);

/** The copy of what was sent, for the people of the organisation and for staff (APP-4). */
export const answersAction = defineAction(IDS.answers, applicationValue, async ({ deps, actor }, id) => {
  const application = await findApplication(deps.db, id);
  const allowed = application && (mayHandle(actor, application) || isStaff(actor, application.cohortId));
  if (!allowed) return ephemeral(say(intakeTexts(actor.locale).refusals.not_allowed));
  const sent = await lastSubmission(deps.db, id);
  const answers = (sent?.answers ?? application.answers) as Answers;
  return openModal(answersModal(application, answers, actor.locale));
});

export const pullBackAction = defineAction(IDS.pullBack, applicationValue, async ({ deps, actor, now }, id) => {
  const outcome = await pullBack(deps, actor, now, id);
  if (!outcome.ok) return ephemeral(say(intakeTexts(actor.locale).refusals[outcome.reason]));
  return openModal(stepModal(outcome.value, { step: 1, resumed: true }, actor.locale));
});

export const withdrawAction = defineAction(IDS.withdraw, applicationValue, async ({ deps, actor }, id) => {
  const { refusals } = intakeTexts(actor.locale);
  const application = await findApplication(deps.db, id);
  if (!application) return ephemeral(say(refusals.not_allowed));
  const allowed = mayWithdraw(actor, application);
  return allowed.ok ? openModal(withdrawModal(application, actor.locale)) : ephemeral(say(refusals[allowed.reason]));
});

export const withdrawView = defineView({
  id: IDS.withdrawForm,
  metadata: applicationMetadata,
  form: () => withdrawForm,
  error: fieldWords,
  run: async ({ deps, actor, now }, { reason }, { applicationId: id }) => {
    const words = intakeTexts(actor.locale);
    const outcome = await withdraw(deps, actor, now, { id, reason });
    if (!outcome.ok) return closeModal(say(words.refusals[outcome.reason]));
    return closeModal(say(words.withdraw.done(shortName(outcome.value.organisationName ?? words.mine.noName))));
  },
});

const entered = (id: string, act: 'confirm' | 'decline') =>
  defineAction(id, applicationValue, async ({ deps, actor, now }, application) => {
    const { refusals, behalf } = intakeTexts(actor.locale);
    const outcome = await confirmEntered(deps, actor, now, { id: application, act });
    if (!outcome.ok)
      return ephemeral(say(outcome.reason === 'not_allowed' ? refusals.staff_only : refusals[outcome.reason]));
    const number = outcome.value.number ?? 0;
    return ephemeral(say(act === 'confirm' ? behalf.confirmed(number) : behalf.declined(number)));
  });

export const confirmAction = entered(IDS.behalfConfirm, 'confirm');
export const declineAction = entered(IDS.behalfDecline, 'decline');
