export { type CalendarEntry, type CalendarPerson, calendarFile } from './calendar-file.ts';
