import type { AnyBlock } from '@slack/types';
import type { Actor } from '../../core/actor.ts';
import { divider, header, LIMIT, section, typedShort } from '../../platform/slack/blocks.ts';
import type { Home, Message } from '../../platform/slack/message.ts';
import { audienceOf } from './rules.ts';
import { texts } from './texts.ts';

const WORD_SHOWN = 40;
const NAME_SHOWN = 150;

/** What is next for the person, and the help of their role; `unknown` is the word that was not understood. */
export function helpMessage(
  actor: Actor,
  lines: readonly string[],
  unknown: string | null,
  brief: readonly AnyBlock[] = [],
): Message {
  const words = texts(actor.locale).help;
  const greeting = words.hello(typedShort(actor.name, NAME_SHOWN));
  const first = unknown ? words.unknown(typedShort(unknown, WORD_SHOWN)) : greeting;
  const intro = words[audienceOf(actor)];
  const list = [...lines, words.help].map((line) => `• ${line}`).join('\n');
  const around = brief.length > 0 ? [...brief, divider()] : [];
  return { text: `${first} ${intro}`, blocks: [section(`*${first}*\n${intro}`), ...around, section(list)] };
}

/** App Home: a greeting and what each feature has for this person. */
export function homeView(actor: Actor, sections: readonly (readonly AnyBlock[])[], broken: boolean): Home {
  const words = texts(actor.locale).home;
  const body = sections.flatMap((blocks) => [divider(), ...blocks]);
  const rest = body.length > 0 ? body : [section(words.empty)];
  const trouble = broken ? [section(words.broken)] : [];
  const blocks = [header(words.welcome(actor.name)), section(words.intro), ...trouble, ...rest];
  return { blocks: blocks.slice(0, LIMIT.modalBlocks) };
}
