import type { Feature } from '../../platform/feature.ts';
import { cancelAct, moveAct } from './acts.ts';
import { eventsTick, nextEvent } from './jobs.ts';
import * as notices from './notices.ts';
import { eventSource, invitationSource, matterKinds } from './obligations.ts';
import { eventsPart, homeOffer } from './offers.ts';
import { eventsEnded } from './queries/index.ts';
import * as slack from './slack/index.ts';

export const events: Feature = {
  name: 'events',
  commands: [slack.eventCommand],
  actions: [
    ...[
      slack.listAction,
      slack.previousAction,
      slack.nextAction,
      slack.openAction,
      slack.showAction,
      slack.createAction,
    ],
    ...[slack.editAction, slack.dropAction, slack.announceAction, slack.moveAction, slack.confirmAction],
    ...[slack.cancelAction, slack.holdAction, slack.peopleAction, slack.attendanceAction, slack.codeAction],
    ...[slack.missingAction, slack.excuseAction, slack.needsListAction, slack.certificatesAction],
    ...[slack.whoAction, slack.declineAction, slack.swapAction, slack.confirmDatesAction, slack.claimAction],
    ...[slack.signUpAction, slack.leaveAction, slack.confirmSelfAction, slack.checkInAction, slack.needsAction],
    ...[slack.certificateAction, slack.signUpForAction],
  ],
  views: [
    ...[slack.createView, slack.editView, slack.announceView, slack.moveView, slack.checkView, slack.cancelView],
    ...[slack.attendanceView, slack.excuseView, slack.whoView, slack.declineView, slack.swapView],
    ...[slack.checkInView, slack.needsView, slack.signUpForView],
  ],
  notices: Object.values(notices),
  attended: [eventsEnded],
  cards: [eventsPart],
  homes: [homeOffer],
  sources: [eventSource, invitationSource],
  obligations: matterKinds,
  waitingActs: [moveAct, cancelAct],
  ticks: [eventsTick],
  upcoming: nextEvent,
};
