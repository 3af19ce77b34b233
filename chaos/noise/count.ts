import type { Sandbox } from '../../sandbox/index.ts';
import { civilOf, utcDate, WARSAW } from '../../src/core/calendar/index.ts';
import type { Db } from '../../src/platform/db/client.ts';

/** Something the bot said by itself, to a person or in a channel: answers to one's own click are none. */
export type Said = {
  readonly to: string;
  readonly kind: 'person' | 'organisation' | 'staff' | 'everybody';
  /** The person's civil day, or the ISO week of a channel by its number. */
  readonly span: string;
  readonly at: number;
  readonly isReminder: boolean;
};

const DAY = 86_400_000;
/** Day 0 was a Thursday. */
const BEFORE_MONDAY = 3;

const spanOf = (at: Date, isPerson: boolean): string => {
  const { date } = civilOf(at, WARSAW);
  return isPerson ? date : String(Math.floor((utcDate(date).toMillis() / DAY + BEFORE_MONDAY) / 7));
};

/** Every notice in the order of time, by the workspace's own record of messages. */
export async function everythingSaid({ world }: Sandbox, db: Db): Promise<readonly Said[]> {
  const kinds = new Map(
    (await db.notice.findMany({ select: { id: true, kind: true } })).map((one) => [one.id, one.kind]),
  );
  const [cohorts, places] = await Promise.all([db.cohort.findMany(), db.participation.findMany()]);
  const staff = new Set(cohorts.map((one) => one.staffChannelId));
  const organisations = new Set(places.map((one) => one.channelId));
  const all = world.state.channels.flatMap((channel): readonly Said[] => {
    const isPerson = channel.kind === 'im';
    const roomKind = organisations.has(channel.id) ? 'organisation' : 'everybody';
    const kind = staff.has(channel.id) ? 'staff' : roomKind;
    return world.messages(channel.id).flatMap(({ ts, metadata }) => {
      const id = (metadata?.['event_payload'] as { readonly id?: string } | undefined)?.id ?? '';
      const said = kinds.get(id);
      if (!said) return [];
      const at = new Date(Number(ts) * 1_000);
      const to = isPerson ? (channel.members.find((one) => one !== world.bot.id) ?? channel.id) : channel.name;
      const isReminder = said === 'obligations.reminder';
      return [{ to, kind: isPerson ? 'person' : kind, span: spanOf(at, isPerson), at: at.getTime(), isReminder }];
    });
  });
  return all.toSorted((a, b) => a.at - b.at);
}

export type Figures = { readonly median: number; readonly most: number };

/** How much is said to one recipient in one span, where anything is. */
export function figures(said: readonly Said[]): Figures {
  const counts = [...Map.groupBy(said, ({ to, span }) => `${to} ${span}`).values()].map((all) => all.length);
  const sorted = counts.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Reminders said although the recipient's budget of the span was spent, whether on reminders or on other notices. */
export function beyond(said: readonly Said[], budget: number): readonly Said[] {
  return [...Map.groupBy(said, ({ to, span }) => `${to} ${span}`).values()].flatMap((all) =>
    all.filter(({ isReminder }, index) => isReminder && index >= budget),
  );
}
