/** Whom each organisation may have, by number, and how many each expert can take. */
export type Offer = { readonly allowed: readonly (readonly number[])[]; readonly room: readonly number[] };

/** Who serves whom: the expert of each organisation, or null, and the organisations of each expert. */
export type Serving = { readonly expertOf: (number | null)[]; readonly servedBy: number[][] };

/** Whom an organisation left over could push aside: for each organisation reached, from whom, and its expert's room. */
type Reached = {
  readonly organisations: ReadonlySet<number>;
  readonly experts: ReadonlySet<number>;
  /** An expert with room, and the way to it: expert → organisation that asks for it. */
  readonly free: number | null;
  readonly askedBy: ReadonlyMap<number, number>;
};

/** Everything reached from organisations by asking their experts, and then those whom these experts serve. */
export function reach({ allowed, room }: Offer, { servedBy }: Serving, from: readonly number[]): Reached {
  const organisations = new Set(from);
  const askedBy = new Map<number, number>();
  // A set is walked in the order of coming, so what is added on the way is walked, too.
  for (const organisation of organisations) {
    for (const expert of allowed[organisation] ?? []) {
      if (askedBy.has(expert)) continue;
      askedBy.set(expert, organisation);
      const served = servedBy[expert] ?? [];
      if (served.length < (room[expert] ?? 0)) {
        return { organisations, experts: new Set(askedBy.keys()), free: expert, askedBy };
      }
      for (const other of served) organisations.add(other);
    }
  }
  return { organisations, experts: new Set(askedBy.keys()), free: null, askedBy };
}

/** Gives the free expert to whoever asked, who gives up the former one to whoever asked for that, and so on. */
function pass({ expertOf, servedBy }: Serving, { free, askedBy }: Reached): void {
  let expert = free;
  while (expert !== null) {
    const organisation = askedBy.get(expert);
    if (organisation === undefined) return;
    const former = expertOf[organisation] ?? null;
    expertOf[organisation] = expert;
    servedBy[expert]?.push(organisation);
    if (former !== null) servedBy[former]?.splice(servedBy[former].indexOf(organisation), 1);
    expert = former;
  }
}

/** Serves as many organisations as can be served (augmenting paths). */
export function serveAsMany(offer: Offer): Serving {
  const serving: Serving = { expertOf: offer.allowed.map(() => null), servedBy: offer.room.map(() => []) };
  for (const organisation of offer.allowed.keys()) pass(serving, reach(offer, serving, [organisation]));
  return serving;
}

/** The organisations that are left over. */
export const leftOver = ({ expertOf }: Serving): readonly number[] =>
  [...expertOf.keys()].filter((organisation) => expertOf[organisation] === null);
