import type { AnyBlock, Button } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { eventCodec, IDS, invitationCodec, registrationCodec, whoseCodec } from '../ids.ts';
import type { ShownEvent } from '../queries/index.ts';
import { isOpen } from '../rules/index.ts';
import { type EventsTexts, texts } from '../texts.ts';
import { agendaBlocks, factLines, headBlock, kindName, names, shortName } from './facts.ts';

const row = (buttons: readonly Button[]): readonly AnyBlock[] => (buttons.length > 0 ? [actions([...buttons])] : []);

/** The card in the cohort's channel: what it is, how many seats are left, and the buttons for whoever acts for themself. */
export function cardMessage(shown: ShownEvent, locale: Locale): Message {
  const { card } = texts(locale);
  const value = eventCodec.encode({ eventId: shown.id });
  const isOn = isOpen(shown.state) && shown.phase !== 'over';
  const buttons = [
    ...(isOn && shown.phase === 'open' ? [button(IDS.signUp, card.signUp, { value, style: 'primary' })] : []),
    ...(isOn ? [button(IDS.leave, card.leave, { value }), button(IDS.checkIn, card.checkIn, { value })] : []),
  ];
  const kind = kindName(shown, locale);
  return {
    text: card.text(kind, shortName(shown.title)),
    blocks: [
      headBlock(card.head(kind, shortName(shown.title)), factLines(shown, locale)),
      ...agendaBlocks(shown),
      ...row(buttons),
    ],
  };
}

/** How an organisation stands with an event. */
export type Invited = {
  readonly invitationId: string;
  readonly state: 'invited' | 'answered' | 'declined' | 'excused';
  readonly seats: number;
  readonly going: readonly string[];
  readonly waiting: readonly string[];
  readonly offered: readonly { readonly registrationId: string; readonly name: string; readonly until: Date }[];
  readonly present: readonly string[];
  /** New dates wait for a yes. */
  readonly isToConfirm: boolean;
};

function answerLines(shown: ShownEvent, { state, seats }: Invited, locale: Locale): readonly string[] {
  const { invitation, facts } = texts(locale);
  if (state === 'invited') return [facts.atMost(seats)];
  if (state === 'declined') return [invitation.declined];
  if (state === 'excused') return [invitation.excused, ...(shown.isRequired ? [invitation.gap] : [])];
  return [];
}

function standingLines(shown: ShownEvent, invited: Invited, locale: Locale): readonly string[] {
  const { invitation } = texts(locale);
  const { going, waiting, offered, present, isToConfirm } = invited;
  if (shown.state === 'held') return present.length > 0 ? [invitation.present(names(present))] : [];
  if (shown.state === 'cancelled') return [];
  return [
    ...(isToConfirm ? [invitation.toConfirm] : []),
    ...(going.length > 0 ? [invitation.going(names(going))] : []),
    ...(waiting.length > 0 ? [invitation.waiting(names(waiting))] : []),
    ...offered.map(({ name, until }) => invitation.offered(shortName(name), formatMoment(until, locale))),
    ...answerLines(shown, invited, locale),
  ];
}

const isIn = ({ going, waiting, offered }: Invited): boolean => going.length + waiting.length + offered.length > 0;

/** What an organisation is asked for: a yes to new dates, to take a seat, to say who comes. */
function askingButtons(shown: ShownEvent, invited: Invited, locale: Locale): readonly Button[] {
  const { invitation } = texts(locale);
  const value = invitationCodec.encode({ invitationId: invited.invitationId });
  const [first] = invited.offered;
  const claim = first && registrationCodec.encode({ registrationId: first.registrationId });
  const who = isIn(invited)
    ? button(IDS.who, invitation.change, { value })
    : button(IDS.who, invitation.who, { value, style: 'primary' });
  return [
    ...(invited.isToConfirm ? [button(IDS.confirmDates, invitation.confirm, { value, style: 'primary' })] : []),
    ...(claim ? [button(IDS.claim, invitation.claim, { value: claim, style: 'primary' })] : []),
    ...(shown.phase === 'open' ? [who] : []),
  ];
}

/** The buttons of an organisation's people, for the state in which they are; the same in messages and matters. */
export function invitedButtons(shown: ShownEvent, invited: Invited, locale: Locale): readonly Button[] {
  const { invitation } = texts(locale);
  const { invitationId } = invited;
  const value = invitationCodec.encode({ invitationId });
  const whose = whoseCodec.encode({ invitationId });
  const event = eventCodec.encode({ eventId: shown.id });
  if (shown.state === 'held')
    return invited.present.length > 0 ? [button(IDS.certificate, invitation.certificate, { value: whose })] : [];
  if (!isOpen(shown.state) || shown.phase === 'over') return [];
  const isThere = isIn(invited);
  return [
    ...askingButtons(shown, invited, locale),
    ...(isThere ? [button(IDS.swap, invitation.swap, { value })] : []),
    ...(isThere || invited.state === 'invited' ? [button(IDS.decline, invitation.decline, { value })] : []),
    ...(isThere && shown.form === 'on_site' ? [button(IDS.needs, invitation.needs, { value: whose })] : []),
    ...(invited.going.length > 0 ? [button(IDS.checkIn, invitation.checkIn, { value: event })] : []),
  ];
}

/** An organisation's invitation in its channel, with what it has answered and everything its people can do. */
export function invitationMessage(shown: ShownEvent, invited: Invited, locale: Locale): Message {
  const words = texts(locale).invitation;
  const lines = [...factLines(shown, locale), ...standingLines(shown, invited, locale)];
  return {
    text: words.text(shortName(shown.title)),
    blocks: [
      headBlock(words.head(shortName(shown.title)), lines),
      ...agendaBlocks(shown),
      ...row(invitedButtons(shown, invited, locale)),
    ],
  };
}

/** How somebody stands who comes for themself. */
export type Own = {
  readonly registrationId: string;
  readonly state: keyof EventsTexts['registration'];
  readonly isToConfirm: boolean;
  readonly isPresent: boolean;
};

export function ownButtons(shown: ShownEvent, own: Own | null, locale: Locale): readonly Button[] {
  const { self, card, invitation, certificate } = texts(locale);
  const value = eventCodec.encode({ eventId: shown.id });
  const whose = whoseCodec.encode({ eventId: shown.id, mine: true });
  if (shown.state === 'held')
    return own?.isPresent ? [button(IDS.certificate, certificate.mine, { value: whose })] : [];
  if (!isOpen(shown.state) || shown.phase === 'over') return [];
  const isIn = own !== null && ['going', 'waiting', 'offered', 'attended'].includes(own.state);
  if (!isIn) return shown.phase === 'open' ? [button(IDS.signUp, card.signUp, { value })] : [];
  return [
    ...(own.isToConfirm ? [button(IDS.confirmSelf, self.confirmButton, { value, style: 'primary' })] : []),
    ...(own.state === 'going' ? [button(IDS.checkIn, card.checkIn, { value })] : []),
    ...(shown.form === 'on_site' ? [button(IDS.needs, invitation.needs, { value: whose })] : []),
    button(IDS.leave, card.leave, { value }),
  ];
}

/** What somebody has in their own messages who signed up for themself. */
export function ownMessage(shown: ShownEvent, own: Own, locale: Locale): Message {
  const { self, registration } = texts(locale);
  const ask = own.isToConfirm && isOpen(shown.state) ? [self.toConfirm] : [];
  const lines = [...factLines(shown, locale), self.mine(registration[own.state]), ...ask];
  return {
    text: self.head(shortName(shown.title)).replaceAll('*', ''),
    blocks: [headBlock(self.head(shortName(shown.title)), lines), ...row(ownButtons(shown, own, locale))],
  };
}

/** A freed seat, kept for somebody until a moment. `until` null: the offer is over. */
export function offerMessage(
  offer: {
    readonly registrationId: string;
    readonly title: string;
    readonly name: string;
    readonly until: Date | null;
    readonly isTaken: boolean;
  },
  locale: Locale,
): Message {
  const words = texts(locale).offer;
  const { registrationId, title, name, until, isTaken } = offer;
  const head = words.head(shortName(title), shortName(name));
  const value = registrationCodec.encode({ registrationId });
  const now = isTaken ? words.claimed(shortName(name)) : words.over;
  return {
    text: words.text(shortName(title)),
    blocks:
      until === null
        ? [section(`${head}\n${now}`)]
        : [
            section(`${head}\n${words.until(formatMoment(until, locale))}`),
            actions([button(IDS.claim, words.claim, { value, style: 'primary' })]),
          ],
  };
}

export type Change = {
  readonly act: 'move' | 'confirm' | 'cancel';
  readonly reason: string | null;
  /** Those who are told have somebody who goes. */
  readonly isGoing: boolean;
  readonly buttons: readonly Button[];
};

/** A moved, confirmed or cancelled event, told once; said again later it shows the dates that hold then. */
export function changedMessage(shown: ShownEvent, change: Change, locale: Locale): Message {
  const words = texts(locale).changed;
  const { act, reason, isGoing, buttons } = change;
  const title = shortName(shown.title);
  const head = words[act](title);
  const why = reason ? [words.reason(typed(reason))] : [];
  const isCancelled = act === 'cancel';
  const openAgain = !isGoing && shown.phase === 'open' && act === 'move' ? [words.openAgain] : [];
  const lines = isCancelled
    ? [...why, ...(isGoing ? [words.sorry] : [])]
    : [...factLines(shown, locale), ...why, ...(isGoing ? [words.again] : openAgain)];
  return {
    text: head.replaceAll('*', ''),
    blocks: [headBlock(head, lines), ...(isCancelled ? [] : row(buttons))],
  };
}

/** Goes before a certificate, which hangs in its thread; or says that the one that did does not hold any more. */
export function certificateMessage(
  of: { readonly title: string; readonly name: string; readonly holds: boolean },
  locale: Locale,
): Message {
  const words = texts(locale).certificate;
  const title = shortName(of.title);
  const lines = [words.head(title, shortName(of.name)), ...(of.holds ? [] : [words.gone])];
  return { text: words.text(title), blocks: [section(lines.join('\n'))] };
}
