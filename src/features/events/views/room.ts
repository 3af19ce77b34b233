import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, section, typed, typedShort } from '../../../platform/slack/blocks.ts';
import { personInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { eventCodec, IDS, invitationCodec, needsListCodec, peopleCodec, REASON_MAX } from '../ids.ts';
import { staffTexts } from '../texts/staff.ts';
import { type EventsTexts, texts } from '../texts.ts';
import { names, shortName } from './facts.ts';
import { turnBlocks } from './turn.ts';

/** People on a page of a list, and of the form of attendance. */
export const PEOPLE = 15;

export type PersonRow = {
  readonly registrationId: string;
  readonly invitationId: string | null;
  readonly name: string;
  /** The organisation; null for those who come for none. */
  readonly organisation: string | null;
  readonly standing: 'organisation' | 'guest' | 'expert';
  readonly state: keyof EventsTexts['registration'];
  readonly isToConfirm: boolean;
  /** In the queue, from 1; 0 when not. */
  readonly place: number;
  readonly days: readonly { readonly date: string; readonly isOnline: boolean }[];
};

export type PeoplePage = {
  readonly eventId: string;
  readonly from: number;
  readonly total: number;
  readonly rows: readonly PersonRow[];
  readonly silent: readonly string[];
  readonly no: readonly string[];
  /** Somebody can still be signed up. */
  readonly canAdd: boolean;
};

function personLine(row: PersonRow, locale: Locale): string {
  const { people } = staffTexts(locale);
  const { registration } = texts(locale);
  const own = row.standing === 'organisation' ? people.guest : people[row.standing];
  const from = row.organisation === null ? own : shortName(row.organisation);
  const days = row.days.map(({ date, isOnline }) =>
    isOnline ? people.onlineDay(formatDay(date, locale)) : formatDay(date, locale),
  );
  const more = [
    ...(row.place > 0 ? [people.queue(row.place)] : []),
    ...(row.isToConfirm ? [people.toConfirm] : []),
    ...(days.length > 0 ? [people.days(days.join(', '))] : []),
  ];
  return [people.row(shortName(row.name), from, registration[row.state]), ...more].join(', ');
}

/** Everybody who signed up, with what became of it, and the organisations that are silent or do not come. */
export function peopleModal(page: PeoplePage, locale: Locale): Modal {
  const { people } = staffTexts(locale);
  const { eventId, from, total, rows, silent, no, canAdd } = page;
  const swap = (id: string) => button(IDS.swap, people.swap, { value: invitationCodec.encode({ invitationId: id }) });
  const isIn = ({ state }: PersonRow) => state === 'going' || state === 'waiting' || state === 'offered';
  const line = (row: PersonRow): AnyBlock =>
    row.invitationId && isIn(row)
      ? section(personLine(row, locale), swap(row.invitationId))
      : section(personLine(row, locale));
  const at = (start: number) => peopleCodec.encode({ eventId, from: start });
  const add = button(IDS.signUpFor, people.add, { value: eventCodec.encode({ eventId }) });
  return {
    callbackId: IDS.people,
    title: people.title,
    blocks: [
      ...(canAdd ? [actions([add])] : []),
      ...(rows.length === 0 ? [section(people.none)] : rows.map(line)),
      ...turnBlocks({ from, total, each: PEOPLE, at }, locale),
      ...(silent.length > 0 ? [section(people.silent(names(silent), silent.length))] : []),
      ...(no.length > 0 ? [section(people.no(names(no), no.length))] : []),
    ],
  };
}

/** Whom staff sign up: an organisation, whose people they choose next, or somebody who comes for themself. */
export function signUpForModal(
  of: { readonly eventId: string; readonly title: string; readonly organisations: readonly Choice[] },
  locale: Locale,
): Modal {
  const { people } = staffTexts(locale);
  const { eventId, title, organisations } = of;
  const organisation = { name: 'organisation', label: people.ofOrganisation, optional: true, choices: organisations };
  return {
    callbackId: IDS.signUpFor,
    title: people.add,
    submit: people.next,
    metadata: { eventId },
    blocks: [
      section(people.intro(shortName(title))),
      ...(organisations.length > 0 ? [selectInput(organisation)] : []),
      personInput({ name: 'person', label: people.alone, hint: people.aloneHint, optional: true }),
    ],
  };
}

/** The codes of an event's days, to be shown in the room. */
export function codeModal(
  of: {
    readonly title: string;
    readonly minutes: number;
    readonly days: readonly { readonly date: string; readonly code: string }[];
  },
  locale: Locale,
): Modal {
  const words = staffTexts(locale).code;
  return {
    callbackId: IDS.code,
    title: words.title,
    blocks: [
      section(words.intro(shortName(of.title))),
      ...of.days.map(({ date, code }) => section(words.day(formatDay(date, locale), code))),
      context(words.hint(of.minutes)),
    ],
  };
}

export type Missing = {
  readonly eventId: string;
  readonly isRequired: boolean;
  readonly organisations: readonly { readonly name: string; readonly reason: string | null }[];
  readonly people: readonly { readonly name: string; readonly reason: string | null }[];
  /** Those who can still be excused. */
  readonly canExcuse: boolean;
};

const MISSING_SHOWN = 25;

/** Who missed an event: organisations of which nobody was there, and people who had signed up. */
export function missingModal(missing: Missing, locale: Locale): Modal {
  const words = staffTexts(locale).missing;
  const { organisations, people, isRequired, eventId, canExcuse } = missing;
  const line = ({ name, reason }: { readonly name: string; readonly reason: string | null }): string =>
    reason ? words.excused(shortName(name), typedShort(reason, 60)) : words.not(shortName(name));
  const part = (heading: string, all: Missing['people']): readonly AnyBlock[] => {
    const rest = all.length - MISSING_SHOWN;
    const lines = all.slice(0, MISSING_SHOWN).map(line);
    return all.length > 0 ? [section([heading, ...lines, ...(rest > 0 ? [`+${rest}`] : [])].join('\n'))] : [];
  };
  const excuse = button(IDS.excuse, words.excuse, { value: eventCodec.encode({ eventId }) });
  return {
    callbackId: IDS.missing,
    title: words.title,
    blocks: [
      ...(isRequired && organisations.length > 0 ? [section(words.required)] : []),
      ...part(words.organisations(organisations.length), organisations),
      ...part(words.people(people.length), people),
      ...(organisations.length + people.length === 0 ? [section(words.none)] : []),
      ...(canExcuse ? [actions([excuse])] : []),
    ],
  };
}

export function excuseModal(eventId: string, people: readonly Choice[], locale: Locale): Modal {
  const words = staffTexts(locale).missing;
  return {
    callbackId: IDS.excuse,
    title: words.excuse,
    submit: words.save,
    metadata: { eventId },
    blocks: [
      selectInput({ name: 'seat', label: words.who, choices: people }),
      textInput({ name: 'reason', label: words.reason, multiline: true, max: REASON_MAX }),
    ],
  };
}

type Need = { readonly name: string; readonly diet: string | null; readonly access: string | null };

export type NeedsPage = {
  readonly eventId: string;
  readonly from: number;
  readonly total: number;
  readonly rows: readonly Need[];
};

/** What those who come have said of food and access, each whole, fifteen people on a page. */
export function needsListModal({ eventId, from, total, rows }: NeedsPage, locale: Locale): Modal {
  const words = staffTexts(locale).needs;
  const at = (needsFrom: number) => needsListCodec.encode({ eventId, needsFrom });
  const line = ({ name, diet, access }: Need): AnyBlock =>
    section(
      [
        words.row(shortName(name)),
        ...(diet ? [words.diet(typed(diet))] : []),
        ...(access ? [words.access(typed(access))] : []),
      ].join('\n'),
    );
  return {
    callbackId: IDS.needsList,
    title: words.title,
    blocks: [
      section(total === 0 ? words.none : words.total(total)),
      ...rows.map(line),
      ...turnBlocks({ from, total, each: PEOPLE, at }, locale),
    ],
  };
}
