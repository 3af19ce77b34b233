import type { Locale } from '../../../core/locale.ts';
import { actions, button, section, typed } from '../../../platform/slack/blocks.ts';
import { numberInput, radioInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { REVIEW_IDS, type Seen, seenCodec, writeFormPlace } from '../ids/decisions.ts';
import { REASON_MAX } from '../input/decisions.ts';
import type { Reviewed } from '../queries/review.ts';
import type { Wish } from '../rules/decisions.ts';
import { decisionTexts } from '../texts/decisions.ts';
import { nameOf, numberOf, standingWords } from './parts.ts';

export type DecideView = {
  readonly application: Reviewed;
  readonly seen: Seen;
  /** Prepared so far in the whole call. */
  readonly admitted: number;
  readonly reserve: number;
  /** What is filled in: what is prepared, or what the person just chose. Null: nothing yet. */
  readonly wish: Wish | null;
};

const CHOICES = ['admitted', 'reserve', 'refused', 'none'] as const;

/** Prepares a decision; says plainly who will read the reason and that nothing is told yet (CO-7). */
export function decideModal(view: DecideView, banner: string | null, locale: Locale): Modal {
  const words = decisionTexts(locale);
  const { decide } = words;
  const { application, seen, wish } = view;
  const title = `*${numberOf(application.number, words)} · ${typed(nameOf(application))}*`;
  const now = standingWords(application, words);
  const standing = decide.standing(view.admitted, application.cohort.places, view.reserve);
  const initial = wish ? (wish.decision ?? 'none') : undefined;
  return {
    callbackId: REVIEW_IDS.decide,
    title: decide.title,
    submit: decide.submit,
    metadata: writeFormPlace(application.id, seen.from, application.version),
    blocks: [
      ...(banner ? [section(banner)] : []),
      section(`${title}\n${words.review.state}: ${now}\n${standing}`),
      section(decide.intro),
      radioInput({
        name: 'decision',
        label: decide.decision,
        choices: CHOICES.map((one) => ({ value: one, text: decide.choices[one] })),
        initial,
      }),
      numberInput({
        name: 'position',
        label: decide.position,
        hint: decide.positionHint,
        optional: true,
        min: 1,
        initial: wish?.position ? String(wish.position) : undefined,
      }),
      textInput({
        name: 'reason',
        label: decide.reason,
        hint: decide.reasonHint,
        multiline: true,
        optional: true,
        max: REASON_MAX,
        initial: wish?.reason,
      }),
      actions([button(REVIEW_IDS.open, words.review.backToApplication, { value: seenCodec.encode(seen) })]),
    ],
  };
}
