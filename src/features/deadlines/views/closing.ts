import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import { dateInput, textInput, timeInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, REASON_MAX } from '../ids.ts';
import type { ClosingChange, Warning } from '../rules/index.ts';
import { momentText, texts } from '../texts.ts';
import { warningBlocks } from './check.ts';
import { shortName } from './names.ts';

export type ClosingForm = {
  readonly callId: string;
  readonly moveId: string;
  readonly cohort: string;
  readonly stage: string;
  readonly isInclusive: boolean;
  readonly date: string;
  readonly time: string;
};

/** Staff give a call another closing, and why (CO-2). */
export function closingModal(form: ClosingForm, locale: Locale): Modal {
  const words = texts(locale).closing;
  const { callId, moveId, date, time } = form;
  const hint = form.isInclusive ? words.inclusive : words.exclusive;
  return {
    callbackId: IDS.closing,
    title: words.title,
    submit: words.next,
    metadata: { callId, moveId },
    blocks: [
      section(words.intro(shortName(form.cohort), shortName(form.stage))),
      dateInput({ name: 'date', label: words.date, initial: date }),
      timeInput({ name: 'time', label: words.time, hint, initial: time }),
      textInput({ name: 'reason', label: words.reason, hint: words.reasonHint, multiline: true, max: REASON_MAX }),
    ],
  };
}

export type ClosingCheck = {
  readonly data: {
    readonly callId: string;
    readonly moveId: string;
    readonly version: number;
    readonly date: string;
    readonly time: string;
    readonly reason: string;
  };
  readonly change: ClosingChange;
  /** The new moment is over already, so the call closes at once. */
  readonly closesNow: boolean;
  readonly warnings: readonly Warning[];
  /** How many people have a draft. */
  readonly editors: number;
};

/** What the new closing means, before it is written. */
export function closingCheckModal(check: ClosingCheck, locale: Locale): Modal {
  const words = texts(locale);
  const { data, change, closesNow, editors } = check;
  const meaning = closesNow ? words.closing.closesNow : words.closing.changes[change];
  return {
    callbackId: IDS.closingCheck,
    title: words.check.title,
    submit: words.check.confirm,
    close: words.check.back,
    metadata: data,
    blocks: [
      section(words.closing.head(momentText(data, locale))),
      section(meaning),
      ...warningBlocks(check.warnings, locale),
      section(words.closing.told(editors)),
    ],
  };
}

/** The funder's last day of a cohort (CO-13). */
export function lastDayModal(
  of: { readonly cohortId: string; readonly cohort: string; readonly date: string | null },
  locale: Locale,
): Modal {
  const words = texts(locale);
  return {
    callbackId: IDS.lastDay,
    title: words.lastDay.title,
    submit: words.lastDay.save,
    metadata: { cohortId: of.cohortId },
    blocks: [
      section(words.lastDay.intro(shortName(of.cohort))),
      dateInput({ name: 'date', label: words.lastDay.date, initial: of.date ?? undefined }),
      textInput({
        name: 'reason',
        label: words.form.reason,
        hint: words.form.reasonKept,
        multiline: true,
        max: REASON_MAX,
        optional: of.date === null,
      }),
    ],
  };
}
