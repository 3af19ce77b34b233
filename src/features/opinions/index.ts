import type { Feature } from '../../platform/feature.ts';
import { releaseAct } from './acts.ts';
import { canvasQueue } from './jobs.ts';
import {
  namedNotice,
  offerNotice,
  reactionNotice,
  releasedNotice,
  relievedNotice,
  returnedNotice,
  selfNotice,
  sentNotice,
} from './notices.ts';
import { lookKind, nameKind, opinionSource, readKind, selfKind, taskKind, writeKind } from './obligations.ts';
import { opinionBrief, opinionPart, opinionsOffer, overdueOpinionsOffer } from './offers.ts';
import { isActionSettled, offerToFormer, opinionFallsDue, opinionWaits } from './operations/index.ts';
import * as slack from './slack/index.ts';

export const opinions: Feature = {
  name: 'opinions',
  commands: [slack.opinionCommand],
  actions: [
    slack.openAction,
    slack.writeAction,
    slack.takeAction,
    slack.releaseAction,
    slack.returnAction,
    slack.nameAction,
    slack.readAction,
    slack.reactAction,
    slack.selfAction,
    slack.taskAction,
    slack.versionsAction,
    slack.listAction,
    slack.previousAction,
    slack.nextAction,
  ],
  views: [slack.writeView, slack.returnView, slack.nameView, slack.reactView, slack.selfView],
  options: [slack.expertOptions],
  notices: [
    sentNotice,
    returnedNotice,
    releasedNotice,
    reactionNotice,
    selfNotice,
    offerNotice,
    namedNotice,
    relievedNotice,
  ],
  cards: [opinionPart],
  homes: [opinionsOffer],
  sources: [opinionSource],
  obligations: [writeKind, nameKind, lookKind, readKind, selfKind, taskKind],
  queues: [canvasQueue],
  waitingActs: [releaseAct],
  actionEnded: opinionFallsDue,
  actionReopened: opinionWaits,
  actionSettled: isActionSettled,
  onHandOver: [offerToFormer],
  handOverBriefs: [opinionBrief],
  silences: [overdueOpinionsOffer],
};
