import type { Feature } from '../../platform/feature.ts';
import { repairTick } from './jobs.ts';
import { nextOffer, placeOffer } from './offers.ts';
import { noteTouched } from './operations/touched.ts';

export const obligations: Feature = {
  name: 'obligations',
  homes: [nextOffer],
  briefs: [nextOffer],
  cards: [placeOffer],
  onRecord: [noteTouched],
  ticks: [repairTick],
};
