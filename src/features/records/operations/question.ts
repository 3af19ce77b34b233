import type { Doing } from '../../../platform/feature.ts';
import { notifyAll } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type MeetingRow, meetingById, settingsOf } from '../queries/index.ts';
import { silentFrom } from '../rules/index.ts';

export type Act = Pick<Doing, 'deps' | 'tx' | 'now'>;

/** A meeting, kept from changing until the act is done; null when there is none. */
export async function lockMeeting({ tx }: Act, id: string): Promise<MeetingRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Consultation" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return meetingById(tx, id);
}

export const SIDES = ['organisation', 'expert'] as const;

/** The key of the question to one side. */
export const askedKey = (consultationId: string, side: (typeof SIDES)[number]): string =>
  `${NOTICES.asked}:${consultationId}:${side}`;

/** Asks both sides whether it took place, once: the organisation in its channel, the expert in private (N20). */
export async function askBoth({ deps, tx, now }: Act, row: MeetingRow): Promise<void> {
  const { id: consultationId, cohortId, expertId } = row;
  const open = { cohortId, askedAt: now, silentFrom: silentFrom(now, settingsOf(row)), state: 'open', version: 1 };
  const { count } = await tx.tookPlace.createMany({ data: [{ consultationId, ...open }], skipDuplicates: true });
  if (count === 0) return;
  const common = { kind: NOTICES.asked, at: now, cohortId };
  const { channelId } = row.participation;
  await notifyAll(deps, tx, [
    ...(channelId
      ? [
          {
            ...common,
            params: { consultationId, side: 'organisation' },
            to: { channel: channelId },
            key: askedKey(consultationId, 'organisation'),
          },
        ]
      : []),
    {
      ...common,
      params: { consultationId, side: 'expert' },
      to: { person: expertId },
      key: askedKey(consultationId, 'expert'),
    },
  ]);
}
