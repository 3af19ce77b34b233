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
  followUpMonths: z.int().min(1).max(36),
  smallestGroup: z.int().min(2),
  /** A deadline is put off by so many days on request without asking staff (CO-13); absent or 0: staff always decide. */
  extensionPolicyDays: z.exactOptional(z.int().min(0).max(365)),
  /** Acts with consequences wait so many minutes, in which staff can take them back (N11); absent: 5; 0: done at once. */
  undoMinutes: z.exactOptional(z.int().min(0).max(120)),
});
