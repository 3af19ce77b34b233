import type { Feature } from '../../platform/feature.ts';
import { removeAct } from './acts.ts';
import { nextDeadline, overdueTick } from './jobs.ts';
import { answeredNotice, askedNotice, closingNotice, movedNotice } from './notices.ts';
import { deadlineSource, dueKinds, requestKind } from './obligations.ts';
import { datesPart, listsOffer } from './offers.ts';
import { withdrawFormersWishes } from './operations/index.ts';
import * as slack from './slack/index.ts';

export const deadlines: Feature = {
  name: 'deadlines',
  commands: [slack.deadlineCommand],
  actions: [
    slack.listAction,
    slack.previousAction,
    slack.nextAction,
    slack.historyAction,
    slack.putAction,
    slack.finishAction,
    slack.reopenAction,
    slack.removeAction,
    slack.closingAction,
    slack.lastDayAction,
    slack.doneAction,
    slack.askAction,
    slack.withdrawAction,
    slack.approveAction,
    slack.refuseAction,
  ],
  views: [
    slack.putView,
    slack.checkView,
    slack.finishView,
    slack.reopenView,
    slack.removeView,
    slack.closingView,
    slack.closingCheckView,
    slack.lastDayView,
    slack.askView,
    slack.refuseView,
  ],
  options: [slack.placesOptions],
  notices: [movedNotice, askedNotice, answeredNotice, closingNotice],
  cards: [datesPart],
  homes: [listsOffer],
  sources: [deadlineSource],
  obligations: [dueKinds, requestKind],
  onHandOver: [withdrawFormersWishes],
  waitingActs: [removeAct],
  ticks: [overdueTick],
  upcoming: nextDeadline,
};
