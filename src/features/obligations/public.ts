export {
  type ForeseenReminder,
  foreseenReminders,
  meantBy,
  messageIdOf,
  namesOfMatters,
  noteStaffSay,
  reminderWords,
  writeAhead,
} from './operations/ahead.ts';
export { mattersOfPlace } from './operations/place.ts';
export { type RehearsedDeadline, rehearse } from './rules/rehearsal.ts';
