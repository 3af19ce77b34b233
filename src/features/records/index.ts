import type { Feature } from '../../platform/feature.ts';
import { dueTick, nextQuestion } from './jobs.ts';
import {
  askedNotice,
  cardNotice,
  commentedNotice,
  disagreedNotice,
  endedNotice,
  missedNotice,
  sheetNotice,
} from './notices.ts';
import { cardKind, confirmKind, decideKind, recordSource } from './obligations.ts';
import { cardBrief, minutesOffer, overdueCards } from './offers.ts';
import * as slack from './slack/index.ts';

export const records: Feature = {
  name: 'records',
  commands: [slack.minutesCommand],
  actions: [
    ...slack.answerActions,
    ...slack.decideActions,
    slack.writeAction,
    slack.confirmAction,
    slack.commentAction,
    slack.versionsAction,
    slack.minutesAction,
    slack.exportAction,
  ],
  views: [slack.writeView, slack.commentView],
  notices: [askedNotice, disagreedNotice, missedNotice, endedNotice, cardNotice, commentedNotice, sheetNotice],
  homes: [minutesOffer],
  sources: [recordSource],
  obligations: [cardKind, confirmKind, decideKind],
  handOverBriefs: [cardBrief],
  silences: [overdueCards],
  ticks: [dueTick],
  upcoming: nextQuestion,
};
