import type { Feature } from '../../platform/feature.ts';
import { silenceTick } from './jobs.ts';
import { raisedNotice, silentNotice } from './notices.ts';
import { answerKind, requestSource } from './obligations.ts';
import { alarmOffer, raisePart } from './offers.ts';
import { alarmAction, alarmView, closeAction, closeView, notNowAction, raiseAction, raiseView } from './slack.ts';

export const concerns: Feature = {
  name: 'concerns',
  actions: [raiseAction, alarmAction, closeAction, notNowAction],
  views: [raiseView, alarmView, closeView],
  notices: [raisedNotice, silentNotice],
  cards: [raisePart],
  homes: [alarmOffer],
  sources: [requestSource],
  obligations: [answerKind],
  ticks: [silenceTick],
};
