import type { Locale } from '../../../core/locale.ts';
import { type CalendarEntry, calendarFile } from '../../../platform/calendar-file/index.ts';
import type { Message, MessageFile } from '../../../platform/slack/message.ts';
import type { ConsultationRow } from '../queries/index.ts';
import { type ConsultationsTexts, texts } from '../texts.ts';

type Reader = 'organisation' | 'expert';

type Row = Omit<ConsultationRow, 'participation' | 'expert'> & {
  readonly expert: { readonly name: string };
  readonly participation: { readonly organisation: { readonly name: string } };
};

const kindOf = (kind: string, { kinds }: ConsultationsTexts): string =>
  Object.entries(kinds).find(([key]) => key === kind)?.[1] ?? kinds.online;

const isCancelled = ({ state }: Row): boolean => state.startsWith('cancelled');

/** What calendars are told of it: nothing of a wish; of what was booked, that it is, or is not any more. */
function methodOf(row: Row): 'PUBLISH' | 'CANCEL' | null {
  if (row.bookedAt === null || row.state === 'reserved') return null;
  return isCancelled(row) || row.state === 'requested' || row.state === 'expired' ? 'CANCEL' : 'PUBLISH';
}

/**
 * Rises with each change. One that was booked and is asked for again at another time is taken out of calendars, and
 * enters them anew with the expert's yes, which is no change of its own to the consultation's own count.
 */
const sequenceOf = ({ sequence, state }: Row): number => 2 * sequence + (state === 'requested' ? 0 : 1);

function entryOf(row: Row, method: 'PUBLISH' | 'CANCEL', reader: Reader, locale: Locale): CalendarEntry {
  const words = texts(locale);
  const { calendar } = words;
  const other = reader === 'expert' ? row.participation.organisation.name : row.expert.name;
  const place = row.kind === 'on_site' ? row.place : null;
  const link = row.kind === 'online' ? row.link : null;
  const where = place ?? link;
  const lines = [
    calendar.how(kindOf(row.kind, words)),
    ...(row.topic ? [calendar.topic(row.topic)] : []),
    ...(method === 'CANCEL' ? [calendar.cancelled] : []),
  ];
  return {
    ...{ uid: `${row.id}@debiuty`, sequence: sequenceOf(row), method, start: row.startsAt, end: row.endsAt },
    stamp: (isCancelled(row) ? row.endedAt : null) ?? row.bookedAt ?? row.createdAt,
    summary: calendar.summary(other),
    description: lines.join('\n'),
    ...(where ? { location: where } : {}),
    ...(link && URL.canParse(link) ? { url: link } : {}),
  };
}

/** The calendar file of a consultation as it stands now; null while nothing of it belongs into a calendar. */
function calendarOf(row: Row, reader: Reader, locale: Locale): MessageFile | null {
  const method = methodOf(row);
  if (!method) return null;
  const { calendar } = texts(locale);
  const title = method === 'CANCEL' ? calendar.titleCancelled : calendar.title;
  return { name: calendar.name, title, content: calendarFile(entryOf(row, method, reader, locale)) };
}

/** The message with the calendar file in its thread; told again after a change, it carries the new one in its place. */
export function withCalendar(message: Message, row: Row, reader: Reader, locale: Locale): Message {
  const file = calendarOf(row, reader, locale);
  return file ? { ...message, files: [file] } : message;
}
