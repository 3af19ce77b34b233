import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { activeOf, ledBy } from '../../assignments/public.ts';
import { opinionFactOf } from '../../opinions/public.ts';
import { isOpen, participationById, stateOf as placeStateOf } from '../../participations/public.ts';
import { findPeople } from '../../people/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import {
  closedBy,
  type Ground,
  kindOf,
  type NamingKind,
  type Owing,
  stateOf,
  type VoucherState,
} from '../rules/index.ts';
import type { OwnVoucher } from '../views/index.ts';

/** One thing that was said of a voucher. */
export type Naming = {
  readonly kind: NamingKind;
  readonly areas: readonly string[];
  readonly reason: string;
  readonly form: string;
  readonly by: string;
  readonly byId: string;
  readonly at: Date;
};

type Place = NonNullable<Awaited<ReturnType<typeof participationById>>>;

/** A voucher as it stands: on what ground, and all that was said of it, the oldest first. */
export type Voucher = {
  readonly place: Place;
  readonly ground: Ground;
  readonly state: VoucherState;
  readonly expertId: string | null;
  readonly isTied: boolean;
  readonly isReleased: boolean;
  readonly said: readonly Naming[];
};

export const isTied = async (db: Db | Tx, personId: string, organisationId: string): Promise<boolean> =>
  (await db.tie.count({ where: { expertId: personId, organisationId, endedAt: null } })) > 0;

async function saidOf(db: Db | Tx, participationId: string): Promise<readonly Naming[]> {
  const rows = await db.voucherNaming.findMany({ where: { participationId }, orderBy: { number: 'asc' } });
  const people = await findPeople(db, [...new Set(rows.map(({ namedBy }) => namedBy))]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ kind, areas, reason, form, namedBy, namedAt }) => ({
    ...{ kind: kindOf(kind), areas, reason, form, at: namedAt, byId: namedBy, by: names.get(namedBy) ?? '?' },
  }));
}

/** The voucher of a place; null when there is no such place. */
export async function voucherOf(db: Db | Tx, participationId: string): Promise<Voucher | null> {
  const place = await participationById(db, participationId);
  if (!place) return null;
  const opinion = await opinionFactOf(db, participationId);
  const expertId = (await activeOf(db, participationId))?.expertId ?? null;
  const hasVoucher = definitionOf(place.cohort).switches.voucher && place.cohort.voucherGrosze > 0;
  const ground = { hasVoucher, opinion, isPlaceOpen: isOpen(placeStateOf(place.state)) };
  const said = await saidOf(db, participationId);
  const state = stateOf(
    ground,
    said.map(({ kind }) => kind),
  );
  const tied = expertId !== null && (await isTied(db, expertId, place.organisationId));
  return { place, ground, state, expertId, isTied: tied, isReleased: opinion?.isReleased ?? false, said };
}

/** Vouchers of the organisations that an expert leads, as far as they may say something of them. */
export async function ownVouchers(db: Db, expertId: string): Promise<readonly OwnVoucher[]> {
  const led = await ledBy(db, expertId);
  const all = await Promise.all(led.map(({ participationId }) => voucherOf(db, participationId)));
  return all.flatMap((voucher) => {
    if (!voucher || voucher.isTied || closedBy(voucher.ground)) return [];
    const { place, state } = voucher;
    return [{ participationId: place.id, organisation: place.organisation.name, state }];
  });
}

/** What places owe is told from. */
export async function owingsOf(db: Db | Tx, participationIds: readonly string[]): Promise<readonly Owing[]> {
  const found: Owing[] = [];
  // One after the other: a transaction has one connection.
  for (const participationId of participationIds) {
    const voucher = await voucherOf(db, participationId);
    if (!voucher) continue;
    const { place, state, expertId, isTied: tied } = voucher;
    found.push({ participationId, cohortId: place.cohortId, state, expertId: tied ? null : expertId });
  }
  return found;
}

/** Only of places whose action has ended can anything be owed. */
export const everyVoucher = async (db: Db): Promise<readonly string[]> =>
  (await db.opinion.findMany({ select: { participationId: true } })).map(({ participationId }) => participationId);

export const placesOfOpinions = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (await db.opinion.findMany({ where: { id: { in: [...ids] } }, select: { participationId: true } })).map(
    ({ participationId }) => participationId,
  );

export const placesOfAssignments = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (
    await db.assignment.findMany({
      where: { id: { in: [...ids] }, participation: { opinion: { isNot: null } } },
      select: { participationId: true },
    })
  ).map(({ participationId }) => participationId);

/** A tie of somebody changes what they may name. */
export const placesOfPeople = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (
    await db.assignment.findMany({
      where: { expertId: { in: [...ids] }, state: 'active', participation: { opinion: { isNot: null } } },
      select: { participationId: true },
    })
  ).map(({ participationId }) => participationId);

/** The programme's areas, as options; a key it does not know is shown as it is. */
export const areasOf = ({ place }: Pick<Voucher, 'place'>) => definitionOf(place.cohort).voucherAreas;

export const areaNames = (voucher: Pick<Voucher, 'place'>, keys: readonly string[], locale: Locale) =>
  keys.map((key) => areasOf(voucher).find((area) => area.key === key)?.label[locale] ?? key);
