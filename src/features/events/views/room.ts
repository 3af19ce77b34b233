import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { actions, button, context, section, typedShort } from '../../../platform/slack/blocks.ts';
import { checkboxInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { type DayValue, dayCodec, eventCodec, IDS, invitationCodec, peopleCodec, REASON_MAX } from '../ids.ts';
import type { Form } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { type EventsTexts, texts } from '../texts.ts';
import { names, shortName } from './facts.ts';

/** People on a page of a list, and of the form of attendance. */
export const PEOPLE = 15;
const CHECKED = 10;

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
  readonly silent: readonly { readonly invitationId: string; readonly name: string }[];
  readonly no: readonly string[];
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
  const { list } = texts(locale);
  const { eventId, from, total, rows, silent, no } = page;
  const at = (start: number) => ({ value: peopleCodec.encode({ eventId, from: start }) });
  const swap = (id: string) => button(IDS.swap, people.swap, { value: invitationCodec.encode({ invitationId: id }) });
  const isIn = ({ state }: PersonRow) => state === 'going' || state === 'waiting' || state === 'offered';
  const turn = [
    ...(from > 0 ? [button(IDS.previous, list.previous, at(Math.max(0, from - PEOPLE)))] : []),
    ...(from + PEOPLE < total ? [button(IDS.next, list.next, at(from + PEOPLE))] : []),
  ];
  const line = (row: PersonRow): AnyBlock =>
    row.invitationId && isIn(row)
      ? section(personLine(row, locale), swap(row.invitationId))
      : section(personLine(row, locale));
  const behalf = silent
    .slice(0, 5)
    .map(({ invitationId, name }) =>
      section(shortName(name), button(IDS.who, people.onBehalf, { value: invitationCodec.encode({ invitationId }) })),
    );
  const silentNames = silent.map(({ name }) => name);
  return {
    callbackId: IDS.people,
    title: people.title,
    blocks: [
      ...(rows.length === 0 ? [section(people.none)] : rows.map(line)),
      ...(turn.length > 0 ? [context(list.page(from + 1, Math.min(from + PEOPLE, total), total)), actions(turn)] : []),
      ...(silent.length > 0 ? [section(people.silent(names(silentNames), silent.length)), ...behalf] : []),
      ...(no.length > 0 ? [section(people.no(names(no), no.length))] : []),
    ],
  };
}

export type Checked = {
  readonly registrationId: string;
  readonly name: string;
  readonly way: 'in_room' | 'online' | null;
};

export type AttendancePage = {
  readonly value: DayValue;
  readonly title: string;
  readonly form: Form;
  readonly dates: readonly string[];
  readonly people: readonly Checked[];
  readonly total: number;
};

function boxes(page: AttendancePage, way: 'in_room' | 'online', label: readonly [string, string], hint?: string) {
  const name = way === 'in_room' ? 'here' : 'online';
  const groups = [page.people.slice(0, CHECKED), page.people.slice(CHECKED)].filter((one) => one.length > 0);
  return groups.map((group, index) =>
    checkboxInput({
      ...{ name: index === 0 ? name : `${name}_more`, label: label[index === 0 ? 0 : 1], optional: true },
      ...(hint && index === 0 ? { hint } : {}),
      choices: group.map((one) => ({ value: one.registrationId, text: clip(one.name, 75) })),
      initial: group.filter((one) => one.way === way).map((one) => one.registrationId),
    }),
  );
}

/** Who was there on a day, fifteen people on a page; saved page by page. */
export function attendanceModal(page: AttendancePage, note: string | null, locale: Locale): Modal {
  const words = staffTexts(locale).attendance;
  const { list } = texts(locale);
  const { value, people, total, dates, form } = page;
  const { eventId, date, from } = value;
  const at = (change: Partial<DayValue>) => ({ value: dayCodec.encode({ ...value, ...change }) });
  const days = dates.filter((one) => one !== date);
  const turn = [
    ...(from > 0 ? [button(IDS.previous, list.previous, at({ from: Math.max(0, from - PEOPLE) }))] : []),
    ...(from + PEOPLE < total ? [button(IDS.next, list.next, at({ from: from + PEOPLE }))] : []),
  ];
  const dayButtons = days.map((one) =>
    section(words.otherDay(formatDay(one, locale)), button(IDS.attendance, list.show, at({ date: one, from: 0 }))),
  );
  const here = form === 'online' ? words.hereOnline : words.here;
  return {
    callbackId: IDS.attendance,
    title: words.title,
    ...(people.length > 0 ? { submit: words.save } : {}),
    metadata: { eventId, date, from, ids: people.map((one) => one.registrationId) },
    blocks: [
      ...(note ? [section(note)] : []),
      section(words.intro(shortName(page.title), formatDay(date, locale))),
      ...(people.length === 0
        ? [section(words.none)]
        : boxes(page, form === 'online' ? 'online' : 'in_room', [here, words.hereMore])),
      ...(form === 'on_site' ? boxes(page, 'online', [words.online, words.onlineMore], words.onlineHint) : []),
      ...(turn.length > 0 ? [context(list.page(from + 1, Math.min(from + PEOPLE, total), total)), actions(turn)] : []),
      ...(dayButtons.length > 0 ? [section(words.chooseDay), ...dayButtons] : []),
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
const NEEDS_SHOWN = 15;

/** What those who come have said of food and access: how many, and who. */
export function needsListModal(needs: readonly Need[], locale: Locale): Modal {
  const words = staffTexts(locale).needs;
  const part = (heading: string, pick: (need: Need) => string | null): readonly AnyBlock[] => {
    const all = needs.flatMap((one) => {
      const said = pick(one);
      return said ? [words.row(shortName(clip(one.name, 40)), typedShort(said, 120))] : [];
    });
    const rest = all.length - NEEDS_SHOWN;
    const lines = [heading, ...all.slice(0, NEEDS_SHOWN), ...(rest > 0 ? [words.more(rest)] : [])];
    return all.length > 0 ? [section(lines.join('\n'))] : [];
  };
  return {
    callbackId: IDS.needsList,
    title: words.title,
    blocks: [
      section(needs.length === 0 ? words.none : words.total(needs.length)),
      ...part(words.diet, ({ diet }) => diet),
      ...part(words.access, ({ access }) => access),
    ],
  };
}
