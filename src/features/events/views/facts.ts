import type { AnyBlock } from '@slack/types';
import { toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { formatDay, formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { quoted, section, typed, typedShort } from '../../../platform/slack/blocks.ts';
import type { ShownEvent } from '../queries/index.ts';
import { isOpen, type Session } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 100;

/** People's words on one line of ours, cut where they are endless. */
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);
export const names = (all: readonly string[], most = 20): string =>
  all.slice(0, most).map(shortName).join(', ') + (all.length > most ? ` (+${all.length - most})` : '');

const sessionText = ({ date, from, to }: Session, locale: Locale): string =>
  texts(locale).facts.session(formatDay(date, locale), from, to);

/** The sessions on one line, or one below the other. */
export function whenText(sessions: readonly Session[], locale: Locale): string {
  const [first, ...more] = sessions.map((one) => sessionText(one, locale));
  return more.length === 0 ? (first ?? '') : `\n• ${[first, ...more].join('\n• ')}`;
}

export const signUpText = ({ date, time }: ShownEvent['signUp'], locale: Locale): string =>
  formatMoment(toInstant({ date, time, zone: WARSAW }).instant, locale);

function seatsLine({ seats, taken, waiting, going }: ShownEvent, locale: Locale): string {
  const { facts } = texts(locale);
  if (seats === null) return facts.going(going);
  const free = Math.max(0, seats - taken);
  return free > waiting ? facts.free(free - waiting, seats) : facts.full(seats, waiting);
}

function signUpLines(shown: ShownEvent, locale: Locale): readonly string[] {
  const { facts } = texts(locale);
  if (shown.state === 'cancelled')
    return [facts.cancelled, ...(shown.reason ? [facts.cancelledWhy(typed(shown.reason))] : [])];
  if (shown.state === 'held' || shown.phase === 'over') return [facts.held];
  const until = shown.phase === 'open' ? facts.signUp(signUpText(shown.signUp, locale)) : facts.closed;
  return [...(shown.isRequired ? [facts.required] : []), until, seatsLine(shown, locale)];
}

/** What everybody is told of an event: when, where, about what, and how sign-up stands. */
export function factLines(shown: ShownEvent, locale: Locale): readonly string[] {
  const { facts } = texts(locale);
  const { sessions, place, link, topics, state } = shown;
  return [
    facts.when(whenText(sessions, locale)),
    ...(state === 'provisional' ? [facts.provisional] : []),
    ...(place ? [facts.place(typed(place))] : []),
    ...(link && isOpen(state) ? [facts.link(typed(link))] : []),
    ...(topics.length > 0 ? [facts.topics(topics.map(typed).join(', '))] : []),
    ...signUpLines(shown, locale),
  ];
}

/** The agenda as staff typed it. */
export const agendaBlocks = ({ agenda }: ShownEvent): readonly AnyBlock[] => (agenda ? [quoted(agenda)] : []);

export const kindName = ({ kind }: Pick<ShownEvent, 'kind'>, locale: Locale): string => texts(locale).kinds[kind];

export const headBlock = (head: string, lines: readonly string[]): AnyBlock => section([head, ...lines].join('\n'));
