import type { Locale } from '../../../core/locale.ts';
import { context, header, section, typed, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { releaseTexts } from '../texts/decisions.ts';

type Admitted = { readonly name: string; readonly town: string };

/** Lines in one paragraph, and text in all: a message holds about 10 000 characters (Slack contract 5.4). */
const LINES = 10;
const NAME_SHOWN = 60;
const TOWN_SHOWN = 30;
const TEXT_MAX = 9000;

/** The admitted for the cohort's open channel: names and towns, nothing personal (CO-7, C3). */
export function publicList(cohort: string, admitted: readonly Admitted[], locale: Locale): Message {
  const words = releaseTexts(locale);
  const lines = admitted.map((one) => `• ${typedShort(one.name, NAME_SHOWN)} – ${typedShort(one.town, TOWN_SHOWN)}`);
  const shown = fitting(lines);
  const groups = shown.flatMap((_, index) => (index % LINES === 0 ? [shown.slice(index, index + LINES)] : []));
  const rest = lines.length - shown.length;
  return {
    text: words.publicHeading(typed(cohort)),
    blocks: [
      header(words.publicHeading(cohort)),
      section(words.publicIntro(admitted.length)),
      ...groups.map((group) => section(group.join('\n'))),
      ...(rest > 0 ? [context(words.publicMore(rest))] : []),
    ],
  };
}

function fitting(lines: readonly string[]): readonly string[] {
  let length = 0;
  return lines.filter((line) => {
    length += line.length + 1;
    return length <= TEXT_MAX;
  });
}
