import type { Locale } from '../../../core/locale.ts';
import { section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import type { Member } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { roleOf } from './roles.ts';

const SHOWN = 40;
const NAME_SHOWN = 150;

/** Everybody in an organisation's channel with what they are for, in plain words. */
export function whoModal(
  place: { readonly organisation: string; readonly cohort: string; readonly botUserId: string },
  members: readonly Member[],
  locale: Locale,
): Modal {
  const words = texts(locale);
  const rows = members.slice(0, SHOWN).map((member) => {
    const isHere = member.slackUserId !== null && !member.isDeactivated;
    const name = isHere ? `<@${member.slackUserId}>` : `*${typedShort(member.name, NAME_SHOWN)}*`;
    return section(`${name}\n${roleOf(member, words, 'long')}`);
  });
  const rest = members.length - rows.length;
  const cut = (name: string) => typedShort(name, NAME_SHOWN);
  return {
    callbackId: IDS.who,
    title: words.who.title,
    blocks: [
      section(words.who.intro(cut(place.organisation), cut(place.cohort))),
      ...rows,
      ...(rest > 0 ? [section(words.card.more(rest))] : []),
      section(`<@${place.botUserId}>\n${words.roles.bot}`),
    ],
  };
}
