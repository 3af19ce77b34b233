import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { clipMarked, fields, quoted, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { ExpertField } from '../../experts/public.ts';
import type { Brief } from '../operations/brief.ts';
import { handOverTexts } from '../texts/hand-over.ts';
import { namesOf } from './reasons.ts';

const NAME_SHOWN = 150;
const LIST_SHOWN = 500;
const LINE_SHOWN = 200;
const LINES_SHOWN = 10;
const PEOPLE_SHOWN = 6;
const PERSON_SHOWN = 100;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

function list(heading: string, lines: readonly string[], none: string, locale: Locale): AnyBlock {
  if (lines.length === 0) return section(`${heading}\n${none}`);
  const shown = lines.slice(0, LINES_SHOWN).map((line) => `• ${typedShort(line, LINE_SHOWN)}`);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [`• ${handOverTexts(locale).brief.more(rest)}`] : [];
  return section([heading, ...shown, ...more].join('\n'));
}

/** To the expert who takes an organisation over: who it is, the note, what happened, what is open. */
export function briefMessage(brief: Brief, known: readonly ExpertField[], locale: Locale): Message {
  const words = handOverTexts(locale).brief;
  const needs = clipMarked(namesOf(brief.needs, { fields: known, locale }), LIST_SHOWN);
  const named = brief.people.slice(0, PEOPLE_SHOWN).map((name) => typedShort(name, PERSON_SHOWN));
  const others = brief.people.length - named.length;
  const people = [...named, ...(others > 0 ? [words.more(others)] : [])].join(', ');
  const heading = words.heading(cut(brief.organisation), cut(brief.town), cut(brief.cohort));
  const open = brief.open.map(({ what, due }) => (due === null ? what : words.due(clip(what, NAME_SHOWN), due)));
  return {
    text: words.text(cut(brief.organisation)),
    blocks: [
      section(brief.channelId ? `${heading}\n${words.channel(brief.channelId)}` : heading),
      fields([
        ...(brief.subject ? [[words.subject, typedShort(brief.subject, LIST_SHOWN)] as const] : []),
        ...(needs === '' ? [] : [[words.needs, needs] as const]),
        ...(people === '' ? [] : [[words.people, people] as const]),
        [words.former, words.span(cut(brief.former), brief.since, brief.until)],
      ]),
      ...(brief.note === null ? [section(words.noNote)] : [section(words.note), quoted(brief.note)]),
      list(words.history, brief.history, words.noHistory, locale),
      list(words.open, open, words.noOpen, locale),
    ],
  };
}
