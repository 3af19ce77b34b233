export {
  type ForeseenReminder,
  foreseenReminders,
  type Glimpse,
  meantBy,
  namesOfMatters,
  noteStaffSay,
  reminderWords,
  writeAhead,
} from './operations/ahead.ts';
export { type Rehearsal, type RehearsedDeadline, rehearse } from './rules/rehearsal.ts';
