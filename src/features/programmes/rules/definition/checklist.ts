import { z } from 'zod';
import { key, localised, repeated } from './parts.ts';

/**
 * An item of the formal check (CO-3). `label` says what is checked as a sentence that is true when the answer is yes;
 * applicants read it when it is not. With `note: true` every answer needs a note, as the place test does.
 */
const item = z.strictObject({ key, label: localised(300), note: z.boolean() });

/** What the formal check asks when a definition file names no list of its own. */
const usual: readonly z.infer<typeof item>[] = [
  {
    key: 'right_call',
    label: {
      pl: 'Zgłoszenie trafiło do właściwego naboru',
      en: 'The application was sent to the right call',
    },
    note: false,
  },
  {
    key: 'on_time',
    label: { pl: 'Zgłoszenie wpłynęło w terminie', en: 'The application arrived on time' },
    note: false,
  },
  {
    key: 'register',
    label: {
      pl: 'Organizacja jest wpisana do podanego rejestru i może się zgłosić',
      en: 'The organisation is in the register it named and may apply',
    },
    note: false,
  },
  {
    key: 'place',
    label: {
      pl: 'Organizacja działa w miejscowości, do której kierujemy program',
      en: 'The organisation works in a place the programme is meant for',
    },
    note: true,
  },
  {
    key: 'only_one',
    label: {
      pl: 'To jedyne zgłoszenie tej organizacji w naborze',
      en: 'This is the only application of the organisation in the call',
    },
    note: false,
  },
];

/** The checklist of the formal check, in the order in which staff go through it. */
export const checklist = z
  .array(item)
  .min(1)
  .max(20)
  .superRefine((items, check) => {
    const twice = repeated(items.map((one) => one.key));
    if (twice.length > 0) check.addIssue({ code: 'custom', message: `keys stand twice: ${twice.join(', ')}` });
  })
  .default(() => structuredClone([...usual]));
