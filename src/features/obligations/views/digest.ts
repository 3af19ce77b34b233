import type { AnyBlock } from '@slack/types';
import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import {
  actions,
  button,
  clipMarked,
  context,
  header,
  section,
  typed,
  typedShort,
} from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { allCodec, IDS } from '../ids.ts';
import { daysSince } from '../rules/summary.ts';
import { type ObligationsTexts, texts } from '../texts.ts';
import { matterBlocks, SHOWN, type Shown } from './matters.ts';

/** Eight lines fit into one section, whatever people are called. */
const NAME_SHOWN = 80;
const WHAT_SHOWN = 190;
const QUIET_SHOWN = 8;
const COHORT_SHOWN = 60;

/** A matter of somebody else, with whose it is. */
export type Theirs = Shown & { readonly who: string };

export type Digest = {
  readonly cohort: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly mine: readonly Shown[];
  readonly overdue: readonly Theirs[];
  readonly soon: readonly Theirs[];
  /** How many more are owed later. */
  readonly later: number;
  /** Names of organisations in which nothing has moved for a while. */
  readonly quiet: readonly string[];
};

const name = (text: string): string => typedShort(text, NAME_SHOWN);
const whose = ({ who, words }: Theirs): string => `• *${name(who)}*: ${clipMarked(words.what, WHAT_SHOWN)}`;
const rest = (all: readonly unknown[], words: ObligationsTexts): AnyBlock[] =>
  all.length > SHOWN ? [context(words.more(all.length - SHOWN))] : [];

function mineBlocks({ mine, now }: Digest, words: ObligationsTexts, locale: Locale): readonly AnyBlock[] {
  return mine.length > 0 ? [section(words.digest.mine), ...matterBlocks(mine, now, locale)] : [];
}

function overdueBlocks({ overdue, now }: Digest, words: ObligationsTexts): readonly AnyBlock[] {
  if (overdue.length === 0) return [];
  const line = (one: Theirs): string => `${whose(one)} – ${words.digest.since(daysSince(one.due ?? now, now))}`;
  const lines = overdue.slice(0, SHOWN).map(line);
  return [section([words.digest.overdue, ...lines].join('\n')), ...rest(overdue, words)];
}

/** Day by day, each matter with its hour. */
function soonBlocks({ soon, now }: Digest, words: ObligationsTexts, locale: Locale): readonly AnyBlock[] {
  if (soon.length === 0) return [];
  const dateOf = ({ due }: Theirs): string => civilOf(due ?? now, WARSAW).date;
  const timeOf = ({ due }: Theirs): string => civilOf(due ?? now, WARSAW).time;
  const days = [...Map.groupBy(soon.slice(0, SHOWN), dateOf)].map(([date, of]) => {
    const lines = of.map((one) => `${whose(one)} – ${words.digest.until(timeOf(one))}`);
    return section([`*${formatDay(date, locale)}*`, ...lines].join('\n'));
  });
  return [section(words.digest.soon), ...days, ...rest(soon, words)];
}

function quietBlocks({ quiet }: Digest, words: ObligationsTexts): readonly AnyBlock[] {
  if (quiet.length === 0) return [];
  const names = quiet.slice(0, QUIET_SHOWN).map(name).join(', ');
  const more = quiet.length - QUIET_SHOWN;
  return [section(words.digest.quiet(more > 0 ? words.digest.others(names, more) : names))];
}

/**
 * What waits in a cohort, once a week for its staff: what is theirs with its buttons, what others owe and have not done,
 * what falls due in the next seven days, and who has not been heard of; then the way to the whole list.
 */
export function digestMessage(digest: Digest, locale: Locale): Message {
  const words = texts(locale);
  const { cohort, mine, overdue, soon, later, quiet } = digest;
  const cohortName = clip(cohort.name, COHORT_SHOWN);
  const parts = [
    ...mineBlocks(digest, words, locale),
    ...overdueBlocks(digest, words),
    ...soonBlocks(digest, words, locale),
    ...quietBlocks(digest, words),
  ];
  const value = allCodec.encode({ cohortId: cohort.id, from: 0 });
  const isCalm = mine.length + overdue.length + soon.length + quiet.length === 0;
  return {
    text: `${words.digest.heading(typed(cohortName))}: ${words.digest.short(mine.length, overdue.length, soon.length)}`,
    blocks: [
      header(words.digest.heading(cohortName)),
      ...(isCalm ? [section(words.digest.calm)] : parts),
      ...(later > 0 ? [context(words.digest.later(later))] : []),
      actions([button(IDS.all, words.digest.all, { value })]),
    ],
  };
}
