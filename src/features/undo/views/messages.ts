import type { Locale } from '../../../core/locale.ts';
import { actions, button, quoted, section } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import type { ShownAct } from '../operations/show.ts';
import { texts } from '../texts.ts';
import { cutName, refusalOf, waitingBlocks, whatOf } from './parts.ts';

/** To whoever asked for an act: it waits, and can be taken back. */
export function waitingMessage(act: ShownAct, locale: Locale): Message {
  const words = texts(locale);
  return { text: words.text(act.until), blocks: waitingBlocks(act, words) };
}

/** To staff: what waited was not done, and why. */
export function refusedMessage(act: ShownAct, locale: Locale): Message {
  const words = texts(locale);
  const said = `:warning: ${words.notice.refused(whatOf(act))}\n${words.list.because(refusalOf(act, words))}`;
  const open = button(IDS.list, words.notice.open);
  return { text: words.notice.refusedText, blocks: [section(said), actions([open])] };
}

/** To those who were told of an act that was a mistake: the words of staff. */
export function correctionMessage(cohort: string, text: string, locale: Locale): Message {
  const words = texts(locale).notice;
  return { text: words.text(cutName(cohort)), blocks: [section(words.heading(cutName(cohort))), quoted(text)] };
}
