import { z } from 'zod';
import { key, localised, option, repeated } from './parts.ts';

const KINDS = [
  'text',
  'long_text',
  'choice',
  'choices',
  'yes_no',
  'date',
  'money',
  'number',
  'email',
  'phone',
  'nip',
  'regon',
  'register_number',
  'voivodeship',
  'person',
] as const;

const question = z
  .strictObject({
    key,
    kind: z.enum(KINDS),
    label: localised(200),
    hint: z.exactOptional(localised(500)),
    placeholder: z.exactOptional(localised(100)),
    required: z.boolean(),
    /** Shortest and longest text, smallest and largest number, or sum in grosze. */
    min: z.exactOptional(z.int().min(0)),
    max: z.exactOptional(z.int().min(1)),
    /** A largest sum that is a number of the cohort, so that a changed grant changes the form. */
    maxFrom: z.exactOptional(z.enum(['grant'])),
    options: z.exactOptional(z.array(option).min(2).max(100)),
    optionsFrom: z.exactOptional(z.enum(['legal_forms', 'register_types', 'expert_fields', 'voivodeships'])),
  })
  .superRefine((asked, check) => {
    const chooses = asked.kind === 'choice' || asked.kind === 'choices';
    const sources = [asked.options, asked.optionsFrom].filter((one) => one !== undefined).length;
    const complain = (message: string) => check.addIssue({ code: 'custom', message });
    if (chooses && sources !== 1) complain('a choice needs either "options" or "optionsFrom"');
    if (!chooses && sources > 0) complain('only "choice" and "choices" have options');
    if (asked.min !== undefined && asked.max !== undefined && asked.min > asked.max)
      complain('"min" is larger than "max"');
    if ((asked.kind === 'text' || asked.kind === 'long_text') && (asked.max ?? 0) > 3000)
      complain('Slack takes at most 3000 characters');
    if (asked.maxFrom && asked.kind !== 'money') complain('"maxFrom" is for sums of money');
    const twice = repeated((asked.options ?? []).map((one) => one.key));
    if (twice.length > 0) complain(`option keys stand twice: ${twice.join(', ')}`);
  });

const step = z.strictObject({
  key,
  /** Slack cuts a form's title at 24 characters. */
  title: localised(24),
  intro: z.exactOptional(localised(1000)),
  questions: z.array(question).min(1),
});

/** Questions of a whole form: the check before sending shows each in two blocks, and Slack takes a hundred in a modal. */
const MOST_QUESTIONS = 40;

/** An application form: its version is written on each draft, so that a later change is noticed (APP-2). */
export const form = z
  .strictObject({ version: z.int().min(1), steps: z.array(step).min(1).max(5) })
  .superRefine((given, check) => {
    const twice = repeated(given.steps.flatMap((one) => one.questions.map((asked) => asked.key)));
    if (twice.length > 0) check.addIssue({ code: 'custom', message: `question keys stand twice: ${twice.join(', ')}` });
    const all = given.steps.reduce((sum, one) => sum + one.questions.length, 0);
    if (all > MOST_QUESTIONS)
      check.addIssue({ code: 'custom', message: `a form holds at most ${MOST_QUESTIONS} questions; this has ${all}` });
  });

export type Question = z.infer<typeof question>;
export type Form = z.infer<typeof form>;

/** Questions whose answers the product itself uses; the kind is fixed. */
const RESERVED: Readonly<Record<string, Question['kind']>> = {
  organisation_name: 'text',
  legal_form: 'choice',
  register_type: 'choice',
  register_name: 'text',
  register_number: 'register_number',
  nip: 'nip',
  regon: 'regon',
  town: 'text',
  voivodeship: 'voivodeship',
  contact_name: 'text',
  contact_email: 'email',
  contact_phone: 'phone',
  second_representative: 'person',
  subject: 'text',
  description: 'long_text',
  needs: 'choices',
  requested_amount: 'money',
};

/** Without these an application could not be told apart, answered or put into a list. */
const NEEDED = [
  'organisation_name',
  'legal_form',
  'register_type',
  'register_number',
  'town',
  'voivodeship',
  'contact_name',
  'contact_email',
  'subject',
  'description',
];

/** What is wrong with a form as the form of an application; empty when nothing is. */
export function formFaults(given: Form): string[] {
  const questions = given.steps.flatMap((one) => one.questions);
  const missing = NEEDED.filter((name) => !questions.some((asked) => asked.key === name && asked.required));
  const strange = questions.filter((asked) => RESERVED[asked.key] !== undefined && RESERVED[asked.key] !== asked.kind);
  return [
    ...missing.map((name) => `the form needs the required question "${name}"`),
    ...strange.map((asked) => `"${asked.key}" must be of the kind "${RESERVED[asked.key]}"`),
  ];
}
