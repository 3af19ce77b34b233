import type { Feature } from '../../platform/feature.ts';
import { namedNotice } from './notices.ts';
import { areaKind, voucherSource } from './obligations.ts';
import { areaPart, voucherBrief, vouchersOffer } from './offers.ts';
import * as slack from './slack.ts';

export const vouchers: Feature = {
  name: 'vouchers',
  commands: [slack.voucherCommand],
  actions: [slack.nameAction],
  views: [slack.nameView],
  notices: [namedNotice],
  cards: [areaPart],
  homes: [vouchersOffer],
  sources: [voucherSource],
  obligations: [areaKind],
  handOverBriefs: [voucherBrief],
};
