import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notifyAll, retell } from '../../notices/public.ts';
import { touchCard } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import { type OpinionRow, opinionById } from '../queries/index.ts';

/** An opinion, kept from changing until the act is done; null when there is none. */
export async function lockOpinion({ tx }: Pick<Doing, 'tx'>, id: string): Promise<OpinionRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Opinion" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return opinionById(tx, id);
}

type Line = {
  readonly act: string;
  readonly to?: string;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly onBehalfOf?: string;
};

/** The journal line of an act on an opinion, and every place that shows it put right. */
export async function conclude(doing: Doing, row: OpinionRow, { act, ...line }: Line): Promise<void> {
  const { deps, tx, actor, now } = doing;
  const { id: opinionId, cohortId, participationId, state: from } = row;
  await record(deps, tx, actor, now, {
    ...{ act: `opinions.${act}`, subject: 'opinion', subjectId: opinionId, cohortId },
    ...{ ...(line.to === undefined ? {} : { from }), ...line },
  });
  const kind = { in: [NOTICES.sent, NOTICES.returned, NOTICES.released, NOTICES.offer, NOTICES.named] };
  await retell(deps, tx, { cohortId, kind, params: { path: ['opinionId'], equals: opinionId } });
  await touchCard(deps, tx, participationId);
}

type Said = {
  readonly kind: string;
  /** Beside the opinion's id; also what tells one saying from another. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  readonly to: { readonly person: string } | { readonly channel: string } | { readonly staffOf: string };
};

/** The name under which something is said once: of one kind, with these params, to one target. */
export const saidKey = (opinionId: string, { kind, params = {}, to }: Said): string =>
  [kind, opinionId, ...Object.entries(params).flat(), ...Object.values(to)].join(':');

/** Says something of an opinion, each once. */
export const tell = ({ deps, tx, now }: Doing, row: OpinionRow, said: readonly Said[]): Promise<void> =>
  notifyAll(
    deps,
    tx,
    said.map((one) => ({
      ...{ kind: one.kind, params: { opinionId: row.id, ...one.params }, to: one.to, at: now, cohortId: row.cohortId },
      key: saidKey(row.id, one),
    })),
  );

/** A released version for the organisation: in its channel, or to staff while it has none. */
export const saidReleased = ({ participation, cohortId }: OpinionRow, number: number): Said => ({
  ...{ kind: NOTICES.released, params: { number } },
  to: participation.channelId ? { channel: participation.channelId } : { staffOf: cohortId },
});
