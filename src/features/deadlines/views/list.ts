import type { AnyBlock, Button } from '@slack/types';
import { formatDate, formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, divider, header, section } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { historyCodec, IDS, type ListValue, listCodec, requestCodec, type Target, targetCodec } from '../ids.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { shortName } from './names.ts';

export const PAGE = 8;
const NAMES_SHOWN = 3;
const REQUESTS_SHOWN = 5;

/** One line: deadlines of a kind that stand alike, of one organisation or many. */
export type GroupRow = {
  readonly target: Target;
  readonly label: string;
  readonly isOverdue: boolean;
  readonly names: readonly string[];
  /** The deadline whose history can be shown, when the line is about one. */
  readonly deadlineId: string | null;
};

export type RequestLine = {
  readonly requestId: string;
  readonly organisation: string;
  readonly label: string;
  /** Civil date. */
  readonly until: string;
};

export type CallLine = {
  readonly callId: string;
  readonly stage: string;
  readonly closesAt: Date;
  readonly phase: 'scheduled' | 'open' | 'closed' | 'resolved';
};

export type StaffList = {
  readonly list: ListValue;
  readonly heading: string;
  /** Only in the list of a cohort. */
  readonly cohort: {
    readonly id: string;
    readonly lastDay: string | null;
    readonly calls: readonly CallLine[];
    readonly requests: readonly RequestLine[];
    readonly hasPlaces: boolean;
  } | null;
  readonly hasKinds: boolean;
  /** The lines of this page. */
  readonly rows: readonly GroupRow[];
  readonly total: number;
};

function momentOf({ target: { group }, isOverdue }: GroupRow, words: DeadlinesTexts, locale: Locale): string {
  const { date, time, state } = group;
  if (date === null || time === null) return words.list.none;
  const moment = momentText({ date, time }, locale);
  if (state === 'done') return words.list.done(moment);
  return isOverdue ? `${moment} (${words.list.overdue})` : moment;
}

function names({ names: all }: GroupRow, words: DeadlinesTexts): string {
  const shown = all.slice(0, NAMES_SHOWN).map(shortName).join(', ');
  const rest = all.length - NAMES_SHOWN;
  return rest > 0 ? `${words.names.many(all.length)}: ${words.names.more(shown, rest)}` : shown;
}

function rowButtons({ target, deadlineId }: GroupRow, words: DeadlinesTexts): readonly Button[] {
  const value = targetCodec.encode(target);
  const { list } = words;
  const steps =
    deadlineId === null ? [] : [button(IDS.history, list.history, { value: historyCodec.encode({ deadlineId }) })];
  if (target.group.state === 'none') return [button(IDS.put, list.put, { value }), ...steps];
  if (target.group.state === 'done') return [button(IDS.reopen, list.reopen, { value }), ...steps];
  return [
    button(IDS.put, list.move, { value }),
    button(IDS.finish, list.finish, { value }),
    button(IDS.remove, list.remove, { value }),
    ...steps,
  ];
}

function rowBlocks(row: GroupRow, isCohort: boolean, words: DeadlinesTexts, locale: Locale): readonly AnyBlock[] {
  const line = words.list.group(shortName(row.label), momentOf(row, words, locale));
  const whose = isCohort ? `\n${names(row, words)}` : '';
  return [section(`${line}${whose}`), actions(rowButtons(row, words))];
}

function callBlocks({ callId, stage, closesAt, phase }: CallLine, words: DeadlinesTexts, locale: Locale): AnyBlock[] {
  const line = words.list.call(shortName(stage), formatMoment(closesAt, locale), words.list.phases[phase]);
  const steps = button(IDS.history, words.list.history, { value: historyCodec.encode({ callId }) });
  const move = phase === 'resolved' ? [] : [button(IDS.closing, words.list.moveClosing, { value: callId })];
  return [section(line), actions([...move, steps])];
}

function requestBlocks(line: RequestLine, list: ListValue, words: DeadlinesTexts, locale: Locale): AnyBlock[] {
  const value = requestCodec.encode({ requestId: line.requestId, list });
  const until = words.matters.requestWhy(formatDate(line.until, locale));
  return [
    section(`${shortName(line.organisation)}, ${shortName(line.label)}\n${until}`),
    actions([
      button(IDS.approve, words.asked.approve, { value, style: 'primary' }),
      button(IDS.refuse, words.asked.refuse, { value }),
    ]),
  ];
}

/** What stands above the first page of a cohort's list: its last day, calls, and wishes that wait. */
function cohortBlocks(data: StaffList, words: DeadlinesTexts, locale: Locale): readonly AnyBlock[] {
  const { cohort, list } = data;
  if (!cohort || list.from > 0) return [];
  const { lastDay, calls, requests } = cohort;
  const last = lastDay ? words.list.lastDay(formatDate(lastDay, locale)) : words.list.noLastDay;
  const rest = requests.length - REQUESTS_SHOWN;
  const wishes = requests.slice(0, REQUESTS_SHOWN).flatMap((one) => requestBlocks(one, list, words, locale));
  return [
    section(last, button(IDS.lastDay, words.list.setLastDay, { value: cohort.id })),
    ...calls.flatMap((one) => callBlocks(one, words, locale)),
    ...(requests.length > 0 ? [section(words.list.requests), ...wishes] : []),
    ...(rest > 0 ? [context(words.list.moreRequests(rest))] : []),
    divider(),
  ];
}

/** The buttons that turn pages, and which lines are shown. */
function pager(data: StaffList, words: DeadlinesTexts): readonly AnyBlock[] {
  const { list, total } = data;
  const { from } = list;
  const at = (start: number) => ({ value: listCodec.encode({ ...list, from: start }) });
  const turn = [
    ...(from > 0 ? [button(IDS.previous, words.list.previous, at(Math.max(0, from - PAGE)))] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.list.next, at(from + PAGE))] : []),
  ];
  const shown = context(words.list.page(from + 1, Math.min(from + PAGE, total), total));
  return turn.length > 0 ? [shown, actions(turn)] : [];
}

/** The deadlines of a cohort or of one organisation, as staff see and change them; eight lines on a page. */
export function staffListModal(data: StaffList, locale: Locale): Modal {
  const words = texts(locale);
  const { cohort, hasKinds, rows } = data;
  const nobody = cohort && !cohort.hasPlaces ? [section(words.list.nobody)] : [];
  const empty = hasKinds ? nobody : [section(words.list.noKinds)];
  return {
    callbackId: IDS.list,
    title: words.list.title,
    blocks: [
      header(data.heading),
      ...cohortBlocks(data, words, locale),
      ...(rows.length === 0 ? empty : rows.flatMap((row) => rowBlocks(row, cohort !== null, words, locale))),
      ...pager(data, words),
    ],
  };
}

/** The cohorts of a staff member who is in none of their channels. */
export function chooseModal(cohorts: readonly { readonly id: string; readonly name: string }[], locale: Locale): Modal {
  const words = texts(locale).list;
  const open = (cohortId: string, name: string) =>
    section(`*${shortName(name)}*`, button(IDS.list, words.title, { value: listCodec.encode({ cohortId, from: 0 }) }));
  return {
    callbackId: IDS.list,
    title: words.title,
    blocks: [section(words.choose), ...cohorts.map(({ id, name }) => open(id, name))],
  };
}
