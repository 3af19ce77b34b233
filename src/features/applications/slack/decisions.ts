import { isStaff } from '../../../core/actor.ts';
import type { Feature, HomeOffer } from '../../../platform/feature.ts';
import {
  type ActionHandler,
  type CommandHandler,
  defineAction,
  type Handling,
  noValue,
} from '../../../platform/slack/handlers.ts';
import { type Reply, updateModal } from '../../../platform/slack/reply.ts';
import { cohortOfChannel, formOf } from '../../programmes/public.ts';
import { releaseAct } from '../acts.ts';
import { answerCodec, placeCodec, REVIEW_IDS, seenCodec, startOf } from '../ids/decisions.ts';
import { openWork } from '../queries/work.ts';
import { decisionTexts } from '../texts/decisions.ts';
import { answerModal } from '../views/answer.ts';
import { homeBlocks } from '../views/choose.ts';
import { confirmEntryAction, declineEntryAction } from './review-confirm.ts';
import { decideAction, decideView, formalAction, formalView } from './review-forms.ts';
import { publicListNotice, releasedNotice, resultNotice } from './review-notices.ts';
import { applicationFor, cohortsOf, notAllowed, showApplication, showChoice, showList } from './review-pages.ts';
import { byHandActions, releaseAction, releaseView, toldAction } from './review-release.ts';

/** In a cohort's channel its call (the latest that has begun), elsewhere a choice. */
async function showApplications(handling: Handling): Promise<Reply> {
  const { deps, actor, channelId, now } = handling;
  if (!isStaff(actor)) return notAllowed(handling);
  const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
  const call = cohort?.calls.findLast((one) => one.opensAt <= now) ?? cohort?.calls[0];
  return call ? showList(handling, startOf(call.id)) : showChoice(handling);
}

const applicationsCommand: CommandHandler = {
  words: ['applications', 'zgłoszenia', 'zgloszenia'],
  help: (actor, locale) => (isStaff(actor) ? decisionTexts(locale).help : null),
  run: showApplications,
};

const toList = (id: string): ActionHandler =>
  defineAction(id, placeCodec, (handling, place) => showList(handling, place));
const toApplication = (id: string): ActionHandler =>
  defineAction(id, seenCodec, (handling, seen) => showApplication(handling, seen));

const chooseAction = defineAction(REVIEW_IDS.cohorts, noValue, showChoice);

const answerAction = defineAction(REVIEW_IDS.answer, answerCodec, async (handling, { key, ...seen }) => {
  const application = await applicationFor(handling, seen.id);
  if (!application) return notAllowed(handling);
  const { steps } = formOf(application.cohort, application.call.stage);
  const question = steps.flatMap((step) => step.questions).find((one) => one.key === key);
  if (!question) return showApplication(handling, seen);
  return updateModal(answerModal({ application, question, seen }, handling.actor.locale));
});

/** Calls shown in App Home; the rest is behind the command. */
const HOME_SHOWN = 5;

const staffHome: HomeOffer = async (deps, actor, now) => {
  if (!isStaff(actor)) return null;
  const open = await openWork(deps.db, cohortsOf({ deps, actor, now, channelId: null }), now, HOME_SHOWN);
  return open.length > 0 ? homeBlocks(open, actor.locale) : null;
};

const LIST_IDS = [
  REVIEW_IDS.list,
  REVIEW_IDS.filterGroup,
  REVIEW_IDS.filterVoivodeship,
  REVIEW_IDS.filterTodo,
  REVIEW_IDS.previousPage,
  REVIEW_IDS.nextPage,
  REVIEW_IDS.back,
];

const APPLICATION_IDS = [
  REVIEW_IDS.open,
  REVIEW_IDS.previous,
  REVIEW_IDS.next,
  REVIEW_IDS.earlierAnswers,
  REVIEW_IDS.furtherAnswers,
];

/** The staff's half of the feature: list, checks, decisions, release. The intake's `index.ts` puts it beside its own. */
export const decisionHandlers = {
  commands: [applicationsCommand],
  actions: [
    chooseAction,
    ...LIST_IDS.map(toList),
    ...APPLICATION_IDS.map(toApplication),
    answerAction,
    confirmEntryAction,
    declineEntryAction,
    formalAction,
    decideAction,
    releaseAction,
    ...byHandActions,
    toldAction,
  ],
  views: [formalView, decideView, releaseView],
  homes: [staffHome],
  waitingActs: [releaseAct],
  notices: [resultNotice, releasedNotice, publicListNotice],
} satisfies Partial<Feature>;
