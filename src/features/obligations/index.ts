import type { Feature } from '../../platform/feature.ts';
import { digestTick, nextSaid, remindTick, repairTick } from './jobs.ts';
import { digestNotice, reminderNotice } from './notices.ts';
import { nextOffer, placeOffer } from './offers.ts';
import { foreseenDigests } from './operations/digest.ts';
import { forgetFormer } from './operations/place.ts';
import { noteTouched } from './operations/touched.ts';
import { allAction, laterAction, nextAction, previousAction, tomorrowAction } from './slack.ts';

export const obligations: Feature = {
  name: 'obligations',
  actions: [tomorrowAction, laterAction, allAction, previousAction, nextAction],
  notices: [reminderNotice, digestNotice],
  homes: [nextOffer],
  briefs: [nextOffer],
  cards: [placeOffer],
  onRecord: [noteTouched],
  onHandOver: [forgetFormer],
  foreseen: foreseenDigests,
  ticks: [digestTick, remindTick, repairTick],
  upcoming: nextSaid,
};
