import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { cleanAddress, cleanLine, cleanText } from './clean.ts';

/** Somebody whose mail address is to stand in the file. Leave it out unless they agreed: files travel. */
export type CalendarPerson = { readonly name: string; readonly email: string };

export type CalendarEntry = {
  /** The same for all files of one meeting, whatever becomes of it. */
  readonly uid: string;
  /** Higher in each file than in the one before: calendars take the higher for the newer. */
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly start: Date;
  readonly end: Date;
  /** When this version came to be; the moment of the act, so that the same act gives the same bytes. */
  readonly stamp: Date;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly organizer?: CalendarPerson;
  readonly attendees?: readonly CalendarPerson[];
};

const PRODUCT = { company: 'Debiuty', product: 'Debiuty', language: 'PL' };

/** RFC 5546 wants an organiser in all three methods. This address can never be somebody's (RFC 2606). */
const NOBODY: CalendarPerson = { name: 'Debiuty', email: 'debiuty@debiuty.invalid' };

/** A request without people to be asked is none: calendars refuse it, or ask their owner to answer nobody. */
function methodOf({ method, organizer, attendees }: CalendarEntry): ICalCalendarMethod {
  const isAsking = organizer !== undefined && (attendees?.length ?? 0) > 0;
  if (method === 'CANCEL') return ICalCalendarMethod.CANCEL;
  return method === 'REQUEST' && isAsking ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}

const invited = ({ name, email }: CalendarPerson) => ({
  name: cleanLine(name),
  email: cleanLine(email),
  rsvp: false,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.ACCEPTED,
});

function addEvent(calendar: ICalCalendar, entry: CalendarEntry): void {
  const { description, location, url, organizer = NOBODY, attendees = [] } = entry;
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: entry.start,
    end: entry.end,
    stamp: entry.stamp,
    lastModified: entry.stamp,
    summary: cleanLine(entry.summary),
    status: entry.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: cleanLine(organizer.name), email: cleanLine(organizer.email) },
    attendees: attendees.map(invited),
    ...(description ? { description: cleanText(description) } : {}),
    ...(location ? { location: cleanLine(location) } : {}),
    ...(url ? { url: cleanAddress(url) } : {}),
  });
}

/**
 * One meeting as a calendar file (RFC 5545, 5546), to be attached to a message: opened, it enters a calendar; opened
 * again with the same UID and a higher SEQUENCE, it moves there, or is crossed out when its method is CANCEL.
 *
 * All times are instants in UTC. A single meeting has no rule that a clock change could bend, so UTC says the same to
 * every calendar, while a TZID would need a VTIMEZONE that ages with each change of law; calendars show their owner's
 * zone anyway. Without addresses of both sides a REQUEST becomes PUBLISH; see decision 0024. Pure: the same entry gives
 * the same bytes.
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({ prodId: PRODUCT, method: methodOf(entry) });
  addEvent(calendar, entry);
  return `${calendar.toString()}\r\n`;
}
