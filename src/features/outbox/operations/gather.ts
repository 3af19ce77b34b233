import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Notice } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Foreseen } from '../../../platform/feature.ts';
import { waitingOf } from '../../notices/public.ts';
import { type ForeseenReminder, foreseenReminders, meantBy, messageIdOf } from '../../obligations/public.ts';
import type { RowRef } from '../ids.ts';

/** So far the outbox looks ahead. */
const SPAN_MS = 14 * 86_400_000;

const endOfOutbox = (now: Date): Date => new Date(now.getTime() + SPAN_MS);

type Items = ForeseenReminder['items'];
/** Where a message goes, as notices have it; `somebody`: a name that a feature gave. */
export type Whom = { readonly kind: 'person' | 'channel' | 'staff' | 'somebody'; readonly id: string };

/** Something that will be said. `row`: what staff can get hold of it by; null: nothing can be done with it here. */
export type Entry = {
  readonly at: Date;
  readonly whom: Whom;
  readonly state: 'foreseen' | 'waiting' | 'held';
  readonly row: RowRef | null;
  /** A reminder's matters, another notice, or what a feature says of itself. */
  readonly of: { readonly items: Items } | { readonly notice: Notice } | { readonly foreseen: Foreseen };
  /** The words by which staff have replaced its own. */
  readonly words: string | null;
};

function whomOf(target: ForeseenReminder['target']): Whom {
  if ('person' in target) return { kind: 'person', id: target.person };
  return 'staffOf' in target ? { kind: 'staff', id: target.staffOf } : { kind: 'channel', id: target.channel };
}

const planned = (reminder: ForeseenReminder): Entry => ({
  ...{ at: reminder.at, whom: whomOf(reminder.target), state: 'foreseen', words: null },
  row: { to: reminder.to, at: reminder.at.toISOString(), print: reminder.print },
  of: { items: reminder.items },
});

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** What is written down; reminders whose matters are done, moved or put off are left out, for nothing will be said. */
async function written(db: Db | Tx, cohortId: string, now: Date): Promise<readonly Entry[]> {
  const notices = await waitingOf(db, cohortId, endOfOutbox(now));
  const messages = notices.flatMap((one) => {
    const messageId = messageIdOf(one);
    return messageId === null ? [] : [{ messageId, at: later(one.dueAt, now) }];
  });
  const meant = await meantBy(db, messages);
  return notices.flatMap((notice): Entry[] => {
    const messageId = messageIdOf(notice);
    const items = messageId === null ? null : (meant.get(messageId) ?? []);
    if (items?.length === 0) return [];
    const { id, version, dueAt: at, words } = notice;
    const whom = { kind: notice.targetKind as Whom['kind'], id: notice.target };
    const state = notice.state === 'held' ? 'held' : 'waiting';
    return [{ ...{ at, whom, state, words, row: { id, version } }, of: items ? { items } : { notice } }];
  });
}

/**
 * Everything that will be said about a cohort in the next two weeks, in the order of time: what is written down, what
 * the planner foresees (by the tick's own plan), and what other features know of themselves.
 */
export async function outboxOf(
  deps: Deps,
  db: Db | Tx,
  cohortId: string,
  now: Date,
  locale: Locale,
): Promise<readonly Entry[]> {
  const to = endOfOutbox(now);
  const [standing, reminders, offered] = await Promise.all([
    written(db, cohortId, now),
    foreseenReminders(deps, db, cohortId, now, to),
    Promise.all(deps.offers.foreseen.map((offer) => offer(deps, db, cohortId, { from: now, to }, locale))),
  ]);
  const others = offered.flat().map(
    (foreseen): Entry => ({
      ...{ at: foreseen.at, whom: { kind: 'somebody', id: foreseen.to }, state: 'waiting', words: null, row: null },
      of: { foreseen },
    }),
  );
  return [...standing, ...reminders.map(planned), ...others].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.whom.id < b.whom.id ? -1 : 1),
  );
}
