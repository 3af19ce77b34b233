import type { AnyBlock } from '@slack/types';
import { clockOf } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm } from '../../../platform/slack/blocks.ts';
import { checkboxInput, dateInput, multiSelectInput, radioInput, timeInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { type EntryData, entryCodec, IDS, pageCodec } from '../ids.ts';
import { type Exception, KINDS, type Part, type Weekly } from '../rules/index.ts';
import { type AvailabilityTexts, texts } from '../texts.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const END_OF_DAY = 1440;
const TEN = '10:00';
const TWO = '14:00';

/** The clock of a minute as the picker knows it: the end of a day is its 00:00. */
const picked = (minute: number): string => clockOf(minute % END_OF_DAY);

const kindsField = (initial: Part['kinds'], words: AvailabilityTexts): AnyBlock =>
  checkboxInput({
    name: 'kinds',
    label: words.form.kinds,
    hint: words.form.kindsHint,
    optional: true,
    choices: KINDS.map((kind) => ({ value: kind, text: words.kinds[kind] })),
    initial,
  });

/** The way back to the list and, for a line that exists, its end. */
function footer({ id, version }: EntryData, words: AvailabilityTexts): AnyBlock {
  const { form } = words;
  const ask = confirm({ title: form.removeTitle, text: form.removeText, yes: form.removeYes, no: form.removeNo });
  const back = button(IDS.back, form.back, { value: pageCodec.encode({ from: 0 }) });
  if (id === null) return actions([back]);
  const value = entryCodec.encode({ id, version });
  return actions([back, button(IDS.remove, form.remove, { value, confirm: ask, style: 'danger' })]);
}

/** Hours of every week: new ones for one or more days, or those of a line. */
export function weeklyModal(data: EntryData, one: Weekly | null, locale: Locale): Modal {
  const words = texts(locale);
  const { form } = words;
  return {
    callbackId: IDS.weekly,
    title: one ? form.editWeekly : form.newWeekly,
    submit: form.save,
    metadata: data,
    blocks: [
      multiSelectInput({
        name: 'weekdays',
        label: form.weekdays,
        choices: DAYS.map((day) => ({ value: String(day), text: words.weekdayNames[day - 1] ?? '' })),
        initial: one ? [String(one.weekday)] : undefined,
        placeholder: form.choose,
      }),
      timeInput({ name: 'from', label: form.from, initial: one ? picked(one.from) : TEN }),
      timeInput({ name: 'to', label: form.to, hint: form.toHint, initial: one ? picked(one.to) : TWO }),
      kindsField(one?.kinds ?? [], words),
      footer(data, words),
    ],
  };
}

const whatOf = ({ isOpen, from, to }: Exception) => {
  if (isOpen) return 'open' as const;
  return from === 0 && to === END_OF_DAY ? ('closed_day' as const) : ('closed_part' as const);
};

/** A day, or a part of it, that differs from the week. */
export function exceptionModal(data: EntryData, one: Exception | null, locale: Locale): Modal {
  const words = texts(locale);
  const { form } = words;
  const what = one ? whatOf(one) : 'closed_day';
  const part = one && what !== 'closed_day' ? one : null;
  const time = { optional: true, hint: form.partHint };
  return {
    callbackId: IDS.exception,
    title: one ? form.editException : form.newException,
    submit: form.save,
    metadata: data,
    blocks: [
      dateInput({ name: 'date', label: form.date, initial: one?.date }),
      radioInput({
        name: 'what',
        label: form.what,
        choices: (['closed_day', 'closed_part', 'open'] as const).map((value) => ({ value, text: form.whats[value] })),
        initial: what,
      }),
      timeInput({ name: 'from', label: form.from, ...time, initial: part ? picked(part.from) : undefined }),
      timeInput({ name: 'to', label: form.to, ...time, initial: part ? picked(part.to) : undefined }),
      kindsField(one?.kinds ?? [], words),
      footer(data, words),
    ],
  };
}
