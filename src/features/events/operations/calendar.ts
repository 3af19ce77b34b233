import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { calendarFile } from '../../../platform/calendar-file/index.ts';
import type { MessageFile } from '../../../platform/slack/message.ts';
import type { EventRow, ShownEvent } from '../queries/index.ts';
import { texts } from '../texts.ts';

/**
 * The calendar file of an event: one entry from the first session to the last, the same through all its changes. The agenda
 * and the parts stand in its description.
 */
export function calendarOf(row: EventRow, shown: ShownEvent, locale: Locale): readonly MessageFile[] {
  const { id, sequence, changedAt, startsAt, endsAt, title, place, link, agenda } = row;
  const { session } = texts(locale).facts;
  const parts = shown.sessions.map(({ date, from, to }) => session(formatDay(date, locale), from, to));
  const content = calendarFile({
    ...{ uid: `event-${id}@debiuty`, sequence, stamp: changedAt, start: startsAt, end: endsAt, summary: title },
    method: shown.state === 'cancelled' ? 'CANCEL' : 'PUBLISH',
    description: [...(parts.length > 1 ? parts : []), ...(agenda ? [agenda] : [])].join('\n'),
    ...(place ? { location: place } : {}),
    ...(link ? { url: link } : {}),
  });
  return [{ name: 'wydarzenie.ics', title, content }];
}
