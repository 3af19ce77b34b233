import { draftProgram, type Program } from '../../../../core/program.ts';
import type { Judged } from './judge.ts';
import { leftOver, type Offer, reach, type Serving } from './serving.ts';

/** Organisations that together have fewer places than there are of them, whatever is done with the others. */
export type Group = {
  readonly organisations: readonly string[];
  /** Everybody whom at least one of them may have, with the room there is. */
  readonly experts: readonly { readonly expertId: string; readonly room: number }[];
  /** Places in all; less than the number of organisations. */
  readonly room: number;
  /** No smaller group is short of places. */
  readonly isSmallest: boolean;
};

export const offerOf = ({ pairs, room }: Judged): Offer => ({
  allowed: pairs.map((row) => row.map((pair) => pair.expert)),
  room,
});

/** Everybody whom one of these organisations may have. */
const expertsOf = ({ allowed }: Offer, members: readonly number[]): readonly number[] =>
  [...new Set(members.flatMap((one) => allowed[one] ?? []))].sort((a, b) => a - b);

const roomOfAll = ({ room }: Offer, experts: readonly number[]): number =>
  experts.reduce((sum, expert) => sum + (room[expert] ?? 0), 0);

/** What a group says, in words of the problem. */
export function groupOf(judged: Judged, members: readonly number[], isSmallest: boolean): Group {
  const offer = offerOf(judged);
  const experts = expertsOf(offer, members);
  return {
    organisations: members.map((one) => judged.organisations[one]?.id ?? ''),
    experts: experts.map((one) => ({ expertId: judged.experts[one]?.expertId ?? '', room: judged.room[one] ?? 0 })),
    room: roomOfAll(offer, experts),
    isSmallest,
  };
}

/** A group from which none can be left out: what is reached from one organisation that is left over; the smallest such. */
export function someGroup(offer: Offer, serving: Serving): readonly number[] {
  const groups = leftOver(serving).map((one) => [...reach(offer, serving, [one]).organisations].sort((a, b) => a - b));
  return groups.reduce((least, one) => (one.length < least.length ? one : least));
}

/** Organisations that may have exactly the same experts are alike. */
type Alike = { readonly experts: readonly number[]; readonly members: readonly number[] };

/** Only what is reached from those left over can be in a smallest group. */
function alikeIn(offer: Offer, serving: Serving): readonly Alike[] {
  const reached = [...reach(offer, serving, leftOver(serving)).organisations].sort((a, b) => a - b);
  const kinds = new Map<string, Alike>();
  for (const one of reached) {
    const experts = expertsOf(offer, [one]);
    const members = kinds.get(experts.join())?.members ?? [];
    kinds.set(experts.join(), { experts, members: [...members, one] });
  }
  return [...kinds.values()];
}

export type GroupProgram = { readonly program: Program; readonly read: (values: Float64Array) => readonly number[] };

/**
 * The smallest group as a program: take organisations, as few as possible, but one more than all their experts have
 * places. How many are taken of each kind, whether any is, and which experts they bring along are its columns.
 */
export function groupProgram(offer: Offer, serving: Serving): GroupProgram {
  const kinds = alikeIn(offer, serving);
  const draft = draftProgram();
  const tooMany = draft.row(1, Number.POSITIVE_INFINITY);
  const experts = expertsOf(
    offer,
    kinds.flatMap((kind) => kind.members),
  );
  const brought = new Map<number, number[]>(experts.map((expert) => [expert, []]));
  const costs: number[] = [];
  for (const { experts: allowed, members } of kinds) {
    const onlyIfTaken = draft.row(Number.NEGATIVE_INFINITY, 0);
    const bring = allowed.map((expert) => {
      const row = draft.row(Number.NEGATIVE_INFINITY, 0);
      brought.get(expert)?.push(row);
      return [row, 1] as const;
    });
    draft.column(
      0,
      members.length,
      [
        [tooMany, 1],
        [onlyIfTaken, 1],
      ],
      true,
    );
    draft.column(0, 1, [[onlyIfTaken, -members.length], ...bring], true);
    costs.push(1, 0);
  }
  for (const expert of experts) {
    const rows = (brought.get(expert) ?? []).map((row) => [row, -1] as const);
    draft.column(0, 1, [[tooMany, -(offer.room[expert] ?? 0)], ...rows]);
    costs.push(0);
  }
  return {
    program: draft.finish([{ kind: 'least', costs: Float64Array.from(costs) }]),
    read: (values) =>
      kinds.flatMap(({ members }, kind) => members.slice(0, Math.round(values[2 * kind] ?? 0))).sort((a, b) => a - b),
  };
}

/** Whether these organisations really are more than all their experts have places (the counting condition). */
export const isShort = (offer: Offer, members: readonly number[]): boolean =>
  members.length > roomOfAll(offer, expertsOf(offer, members));
