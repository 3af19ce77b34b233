import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button } from '../../../platform/slack/blocks.ts';
import {
  checkboxInput,
  numberInput,
  radioInput,
  searchInput,
  selectInput,
  textInput,
} from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { IDS, pageCodec } from '../ids.ts';
import { KINDS, type Terms } from '../rules/index.ts';
import { spanText, texts } from '../texts.ts';

const LENGTHS = [15, 20, 30, 45, 50, 60, 75, 90, 120, 180];
const BUFFERS = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];
const NOTICES = [0, 60, 120, 240, 720, 1440, 2880, 4320, 7200, 10_080];
const WORDS_MAX = 300;
const HORIZON_MAX = 365;

/** The usual choices and the one that stands, in order. */
const choices = (usual: readonly number[], present: number, say: (n: number) => string): readonly Choice[] =>
  [...new Set([...usual, present])].sort((a, b) => a - b).map((n) => ({ value: String(n), text: say(n) }));

const select = (name: string, label: string, all: readonly Choice[], initial: number): AnyBlock =>
  selectInput({ name, label, choices: all, initial: String(initial) });

/** When a consultation can be booked, and what lies around it. */
function bookingFields(terms: Terms, locale: Locale): readonly AnyBlock[] {
  const { form } = texts(locale);
  const { bufferBefore, bufferAfter, noticeMinutes, horizonDays } = terms;
  const buffer = (n: number) => (n === 0 ? form.noBuffer : form.minutesOf(n));
  const notice = (n: number) => (n === 0 ? form.noNotice : form.noticeOf(spanText(n, locale)));
  return [
    select('before', form.before, choices(BUFFERS, bufferBefore, buffer), bufferBefore),
    select('after', form.after, choices(BUFFERS, bufferAfter, buffer), bufferAfter),
    select('notice', form.notice, choices(NOTICES, noticeMinutes, notice), noticeMinutes),
    numberInput({ name: 'horizon', label: form.horizon, min: 1, max: HORIZON_MAX, initial: String(horizonDays) }),
  ];
}

/** How an expert gives consultations (ME-4). */
export function termsModal(terms: Terms, locale: Locale): Modal {
  const words = texts(locale);
  const { form } = words;
  const text = (name: 'place' | 'link', hint: string) =>
    textInput({ name, label: form[name], hint, optional: true, max: WORDS_MAX, initial: terms[name] ?? undefined });
  return {
    callbackId: IDS.terms,
    title: form.terms,
    submit: form.save,
    metadata: { version: terms.version },
    blocks: [
      select('minutes', form.minutes, choices(LENGTHS, terms.minutes, form.minutesOf), terms.minutes),
      checkboxInput({
        name: 'kinds',
        label: form.kinds,
        choices: KINDS.map((kind) => ({ value: kind, text: words.kinds[kind] })),
        initial: terms.kinds,
      }),
      text('place', form.placeHint),
      text('link', form.linkHint),
      ...bookingFields(terms, locale),
      radioInput({
        name: 'approval',
        label: form.approval,
        choices: (['no', 'yes'] as const).map((value) => ({ value, text: form.approvals[value] })),
        initial: terms.needsApproval ? 'yes' : 'no',
      }),
      searchInput({
        name: IDS.zone,
        label: form.zone,
        hint: form.zoneHint,
        initial: { value: terms.zone, text: terms.zone },
      }),
      actions([button(IDS.back, form.back, { value: pageCodec.encode({ from: 0 }) })]),
    ],
  };
}
