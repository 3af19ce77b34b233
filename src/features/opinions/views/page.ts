import type { AnyBlock, Button } from '@slack/types';
import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, divider, quoted, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, opinionCodec, readCodec, seenCodec } from '../ids.ts';
import { isWritable, nextOf, type Side } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { contentBlocks, releasedBlocks, selfBlocks } from './content.ts';
import { dueText, type OpinionFacts, type ReleasedFacts, shortName } from './names.ts';

/** How an opinion stands, in a sentence for this reader: the organisation hears of drafts and look-overs nothing. */
export function stateText(facts: Pick<OpinionFacts, 'state' | 'number' | 'due'>, side: Side, locale: Locale): string {
  const { states } = texts(locale);
  const { state, number, due } = facts;
  if (side === 'organisation') return number > 0 ? states.released : states.coming(dueText(due, locale));
  if (state === 'sent') return number > 0 ? states.sentAgain : states.sent;
  if (state === 'released') return states.released;
  if (state === 'returned') return states.returned;
  return states.due(dueText(due, locale));
}

function staffButtons(facts: OpinionFacts, locale: Locale): readonly Button[] {
  const { page } = texts(locale);
  const { opinionId, version, state } = facts;
  const value = seenCodec.encode({ opinionId, version });
  return [
    ...(nextOf(state, 'release') ? [button(IDS.release, page.release, { value, style: 'primary' })] : []),
    ...(nextOf(state, 'return') ? [button(IDS.return, page.return, { value })] : []),
    ...(isWritable(state) ? [button(IDS.name, page.name, { value })] : []),
  ];
}

function organisationButtons({ opinionId, released, self }: OpinionFacts, locale: Locale): readonly Button[] {
  const { released: words, self: own } = texts(locale);
  const value = opinionCodec.encode({ opinionId });
  const read = (number: number) => ({ value: readCodec.encode({ opinionId, number }), style: 'primary' as const });
  return [
    ...(released && !released.read ? [button(IDS.read, words.confirm, read(released.number))] : []),
    ...(released && !released.reaction ? [button(IDS.react, words.react, { value })] : []),
    ...(self ? [] : [button(IDS.self, own.button, { value })]),
  ];
}

function sideButtons(facts: OpinionFacts, side: Side, locale: Locale): readonly Button[] {
  const { page } = texts(locale);
  const value = opinionCodec.encode({ opinionId: facts.opinionId });
  const versions = facts.number > 1 ? [button(IDS.versions, page.versions, { value })] : [];
  if (side === 'staff') return [...staffButtons(facts, locale), ...versions];
  if (side === 'organisation') return [...organisationButtons(facts, locale), ...versions];
  if (side === 'expert') return versions;
  return [button(IDS.write, facts.number > 0 ? page.amend : page.write, { value }), ...versions];
}

/** What waits to be looked over, for staff. */
function sentBlocks(facts: OpinionFacts, locale: Locale): readonly AnyBlock[] {
  const { page, released, content } = texts(locale);
  const { sent, reason, principles, writer, sentAt, isLate } = facts;
  if (!sent) return [];
  const when = sentAt ? formatDate(civilOf(sentAt).date, locale) : '';
  return [
    section(page.sent(shortName(writer ?? '?'), content.evidences[sent.evidence], when)),
    ...(isLate ? [context(page.late)] : []),
    ...(reason ? [section(released.reason), quoted(reason)] : []),
    ...contentBlocks(sent, principles, locale),
  ];
}

/** Everything of an opinion that this side may see: staff what was sent, the organisation only what was released. */
export function pageModal(facts: OpinionFacts, side: Side, locale: Locale): Modal {
  const { page } = texts(locale);
  const { self, released, tasks, remarks, principles } = facts;
  const isStaff = side === 'staff';
  const buttons = sideButtons(facts, side, locale);
  const lines = tasks.map(({ text, isDone }) => page.task(shortName(text), isDone));
  return {
    callbackId: IDS.page,
    title: page.title,
    blocks: [
      section(page.heading(shortName(facts.organisation), shortName(facts.action), stateText(facts, side, locale))),
      ...(isStaff && !facts.sent ? [context(page.writer(facts.writer ? shortName(facts.writer) : page.nobody))] : []),
      ...(isStaff && remarks ? [section(page.remarks), quoted(remarks)] : []),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
      ...(isStaff ? sentBlocks(facts, locale) : []),
      ...(released && !(isStaff && facts.sent) ? releasedBlocks(released, locale) : []),
      ...(lines.length > 0 ? [section([page.tasks, ...lines].join('\n'))] : []),
      ...(self ? [divider(), ...selfBlocks(self, principles, locale)] : []),
    ],
  };
}

/** A version takes at most thirteen blocks. */
const VERSIONS_SHOWN = 6;

/** All that was released, the newest first, each with its reason. */
export function versionsModal(versions: readonly ReleasedFacts[], locale: Locale): Modal {
  const { page, released } = texts(locale);
  return {
    callbackId: IDS.versions,
    title: page.versions,
    blocks: versions
      .slice(0, VERSIONS_SHOWN)
      .flatMap((one): readonly AnyBlock[] => [
        section(`*${released.head(one.number)}*`),
        ...releasedBlocks({ ...one, reaction: null, read: null }, locale),
      ]),
  };
}
