/** How a voucher stands up to here; what follows (granted, used, settled) belongs to grants. */
export type VoucherState = 'not_available' | 'eligible' | 'area_named' | 'not_recommended';
export const KINDS = ['named', 'not_recommended', 'note'] as const;
export type NamingKind = (typeof KINDS)[number];

/** Reads a stored kind; anything else is a fault of the data and throws. */
export function kindOf(stored: string): NamingKind {
  const found = KINDS.find((kind) => kind === stored);
  if (!found) throw new Error(`not a kind of naming: ${stored}`);
  return found;
}

/** What decides whether an area can be named. */
export type Ground = {
  /** The programme has vouchers, and this cohort a sum for them. */
  readonly hasVoucher: boolean;
  /** Null: no opinion is due. */
  readonly opinion: { readonly scope: 'action' | 'preparation'; readonly isSent: boolean } | null;
  readonly isPlaceOpen: boolean;
};

/** Why no area is named: only after the opinion was sent (ME-9), and after a cancelled action by staff's decision alone (29). */
export function obstacle({ hasVoucher, opinion, isPlaceOpen }: Ground) {
  if (!hasVoucher) return 'no_voucher' as const;
  if (!isPlaceOpen) return 'place_closed' as const;
  if (!opinion?.isSent) return 'no_opinion' as const;
  return opinion.scope === 'preparation' ? ('by_decision' as const) : null;
}
export type Obstacle = NonNullable<ReturnType<typeof obstacle>>;

/** Why nothing at all is said of it; before the opinion was sent, notes may be kept. */
export function closedBy(ground: Ground): Exclude<Obstacle, 'no_opinion'> | null {
  const stopped = obstacle(ground);
  return stopped === 'no_opinion' ? null : stopped;
}

/** The state of a voucher: what was said last counts, notes aside. */
export function stateOf(ground: Ground, kinds: readonly NamingKind[]): VoucherState {
  const last = kinds.findLast((kind) => kind !== 'note');
  if (last) return last === 'named' ? 'area_named' : 'not_recommended';
  return obstacle(ground) ? 'not_available' : 'eligible';
}
