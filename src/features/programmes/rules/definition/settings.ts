import { z } from 'zod';
import { civilTime } from './parts.ts';

const days = z.int().min(1).max(365);

/** What a programme does at all: the parts of its offer. */
export const switches = z.strictObject({
  mentor: z.boolean(),
  visit: z.boolean(),
  plan: z.boolean(),
  observation: z.boolean(),
  opinion: z.boolean(),
  voucher: z.boolean(),
  expertsByField: z.boolean(),
  /** How many calls follow one another. */
  stages: z.int().min(1).max(3),
});

/** Terms and limits. Null: not decided; nothing is enforced until it is. */
export const settings = z.strictObject({
  /** People of an organisation in the programme. */
  representatives: z.int().min(1).max(10),
  /** The years of practice the call asks for. */
  practiceYears: z.int().min(1).max(50).nullable(),
  previousParticipants: z.enum(['block', 'warn', 'allow']),
  placeTest: z.strictObject({ asked: z.boolean(), populationLimit: z.int().min(1).nullable() }),
  supplementWorkingDays: z.int().min(1).max(14),
  appealWorkingDays: z.int().min(1).max(30).nullable(),
  reviewers: z.int().min(1).max(9),
  /** Totals that differ by more than this share of the scale call for a third review. */
  thirdReviewPercent: z.int().min(1).max(100).nullable(),
  passPoints: z.int().min(0).nullable(),
  criteria: z.array(z.strictObject({ name: z.string().min(1), points: z.int().min(1) })),
  confirmDays: days,
  expertAnswerDays: days,
  firstVisitDays: days,
  expertLoad: z.int().min(1).nullable(),
  /** An expert who is away for more days from now on is not proposed; absent: 14 (ME-1). */
  expertAwayDays: z.exactOptional(z.int().min(0).max(365)),
  expertHours: z.int().min(1).nullable(),
  /** A time is held while the form is open; absent: 5 minutes. */
  holdMinutes: z.exactOptional(z.int().min(1).max(60)),
  /** An expert answers a request for a consultation in so many working days; absent: 2. */
  requestWorkingDays: z.exactOptional(z.int().min(1).max(30)),
  /** A freed time is kept for the next of the queue for so many hours of working days; absent: 4. */
  claimHours: z.exactOptional(z.int().min(1).max(72)),
  /** A question to anyone who knows a field goes to staff after so many working days; absent: 3. */
  questionWorkingDays: z.exactOptional(z.int().min(1).max(30)),
  planApproval: z.enum(['expert_recommends_staff_approves', 'staff_approves']),
  consultationCardDays: days,
  /** A consultation card nobody answers counts as confirmed after so many days; absent: 7 (ME-5). */
  cardConfirmDays: z.exactOptional(z.int().min(1).max(60)),
  /** A card written more than so many days after the meeting is marked late; absent: 14. */
  cardLateDays: z.exactOptional(z.int().min(1).max(365)),
  /** Whoever has not said in so many days whether a consultation took place is taken to be silent; absent: 5 (N20). */
  tookPlaceDays: z.exactOptional(z.int().min(1).max(60)),
  /** An opinion and a self-evaluation are due so many days after the action, by the rule of terms; absent: 14 (ME-8, OR-8). */
  opinionDays: z.exactOptional(z.int().min(1).max(365)),
  /** An opinion that was returned is due again in so many days, unless its date is later; absent: 7. */
  opinionReturnDays: z.exactOptional(z.int().min(1).max(365)),
  tranches: z.int().min(1).max(12),
  reportDays: days,
  voucherLeftovers: z.enum(['expire', 'paid']),
  travelRefund: z.boolean(),
  deMinimisStatement: z.boolean(),
  reminderTime: civilTime,
  /** Nothing is said after `quietFrom` and before `quietTo`; absent: from 20:00 to 8:00 (SY-1). */
  quietFrom: z.exactOptional(civilTime),
  quietTo: z.exactOptional(civilTime),
  /** The noise budget; absent: 3 reminders a person and day, 5 posts a channel and week. */
  noticesPerPersonDay: z.exactOptional(z.int().min(1).max(50)),
  postsPerChannelWeek: z.exactOptional(z.int().min(1).max(200)),
  /** What waits, said to staff on the first working day of each week; absent: yes, if the budget has room for more. */
  weeklyDigest: z.exactOptional(z.boolean()),
  /** Of cohorts older than `reminders`, whose rule for drafts has taken its place. */
  draftReminderHours: z.exactOptional(z.array(z.int().min(1))),
  /** Events: hours for which a freed seat is kept (absent: 24), minutes around sessions in which the room's code is good (30), days after which needs of food and access are deleted (1). */
  eventOfferHours: z.exactOptional(z.int().min(1).max(240)),
  eventCodeMinutes: z.exactOptional(z.int().min(0).max(240)),
  eventNeedsDays: z.exactOptional(z.int().min(0).max(30)),
  /** Actions: days after the last date for the report (absent: 7), and for the word how a date went (3); dates that must be observed (1); days before a date in which a change is short notice (3). */
  actionReportDays: z.exactOptional(z.int().min(1).max(60)),
  actionAnswerDays: z.exactOptional(z.int().min(1).max(30)),
  observedDates: z.exactOptional(z.int().min(0).max(12)),
  actionShortDays: z.exactOptional(z.int().min(0).max(30)),
  followUpMonths: z.int().min(1).max(36),
  /** Of cohorts older than `surveyAnswers`, which has taken its place. */
  smallestGroup: z.exactOptional(z.int().min(2)),
  /** Results of an anonymous survey open at so many answers (N1); absent: 5. */
  surveyAnswers: z.exactOptional(z.int().min(3).max(50)),
  /** A deadline is put off by so many days on request without asking staff (CO-13); absent or 0: staff always decide. */
  extensionPolicyDays: z.exactOptional(z.int().min(0).max(365)),
  /** Staff answer a complaint, a wish for another expert and an expert's alarm within so many working days (OR-15, ME-12); absent: 3. */
  helpAnswerWorkingDays: z.exactOptional(z.int().min(1).max(30)),
  /** An expert of whom nothing has come for longer than so many working days is a signal to staff (N4); absent: 10. */
  silenceWorkingDays: z.exactOptional(z.int().min(1).max(60)),
  /** Acts with consequences wait so many minutes, in which staff can take them back (N11); absent: 5; 0: done at once. */
  undoMinutes: z.exactOptional(z.int().min(0).max(120)),
});
