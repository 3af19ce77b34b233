import type { Feature } from '../../platform/feature.ts';
import { awayNotice, standsInNotice } from './notices.ts';
import { ownOffer, staffOffer } from './offers.ts';
import * as slack from './slack/index.ts';

export const availability: Feature = {
  name: 'availability',
  commands: [slack.hoursCommand, slack.awayCommand],
  actions: [
    slack.hoursAction,
    slack.previousAction,
    slack.nextAction,
    slack.backAction,
    slack.termsAction,
    slack.weeklyAction,
    slack.exceptionAction,
    slack.editWeeklyAction,
    slack.editExceptionAction,
    slack.removeAction,
    slack.absencesAction,
    slack.absencesBackAction,
    slack.awayAction,
    slack.endAbsenceAction,
  ],
  views: [slack.termsView, slack.weeklyView, slack.exceptionView, slack.awayView, slack.awayCheckView],
  options: [slack.zoneOptions, slack.expertOptions, slack.substituteOptions],
  notices: [awayNotice, standsInNotice],
  homes: [ownOffer, staffOffer],
};
