import type { ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { participationById } from '../participations/public.ts';
import { everyVoucher, owingsOf, placesOfAssignments, placesOfOpinions, placesOfPeople } from './queries/index.ts';
import { AREA_MATTER, owedFor } from './rules/index.ts';
import { areaMatter } from './views/index.ts';

const same = async <T>(_tx: unknown, ids: T): Promise<T> => ids;

/** The area is owed from the moment the opinion is sent until it is named; things are places of organisations. */
export const voucherSource: ObligationSource = {
  name: 'voucher',
  touchedBy: {
    voucher: same,
    participation: same,
    opinion: placesOfOpinions,
    assignment: placesOfAssignments,
    person: placesOfPeople,
  },
  everything: everyVoucher,
  owed: async (_deps, db, ids) =>
    new Map((await owingsOf(db, ids)).map((one) => [one.participationId, owedFor(one)] as const)),
};

export const areaKind: ObligationKind = {
  kind: AREA_MATTER,
  words: async (deps, rows, locale) => {
    const words = await Promise.all(
      rows.map(async ({ id, participationId, ownerKind }) => {
        const place = participationId ? await participationById(deps.db, participationId) : null;
        if (!place) return [];
        const facts = { participationId: place.id, organisation: place.organisation.name };
        return [[id, areaMatter(facts, ownerKind === 'staff', locale)] as const];
      }),
    );
    return new Map(words.flat());
  },
};
