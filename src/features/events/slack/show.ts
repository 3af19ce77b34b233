import type { Locale } from '../../../core/locale.ts';
import type { Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, type Reply, say } from '../../../platform/slack/reply.ts';
import type { ListValue } from '../ids.ts';
import { ownRows } from '../offers.ts';
import {
  type EventRow,
  eventById,
  eventsOf,
  type RegistrationRow,
  registrationsOf,
  shownEvents,
} from '../queries/index.ts';
import { mayManage } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { ownListModal, PAGE, staffListModal } from '../views/index.ts';

/** The list as this person may see it: staff all of the cohort, others what concerns them. */
export async function withList(
  { deps, actor, now }: Handling,
  list: ListValue,
  reply: (modal: Modal) => Reply,
  note: string | null = null,
): Promise<Reply> {
  const { locale } = actor;
  const page = <T>(all: readonly T[]): readonly T[] => all.slice(list.from, list.from + PAGE);
  if ('own' in list) {
    const rows = await ownRows(deps, actor, now);
    return reply(ownListModal({ list, rows: page(rows), total: rows.length }, locale));
  }
  if (!mayManage(actor, list.cohortId)) return ephemeral(say(texts(locale).refusals.not_allowed));
  const all = await eventsOf(deps.db, [list.cohortId], now);
  const events = await shownEvents(deps.db, page(all), now, locale);
  return reply(staffListModal({ list, events, total: all.length }, note, locale));
}

/** How many certificates go out, or that all were sent before, and where they are. */
export function certificateWords(
  { people, before }: { readonly people: number; readonly before: number },
  locale: Locale,
): string {
  const { certificate } = texts(locale);
  return people > 0 ? certificate.sent(people) : certificate.already(before);
}

type Found = { readonly event: EventRow; readonly people: readonly RegistrationRow[] };

/** Runs `show` for staff of the event; a refusal is said privately. */
export async function forStaff(
  { deps, actor }: Handling,
  eventId: string,
  show: (found: Found) => Promise<Reply> | Reply,
): Promise<Reply> {
  const event = await eventById(deps.db, eventId);
  if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return show({ event, people: await registrationsOf(deps.db, eventId) });
}
