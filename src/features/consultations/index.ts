import type { Feature } from '../../platform/feature.ts';
import { consultationsTick, nextConsultation } from './jobs.ts';
import {
  awayNotice,
  endedNotice,
  movedNotice,
  offeredNotice,
  questionNotice,
  takenNotice,
  timeNotice,
  wishNotice,
} from './notices.ts';
import { answerKind, attendKind, consultationSource, questionKind, questionSource } from './obligations.ts';
import { consultationSilences, consultationsBrief, consultationsPart, mineOffer } from './offers.ts';
import { askToMove, handOverBookings, takePleaBack } from './operations/index.ts';
import { takenBetween } from './queries/index.ts';
import * as slack from './slack/index.ts';

export const consultations: Feature = {
  name: 'consultations',
  commands: [slack.bookCommand],
  actions: [
    slack.bookAction,
    slack.listAction,
    slack.previousAction,
    slack.nextAction,
    slack.approveAction,
    slack.refuseAction,
    slack.moveAction,
    slack.cancelAction,
    slack.claimAction,
    slack.leaveAction,
    slack.askAction,
    slack.takeAction,
  ],
  options: [slack.expertOptions],
  views: [
    slack.pickView,
    slack.timesView,
    slack.detailsView,
    slack.joinView,
    slack.moveView,
    slack.cancelView,
    slack.refuseView,
    slack.askView,
  ],
  notices: [timeNotice, movedNotice, endedNotice, awayNotice, offeredNotice, wishNotice, questionNotice, takenNotice],
  cards: [consultationsPart],
  homes: [mineOffer],
  sources: [consultationSource, questionSource],
  obligations: [answerKind, attendKind, questionKind],
  onAway: [askToMove],
  onBack: [takePleaBack],
  booked: [takenBetween],
  onHandOver: [handOverBookings],
  handOverBriefs: [consultationsBrief],
  silences: [consultationSilences],
  ticks: [consultationsTick],
  upcoming: nextConsultation,
};
