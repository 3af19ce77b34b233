import type { Feature } from '../../platform/feature.ts';
import { channelQueue } from './jobs/index.ts';
import { helpNotice, reportNotice } from './notices.ts';
import { quietPlaces } from './queries/index.ts';
import { askAction, askView, cardCommand, ownOffer, retryAction, troubleOffer, whoAction } from './slack/index.ts';

export const participations: Feature = {
  name: 'participations',
  commands: [cardCommand],
  actions: [whoAction, askAction, retryAction],
  views: [askView],
  notices: [reportNotice, helpNotice],
  queues: [channelQueue],
  quiet: [quietPlaces],
  homes: [troubleOffer, ownOffer],
};
