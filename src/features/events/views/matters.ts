import type { Button } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { button } from '../../../platform/slack/blocks.ts';
import { eventCodec, IDS, listCodec } from '../ids.ts';
import type { MATTERS } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { names, shortName } from './facts.ts';

type Matter = keyof typeof MATTERS;

export type MatterFacts = {
  readonly matter: Matter;
  readonly title: string;
  readonly startsAt: Date;
  readonly eventId: string;
  /** Said to one person, not to an organisation. */
  readonly isOwn: boolean;
  readonly names: readonly string[];
  readonly buttons: readonly Button[];
};

/** What is to be done about an event, for whoever owes it. */
export function matterWords(facts: MatterFacts, locale: Locale): MatterWords {
  const words = texts(locale).matters;
  const { matter, isOwn, eventId, startsAt } = facts;
  const title = shortName(facts.title);
  const selves = { attend: words.attendSelf, confirm: words.confirmSelf } as const;
  const say = isOwn && (matter === 'attend' || matter === 'confirm') ? selves[matter] : words[matter];
  const open = button(IDS.show, words.open, { value: eventCodec.encode({ eventId }) });
  const who = facts.names.length > 0 ? [words.names(names(facts.names))] : [];
  return {
    what: say(title),
    why: [formatMoment(startsAt, locale), ...who].join('. '),
    buttons: matter === 'close' ? [open] : facts.buttons,
  };
}

const MANY = { signUp: 'manySignUp', attend: 'manyAttend', confirm: 'manyConfirm', close: 'manyClose' } as const;

/** Several of one kind in one line, for staff. */
export function manyWords(matter: Matter, n: number, cohortId: string, locale: Locale): MatterWords {
  const { matters, list } = texts(locale);
  const value = listCodec.encode({ cohortId, from: 0 });
  return { what: matters[MANY[matter]](n), buttons: [button(IDS.list, list.show, { value })] };
}
