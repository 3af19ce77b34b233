import type { Feature } from '../../platform/feature.ts';
import { applyAct, proposeAct, withdrawAct } from './acts.ts';
import { announceTick, waitingTick } from './jobs.ts';
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
  commands: [slack.assignCommand, ...planHandlers.commands],
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
    ...planHandlers.actions,
  ],
  views: [slack.pickView, slack.overrideView, slack.declineView, ...planHandlers.views],
  options: [slack.placeOptions, ...planHandlers.options],
  notices: [proposedNotice, withdrawnNotice, acceptedNotice, answeredNotice, waitingNotice, planAppliedNotice],
  cards: [expertPart, assignPart],
  homes: [slack.mineOffer],
  sources: [assignmentSource, placeSource],
  obligations: [answerKind, findKind],
  leads: [leadOffer],
  waitingActs: [proposeAct, withdrawAct, applyAct],
  ticks: [announceTick, waitingTick],
};
