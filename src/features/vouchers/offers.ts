import { isExpert } from '../../core/actor.ts';
import type { BriefOffer, CardOffer, HomeOffer } from '../../platform/feature.ts';
import { areaNames, ownVouchers, voucherOf } from './queries/index.ts';
import { texts } from './texts.ts';
import { ownBlocks, shortName } from './views/index.ts';

const ORDER = 9;

/** The area on the organisation's card, once it can read the opinion. */
export const areaPart: CardOffer = async (deps, participationId, locale) => {
  const voucher = await voucherOf(deps.db, participationId);
  const last = voucher?.said.findLast(({ kind }) => kind !== 'note');
  if (!voucher?.isReleased || last?.kind !== 'named') return null;
  const areas = shortName(areaNames(voucher, last.areas, locale).join(', '));
  return { order: ORDER, fields: [[texts(locale).card.label, areas]] };
};

/** Experts see the way to the voucher of each organisation they lead: for a note at any time, or a naming that has to change. */
export const vouchersOffer: HomeOffer = async (deps, actor) => {
  if (!isExpert(actor)) return null;
  const own = await ownVouchers(deps.db, actor.personId);
  return own.length > 0 ? ownBlocks(own, actor.locale) : null;
};

/** For the expert who takes over: what was said of the voucher, the newest first. */
export const voucherBrief: BriefOffer = async (_deps, db, participationId, locale) => {
  const voucher = await voucherOf(db, participationId);
  const words = texts(locale);
  return (voucher?.said ?? []).toReversed().map(({ kind, areas, reason }) => {
    const names = voucher ? areaNames(voucher, areas, locale).join(', ') : '';
    return words.brief(words.kinds[kind], names, reason);
  });
};
