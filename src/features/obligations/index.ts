import type { Feature } from '../../platform/feature.ts';
import { nextReminder, remindTick, repairTick } from './jobs.ts';
import { reminderNotice } from './notices.ts';
import { nextOffer, placeOffer } from './offers.ts';
import { noteTouched } from './operations/touched.ts';
import { laterAction, tomorrowAction } from './slack.ts';

export const obligations: Feature = {
  name: 'obligations',
  actions: [tomorrowAction, laterAction],
  notices: [reminderNotice],
  homes: [nextOffer],
  briefs: [nextOffer],
  cards: [placeOffer],
  onRecord: [noteTouched],
  ticks: [remindTick, repairTick],
  upcoming: nextReminder,
};
