import type { Feature } from '../../platform/feature.ts';
import { handOverAct } from './acts/hand-over.ts';
import { applyAct, proposeAct, withdrawAct } from './acts.ts';
import { announceTick, leaveTick, nextLeaving, waitingTick } from './jobs.ts';
import { briefNotice, handingOverNotice, leftNotice, partingNotice, staysNotice } from './notices/hand-over.ts';
import {
  acceptedNotice,
  answeredNotice,
  planAppliedNotice,
  proposedNotice,
  waitingNotice,
  withdrawnNotice,
} from './notices.ts';
import { answerKind, assignmentSource, findKind, leadOffer, placeSource } from './obligations.ts';
import { assignPart, expertPart } from './offers.ts';
import * as slack from './slack/index.ts';
import { planHandlers } from './slack/plan/index.ts';

export const assignments: Feature = {
  name: 'assignments',
  commands: [slack.assignCommand, slack.handOverCommand, ...planHandlers.commands],
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
    slack.handOverAction,
    slack.handOverPickAction,
    slack.stopAction,
    ...planHandlers.actions,
  ],
  views: [
    ...[slack.pickView, slack.overrideView, slack.declineView, slack.handOverPickView, slack.handOverView],
    ...planHandlers.views,
  ],
  options: [slack.placeOptions, slack.ledOptions, ...planHandlers.options],
  notices: [
    proposedNotice,
    withdrawnNotice,
    acceptedNotice,
    answeredNotice,
    waitingNotice,
    planAppliedNotice,
    handingOverNotice,
    leftNotice,
    partingNotice,
    briefNotice,
    staysNotice,
  ],
  cards: [expertPart, assignPart],
  homes: [slack.mineOffer, slack.handOverOffer],
  sources: [assignmentSource, placeSource],
  obligations: [answerKind, findKind],
  leads: [leadOffer],
  waitingActs: [proposeAct, withdrawAct, handOverAct, applyAct],
  ticks: [announceTick, waitingTick, leaveTick],
  upcoming: nextLeaving,
};
