import type { Feature } from '../../platform/feature.ts';
import { consultationSilences, consultationsBrief } from './hooks.ts';
import { consultationsTick, nextConsultation } from './jobs.ts';
import { awayNotice, endedNotice, movedNotice, offeredNotice, timeNotice, wishNotice } from './notices.ts';
import { answerKind, attendKind, consultationSource } from './obligations.ts';
import { consultationsPart, mineOffer } from './offers.ts';
import { askToMove, handOverBookings } from './operations/index.ts';
import * as slack from './slack/index.ts';

export const consultations: Feature = {
  name: 'consultations',
  commands: [slack.bookCommand],
  actions: [
    slack.bookAction,
    slack.pickAction,
    slack.listAction,
    slack.approveAction,
    slack.refuseAction,
    slack.moveAction,
    slack.cancelAction,
    slack.claimAction,
    slack.leaveAction,
  ],
  views: [slack.timesView, slack.detailsView, slack.joinView, slack.moveView, slack.cancelView, slack.refuseView],
  notices: [timeNotice, movedNotice, endedNotice, awayNotice, offeredNotice, wishNotice],
  cards: [consultationsPart],
  homes: [mineOffer],
  sources: [consultationSource],
  obligations: [answerKind, attendKind],
  onAway: [askToMove],
  onHandOver: [handOverBookings],
  handOverBriefs: [consultationsBrief],
  silences: [consultationSilences],
  ticks: [consultationsTick],
  upcoming: nextConsultation,
};
