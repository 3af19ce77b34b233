import type { Locale } from '../../../core/locale.ts';
import { calendarFile } from '../../../platform/calendar-file/index.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { ActionRow, DateRow } from '../queries/index.ts';
import { texts } from '../texts.ts';

/** A question of attendance: of one expert, about one time of a date. */
export type Question = { readonly expertId: string; readonly sequence: number };

/** What the expert's calendar is told by a question's message; null: nothing, it is over or another message tells it. */
function methodOf(date: DateRow, { expertId, sequence }: Question, now: Date): 'PUBLISH' | 'CANCEL' | null {
  const isOff = date.state === 'not_held' || date.state === 'removed';
  if (!isOff && date.endsAt <= now) return null;
  if (isOff || date.expertId !== expertId) return 'CANCEL';
  if (date.sequence !== sequence) return null;
  if (date.attends === 'agreed') return 'PUBLISH';
  // Whoever had said yes to an earlier time has that one in their calendar.
  return date.attends === 'not' || sequence > 0 ? 'CANCEL' : null;
}

type About = { readonly row: ActionRow; readonly date: DateRow; readonly question: Question; readonly now: Date };

/** The message with the date for the expert's calendar, once they said yes; after a change, with what takes it out again. */
export function withCalendar(message: Message, { row, date, question, now }: About, locale: Locale): Message {
  const method = methodOf(date, question, now);
  if (!method) return message;
  const { calendar } = texts(locale);
  const isOn = method === 'PUBLISH';
  const content = calendarFile({
    // Each version of the row is a newer file of the same entry.
    ...{ uid: `${date.id}@debiuty`, sequence: date.version, method, start: date.startsAt, end: date.endsAt },
    stamp: row.plannedAt,
    summary: calendar.summary(row.participation.organisation.name),
    description: isOn ? row.title : calendar.cancelled,
    location: date.place,
  });
  const title = isOn ? calendar.title : calendar.titleCancelled;
  return { ...message, files: [{ name: calendar.name, title, content }] };
}
