import type { Feature } from '../../platform/feature.ts';
import { proposeAct, withdrawAct } from './acts.ts';
import { announceTick, waitingTick } from './jobs.ts';
import { acceptedNotice, answeredNotice, proposedNotice, waitingNotice, withdrawnNotice } from './notices.ts';
import { answerKind, assignmentSource, findKind, leadOffer, placeSource } from './obligations.ts';
import { assignPart, expertPart } from './offers.ts';
import * as slack from './slack/index.ts';

export const assignments: Feature = {
  name: 'assignments',
  commands: [slack.assignCommand],
  actions: [
    slack.assignAction,
    slack.pickAction,
    slack.previousAction,
    slack.nextAction,
    slack.proposeAction,
    slack.overrideAction,
    slack.withdrawAction,
    slack.acceptAction,
    slack.declineAction,
  ],
  views: [slack.pickView, slack.overrideView, slack.declineView],
  options: [slack.placeOptions],
  notices: [proposedNotice, withdrawnNotice, acceptedNotice, answeredNotice, waitingNotice],
  cards: [expertPart, assignPart],
  homes: [slack.mineOffer],
  sources: [assignmentSource, placeSource],
  obligations: [answerKind, findKind],
  leads: [leadOffer],
  waitingActs: [proposeAct, withdrawAct],
  ticks: [announceTick, waitingTick],
};
