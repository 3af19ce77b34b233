import type { Feature } from '../../platform/feature.ts';
import { nextSurvey, surveysTick } from './jobs.ts';
import {
  askChannelNotice,
  askNotice,
  lowNotice,
  remindChannelNotice,
  remindNotice,
  resultsNotice,
  sheetNotice,
} from './notices.ts';
import { foreseenSurveys } from './operations/index.ts';
import { heldConsultations } from './queries/index.ts';
import * as slack from './slack/index.ts';

export const surveys: Feature = {
  name: 'surveys',
  commands: [slack.resultsCommand],
  actions: [slack.answerAction, slack.previousAction, slack.nextAction, slack.resultsAction, slack.sheetAction],
  views: [slack.answerView],
  notices: [askNotice, remindNotice, askChannelNotice, remindChannelNotice, resultsNotice, lowNotice, sheetNotice],
  attended: [heldConsultations],
  foreseen: foreseenSurveys,
  ticks: [surveysTick],
  upcoming: nextSurvey,
};
