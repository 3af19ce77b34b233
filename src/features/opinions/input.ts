import { z } from 'zod';
import { collapse, tidyLines } from '../../core/text.ts';
import { IDS, LINE_MAX, RATE, REACTION_MAX, REASON_MAX, REMARKS_MAX, TEXT_MAX } from './ids.ts';
import { EVIDENCE } from './rules/index.ts';

const lines = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? ''))
    .refine((text) => text.length <= max, 'long');
const line = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => collapse(text ?? ''))
    .refine((text) => text.length <= max, 'long');

const fields = {
  smooth: lines(TEXT_MAX),
  care: lines(TEXT_MAX),
  first: line(LINE_MAX),
  second: line(LINE_MAX),
  third: line(LINE_MAX),
};
const rating = z.enum(['1', '2', '3', '4', '5']);

/** The ratings among the fields, by the keys of principles; the programme's own are sorted out later. */
function ratingsIn(given: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  const rated = Object.entries(given).filter(([name]) => name.startsWith(RATE));
  return Object.fromEntries(
    rated.flatMap(([name, value]) => {
      const read = rating.safeParse(value).data;
      return read ? [[name.slice(RATE.length), Number(read)] as const] : [];
    }),
  );
}

const listOf = (...words: readonly string[]): readonly string[] => [...new Set(words.filter((one) => one !== ''))];
const send = z.enum(['now', 'later'], { error: 'choose_send' });

const wholeOpinion = z
  .looseObject({
    ...fields,
    evidence: z.enum(EVIDENCE).nullish(),
    reason: lines(REASON_MAX),
    send,
  })
  .superRefine((form, check) => {
    if (form.send === 'later') return;
    const missing = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
    if (form.smooth === '') missing('smooth', 'smooth_missing');
    if (form.care === '') missing('care', 'care_missing');
    if (listOf(form.first, form.second, form.third).length === 0) missing('first', 'recommendation_missing');
  });

/** The opinion's form: a draft may be unfinished, what is sent needs both parts and one recommendation at least. */
export const opinionForm = wholeOpinion.transform(
  ({ smooth, care, first, second, third, reason, send: when, ...rest }) => ({
    ...{ smooth, care, reason, send: when, ratings: ratingsIn(rest) },
    evidence: rest.evidence ?? 'documents',
    recommendations: listOf(first, second, third),
  }),
);
export type OpinionForm = Readonly<z.infer<typeof opinionForm>>;

/** The self-evaluation's form. */
export const selfForm = z
  .looseObject({ ...fields, send })
  .superRefine((form, check) => {
    if (form.send === 'later') return;
    const missing = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
    if (form.smooth === '') missing('smooth', 'smooth_missing');
    if (form.care === '') missing('care', 'care_missing');
  })
  .transform(({ smooth, care, first, second, third, send: when, ...rest }) => ({
    ...{ smooth, care, send: when, ratings: ratingsIn(rest), plans: listOf(first, second, third) },
  }));
export type SelfForm = Readonly<z.infer<typeof selfForm>>;

const numbers = z.record(z.string(), z.number());
const words = z.string().catch('');

/** A draft as it was stored; null when there is none that fits. */
export const opinionDraft = z.object({
  ...{ smooth: words, care: words, ratings: numbers.catch({}), reason: words },
  ...{ evidence: z.enum(EVIDENCE).catch('documents'), recommendations: z.array(z.string()).catch([]) },
});
export type OpinionDraft = Readonly<z.infer<typeof opinionDraft>>;
export const selfDraft = z.object({
  ...{ smooth: words, care: words, ratings: numbers.catch({}), plans: z.array(z.string()).catch([]) },
});
export type SelfDraft = Readonly<z.infer<typeof selfDraft>>;

export const returnForm = z.object({
  remarks: lines(REMARKS_MAX).refine((text) => text !== '', 'remarks_missing'),
});
export const reactForm = z.object({
  kind: z.enum(['comment', 'question'], { error: 'choose_kind' }),
  text: lines(REACTION_MAX).refine((text) => text !== '', 'text_missing'),
});
export const nameForm = z.object({
  [IDS.expert]: z.uuid('choose_expert'),
  reason: lines(REASON_MAX).refine((text) => text !== '', 'reason_missing'),
});
