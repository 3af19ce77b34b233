import { z } from 'zod';
import { checklist } from './checklist.ts';
import { deadlineKinds } from './deadlines.ts';
import { form, formFaults } from './form.ts';
import { civilDate, civilTime, count, grosze, key, localised, option, repeated } from './parts.ts';
import { isSetHourQuiet, reminderRules } from './reminders.ts';
import { settings, switches } from './settings.ts';
import { surveys } from './surveys.ts';

const closingRule = z.enum(['inclusive', 'exclusive']);

/** When the call of a stage opens and closes, in Warsaw time; null where it is not known yet. */
const callDates = z.strictObject({
  stage: z.int().min(1),
  opensOn: civilDate.nullable(),
  opensTime: civilTime,
  closesOn: civilDate.nullable(),
  closesTime: civilTime,
  closingRule,
  /** Closing moments that were announced before and then moved (T8). */
  movedFrom: z.exactOptional(z.array(z.strictObject({ closesOn: civilDate, closesTime: civilTime }))),
  /** The last day by which paid projects of this stage must end. */
  projectsEndOn: z.exactOptional(civilDate.nullable()),
});

const meeting = z.strictObject({
  key,
  name: localised(150),
  kind: z.enum(['on_site', 'webinar']),
  /** No day: not set yet. */
  days: z.array(civilDate),
  town: z.string().nullable(),
  provisional: z.boolean(),
});

/** A call and its form. `admitted`: only organisations admitted to the stage before may apply. */
const stage = z.strictObject({
  stage: z.int().min(1),
  name: localised(60),
  opensTo: z.enum(['anyone', 'admitted']),
  projectMonths: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).nullable(),
  form,
});

const registerType = z.strictObject({
  key,
  label: option.shape.label,
  /** `krs`: ten digits; `text`: kept as typed. */
  number: z.enum(['krs', 'text']),
  /** Whether the register's own name must be given too (O4). */
  named: z.boolean(),
});

/** What all editions of a programme share. */
export const shared = z.strictObject({
  programme: key,
  name: localised(100),
  /** Who runs it, as documents are headed; absent in cohorts older than documents. */
  organiser: z.exactOptional(z.string().min(1).max(150)),
  /** The short name that editions and channels carry. */
  shortName: z.string().min(1).max(40),
  /** The offer in plain words, for the announcement. */
  about: localised(1500),
  audience: localised(1500),
  /** One line that tells this programme from the others (APP-1). */
  difference: localised(300),
  switches,
  settings,
  expertFields: z.array(option).min(1).max(30),
  /** What an action may be rated by in its opinion and self-evaluation, from 1 to 5 (ME-8). */
  opinionPrinciples: z.array(option).max(10).default([]),
  /** What a voucher may be for; named by the expert after the evaluation. */
  voucherAreas: z.array(option),
  legalForms: z.array(option).min(1).max(20),
  registerTypes: z.array(registerType).min(1).max(10),
  /** What the formal check goes through (CO-3). */
  checklist,
  /** What is owed by a date after the admission, and by whom (CO-12, CO-13). */
  deadlines: deadlineKinds,
  stages: z.array(stage).min(1).max(3),
  /** When people are reminded of what they owe, by kind of matter. */
  reminders: reminderRules.default({}),
  /** What people are asked about what they took part in (CO-16). */
  surveys,
});

/** What belongs to one edition. Null: unknown, asked for when a cohort is set up. */
export const numbers = {
  edition: z.string().regex(/^[0-9a-z-]{1,20}$/, "write it in quotes, such as '2024'"),
  places: count.min(1).nullable(),
  grantGrosze: grosze,
  voucherGrosze: grosze,
  poolGrosze: grosze.nullable(),
  endsOn: civilDate.nullable(),
  voucherExpiresOn: civilDate.nullable(),
  retainUntil: civilDate.nullable(),
  calls: z.array(callDates).min(1),
  meetings: z.array(meeting).max(15),
};

/**
 * One edition of a programme, complete: what a cohort keeps as its own. Money in grosze, civil dates and times of
 * Europe/Warsaw.
 */
export const definition = shared.extend(numbers).superRefine((given, check) => {
  const complain = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
  const stages = given.stages.map((one) => one.stage);
  if (stages.join() !== stages.map((_, index) => index + 1).join())
    complain(['stages'], 'number the stages 1, 2, … in this order');
  if (stages.length !== given.switches.stages)
    complain(['switches', 'stages'], `${stages.length} stages are described below; write that number`);
  if (stages.join() !== given.calls.map((one) => one.stage).join())
    complain(['calls'], 'give one call for each stage, in the same order');
  given.stages.forEach((one, index) => {
    const faults = one.opensTo === 'anyone' ? formFaults(one.form) : [];
    for (const fault of faults) complain(['stages', index, 'form'], fault);
  });
  if (isSetHourQuiet(given)) complain(['settings', 'reminderTime'], 'the hour of reminders lies in the quiet hours');
  if (!given.switches.voucher && given.voucherGrosze > 0)
    complain(['voucherGrosze'], 'the programme has no voucher; write 0 or turn the switch on');
  for (const [index, call] of given.calls.entries()) {
    const from = call.opensOn && `${call.opensOn} ${call.opensTime}`;
    const until = call.closesOn && `${call.closesOn} ${call.closesTime}`;
    if (from && until && from >= until) complain(['calls', index, 'closesOn'], 'the call closes before it opens');
  }
  for (const list of [
    'expertFields',
    'opinionPrinciples',
    'voucherAreas',
    'legalForms',
    'registerTypes',
    'meetings',
  ] as const) {
    const twice = repeated(given[list].map((one) => one.key));
    if (twice.length > 0) complain([list], `keys stand twice: ${twice.join(', ')}`);
  }
});

export type Definition = z.infer<typeof definition>;
