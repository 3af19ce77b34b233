import { z } from 'zod';
import { tidyLines } from '../../../core/text.ts';
import { markField, noteField } from '../ids/decisions.ts';
import type { Wish } from '../rules/decisions.ts';
import { MARKS, type MarkedItem } from '../rules/formal.ts';

/** Notes of a rejected checklist all go into one message to the applicant, so they are short. */
export const NOTE_MAX = 300;
export const REASON_MAX = 2000;

/** Reason keys of the two forms; each has its words in `refusals`. */
export type FieldReason =
  | 'item_missing'
  | 'note_missing'
  | 'too_long'
  | 'decision_missing'
  | 'position_invalid'
  | 'reason_required';

const reason = (key: FieldReason): FieldReason => key;

const words = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? ''))
    .refine((text) => text.length <= max, reason('too_long'));

type ChecklistItem = { readonly key: string; readonly note: boolean };

/** The values of the formal check → its items in order. An item that asks for a note is refused without one. */
export function formalForm(checklist: readonly ChecklistItem[]): z.ZodType<readonly MarkedItem[]> {
  const shape = checklist.flatMap(({ key, note }) => [
    [markField(key), z.enum(MARKS, reason('item_missing'))] as const,
    [
      noteField(key),
      note ? words(NOTE_MAX).refine((text) => text !== '', reason('note_missing')) : words(NOTE_MAX),
    ] as const,
  ]);
  return z.object(Object.fromEntries(shape)).transform((values) =>
    checklist.map(({ key }): MarkedItem => {
      const mark = MARKS.find((one) => one === values[markField(key)]) ?? 'no';
      return { key, mark, note: String(values[noteField(key)] ?? '') };
    }),
  );
}

const CHOICES = ['admitted', 'reserve', 'refused', 'none'] as const;

/** The values of the decision form → what staff want; a position counts for the reserve list only. */
export const decisionForm = z
  .object({
    decision: z.enum(CHOICES, reason('decision_missing')),
    position: z
      .string()
      .nullish()
      .transform((text) => (text?.trim() ? Number(text.trim()) : null))
      .refine((n) => n === null || (Number.isInteger(n) && n >= 1 && n <= 100_000), reason('position_invalid')),
    reason: words(REASON_MAX),
  })
  .superRefine((values, check) => {
    if (values.decision !== 'refused' || values.reason !== '') return;
    check.addIssue({ code: 'custom', path: ['reason'], message: reason('reason_required') });
  })
  .transform(
    (values): Wish => ({
      decision: values.decision === 'none' ? null : values.decision,
      position: values.decision === 'reserve' ? values.position : null,
      reason: values.reason,
    }),
  );

const publishing = z.array(z.string()).nullish();
/** The release form: whether the public list is wanted. */
export const releaseForm = z
  .object({ publish: publishing })
  .transform((values) => (values.publish ?? []).includes('yes'));

const marked = z.array(z.object({ key: z.string(), mark: z.enum(MARKS), note: z.string() }));
/** The stored items of a formal check; none when there was no check yet. */
export const readItems = (stored: unknown): readonly MarkedItem[] => marked.safeParse(stored).data ?? [];
