import { z } from 'zod';
import type { Db } from '../../platform/db/client.ts';
import { defineNotice } from '../../platform/feature.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { mayCorrect, withCalendar } from './operations/index.ts';
import {
  type ActionRow,
  actionFacts,
  changeLine,
  changesAmong,
  type DateRow,
  dateFacts,
  heldFacts,
  needsReport,
  observationOf,
  rowById,
  rowOfDate,
} from './queries/index.ts';
import {
  type AttendStanding,
  askedMessage,
  attendMessage,
  changedMessage,
  noteMessage,
  plannedMessage,
  reportedMessage,
  unobservedMessage,
} from './views/index.ts';

const id = z.uuid();

async function dateById(db: Db, dateId: string): Promise<{ readonly row: ActionRow; readonly date: DateRow } | null> {
  const row = await rowOfDate(db, dateId);
  const date = row?.dates.find((one) => one.id === dateId);
  return row && date ? { row, date } : null;
}

/** What is planned, in the organisation's channel; it is put right with each change. */
export const plannedNotice = defineNotice(
  NOTICES.planned,
  z.object({ actionId: id }),
  async (deps, { actionId }, locale) => {
    const row = await rowById(deps.db, actionId);
    return row && plannedMessage(actionFacts(row, deps.clock.now()), locale);
  },
);

/** One step, or those of one act, as they were: what holds now stands in what is planned. */
export const changedNotice = defineNotice(
  NOTICES.changed,
  z.object({ changeId: id, to: z.enum(['organisation', 'expert', 'staff']), more: z.string().default('') }),
  async ({ db }, { changeId, to: reader, more }, locale) => {
    const [change, ...others] = await changesAmong(db, [changeId, ...more.split(' ').filter(Boolean)]);
    const row = change && (await rowById(db, change.actionId));
    if (!change || !row) return null;
    const facts = {
      ...{ ...changeLine(change), also: others.flatMap((one) => changeLine(one).from ?? []) },
      ...{ actionId: row.id, organisation: row.participation.organisation.name, title: row.title, reader },
      ...{ reason: change.reason, isOff: row.state === 'cancelled' },
      isShort: [change, ...others].some(({ isShort }) => isShort),
    };
    return changedMessage(facts, locale);
  },
);

function standingOf(
  { date }: { date: DateRow },
  { expertId, sequence }: { expertId: string; sequence: number },
  now: Date,
): AttendStanding {
  if (date.state !== 'planned' || date.endsAt <= now) return 'gone';
  if (date.expertId !== expertId) return 'other';
  return date.sequence === sequence ? 'open' : 'moved';
}

/** The expert is asked; not worth saying any more when it is not their question by then. */
export const attendNotice = defineNotice(
  NOTICES.attend,
  z.object({ dateId: id, expertId: id, sequence: z.int() }),
  async (deps, { dateId, ...question }, locale, isSaid) => {
    const found = await dateById(deps.db, dateId);
    const now = deps.clock.now();
    const standing = found && standingOf(found, question, now);
    if (!found || !standing || (!isSaid && standing !== 'open')) return null;
    const { row, date } = found;
    const facts = { organisation: row.participation.organisation.name, title: row.title, date: dateFacts(date, now) };
    return withCalendar(attendMessage(facts, standing, locale), { row, date, question, now }, locale);
  },
);

function unobservedStanding({ date }: { date: DateRow }, now: Date): 'open' | 'asked' | 'over' {
  if (date.state !== 'planned' || date.endsAt <= now || date.expertId === null) return 'over';
  return date.attends === 'not' ? 'open' : 'asked';
}

export const unobservedNotice = defineNotice(
  NOTICES.unobserved,
  z.object({ dateId: id }),
  async (deps, { dateId }, locale, isSaid) => {
    const found = await dateById(deps.db, dateId);
    const now = deps.clock.now();
    const standing = found && unobservedStanding(found, now);
    if (!found || !standing || (!isSaid && standing !== 'open')) return null;
    const { row, date } = found;
    const [proposed] = date.proposedId ? await findPeople(deps.db, [date.proposedId]) : [];
    const facts = { organisation: row.participation.organisation.name, title: row.title, date: dateFacts(date, now) };
    const said = { reason: date.attendsNote, proposed: proposed?.name ?? null, standing };
    return unobservedMessage({ ...facts, ...said }, locale);
  },
);

/** The day after: not worth asking when it was said already, or the date was moved. */
export const askedNotice = defineNotice(
  NOTICES.asked,
  z.object({ dateId: id }),
  async (deps, { dateId }, locale, isSaid) => {
    const found = await dateById(deps.db, dateId);
    if (!found) return null;
    const { row, date } = found;
    const isMoved = date.state === 'removed' || (date.state === 'planned' && date.askedAt === null);
    if (!isSaid && (isMoved || date.state !== 'planned')) return null;
    const isOpen = await mayCorrect(deps, deps.db, row.id);
    const shown = dateFacts(date, deps.clock.now());
    const facts = { actionId: row.id, title: row.title, date: shown, isMoved, isOpen, needsReport: needsReport(row) };
    return askedMessage(facts, locale);
  },
);

/** Whether notes are there is said to their author only, and never what they are. */
export const noteNotice = defineNotice(
  NOTICES.note,
  z.object({ dateId: id, expertId: id }),
  async (deps, { dateId, expertId }, locale, isSaid) => {
    const found = await dateById(deps.db, dateId);
    if (!found || (!isSaid && found.date.state !== 'held')) return null;
    const { row, date } = found;
    const isDone = date.observed !== null && (await observationOf(deps.db, row.id, expertId)) !== null;
    const facts = { organisation: row.participation.organisation.name, date: dateFacts(date, deps.clock.now()) };
    return noteMessage({ ...facts, actionId: row.id, isDone }, locale);
  },
);

export const reportedNotice = defineNotice(
  NOTICES.reported,
  z.object({ actionId: id }),
  async (deps, { actionId }, locale) => {
    const row = await rowById(deps.db, actionId);
    if (!row?.report) return null;
    const { people, description, links, isLate, hasConsent } = row.report;
    const facts = {
      title: row.title,
      organisation: row.participation.organisation.name,
      held: heldFacts(row, deps.clock.now()),
    };
    const photos = hasConsent ? row.photos.map(({ fileId }) => fileId) : [];
    return reportedMessage({ ...facts, people, description, links, photos, isLate }, locale);
  },
);
