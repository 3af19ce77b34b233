import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { actions, button, section, typed } from '../../../platform/slack/blocks.ts';
import { IDS, maybeCohort } from '../ids.ts';
import { texts } from '../texts.ts';

const SHOWN = 10;
const NAME_SHOWN = 150;
const SUBJECT_SHOWN = 300;

const cut = (name: string): string => typed(clip(name, NAME_SHOWN));

/** App Home of staff: how many wait, how many are asked, and the button. */
export function waitingHome(waiting: number, asked: number, locale: Locale): readonly AnyBlock[] {
  const { home, staff } = texts(locale);
  const assign = button(IDS.pick, staff.assign, { value: maybeCohort.encode({ cohortId: null }), style: 'primary' });
  const lines = [home.waiting(waiting), ...(asked > 0 ? [home.asked(asked)] : [])];
  return [section(lines.join('\n'), assign)];
}

export type Mine = {
  readonly assignmentId: string;
  readonly isActive: boolean;
  readonly organisation: string;
  readonly town: string;
  readonly cohort: string;
  readonly subject: string | null;
  readonly channelId: string | null;
};

function row(mine: Mine, locale: Locale): readonly AnyBlock[] {
  const { home, proposal } = texts(locale);
  if (mine.isActive) {
    const channel = mine.channelId ? `<#${mine.channelId}>` : home.noChannel;
    return [section(`${home.active(cut(mine.organisation), cut(mine.town), cut(mine.cohort))}\n${channel}`)];
  }
  const subject = mine.subject ? typed(clip(mine.subject, SUBJECT_SHOWN)) : '';
  const value = mine.assignmentId;
  return [
    section(home.proposed(cut(mine.organisation), cut(mine.town), subject)),
    actions([
      button(IDS.accept, proposal.accept, {
        value,
        style: 'primary',
        label: `${proposal.accept}: ${mine.organisation}`,
      }),
      button(IDS.decline, proposal.decline, { value, label: `${proposal.decline}: ${mine.organisation}` }),
    ]),
  ];
}

/** App Home of an expert: proposals with their buttons, then the organisations led, with the way to each channel. */
export function mineHome(all: readonly Mine[], locale: Locale): readonly AnyBlock[] {
  const { home } = texts(locale);
  const rest = all.length - SHOWN;
  return [
    section(home.mine),
    ...all.slice(0, SHOWN).flatMap((mine) => row(mine, locale)),
    ...(rest > 0 ? [section(home.more(rest))] : []),
  ];
}
