import type { Actor } from '../../../core/actor.ts';
import { civilOf } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { expertProfile, lockExpert } from '../../experts/public.ts';
import { record } from '../../journal/public.ts';
import { writtenBy } from '../queries/index.ts';
import {
  type Availability,
  type Exception,
  exceptionProblem,
  keepsHours,
  type Weekly,
  weeklyProblem,
} from '../rules/index.ts';
import { firstTerms, type TermsFacts, takeVersion, writeTerms } from './terms.ts';

/** What an expert changes in when they can be met. */
export type Change =
  | { readonly act: 'terms'; readonly terms: TermsFacts }
  /** New hours on one or more weekdays, or those with this id put otherwise. */
  | { readonly act: 'weekly'; readonly id: string | null; readonly hours: readonly Omit<Weekly, 'id'>[] }
  | { readonly act: 'exception'; readonly id: string | null; readonly exception: Omit<Exception, 'id'> }
  | { readonly act: 'remove'; readonly id: string };

export type ChangeRefusal = 'not_allowed' | 'no_profile' | 'changed_meanwhile' | 'overlaps' | 'too_many' | 'in_past';

/** Why the change cannot be made to what is written now, or null. */
function hindrance(written: Availability, change: Change, now: Date): ChangeRefusal | null {
  const lines = [...written.weekly, ...written.exceptions];
  if (change.act !== 'terms' && change.id !== null && !lines.some(({ id }) => id === change.id)) {
    return 'changed_meanwhile';
  }
  if (change.act === 'weekly') return weeklyProblem(written.weekly, change.hours, change.id);
  if (change.act !== 'exception') return null;
  const today = civilOf(now, written.terms.zone).date;
  return exceptionProblem(written.exceptions, change.exception, change.id, today);
}

type Writing = { readonly deps: Deps; readonly tx: Tx; readonly expertId: string };

async function writeWeekly({ deps, tx, expertId }: Writing, change: Change & { act: 'weekly' }): Promise<void> {
  if (change.id) await tx.weeklyHours.deleteMany({ where: { id: change.id, expertId } });
  await tx.weeklyHours.createMany({
    data: change.hours.map(({ weekday, from, to, kinds }, n) => ({
      ...{ id: n === 0 && change.id ? change.id : deps.ids.next(), expertId, weekday },
      ...{ fromMinute: from, toMinute: to, kinds: [...kinds] },
    })),
  });
}

async function writeException({ deps, tx, expertId }: Writing, change: Change & { act: 'exception' }): Promise<void> {
  const { date, isOpen, from, to, kinds } = change.exception;
  if (change.id) await tx.hoursException.deleteMany({ where: { id: change.id, expertId } });
  const part = { isOpen, fromMinute: from, toMinute: to, kinds: isOpen ? [...kinds] : [] };
  await tx.hoursException.create({ data: { id: change.id ?? deps.ids.next(), expertId, heldOn: date, ...part } });
}

async function write(writing: Writing, change: Change): Promise<void> {
  const { tx, expertId } = writing;
  if (change.act === 'terms') return writeTerms(tx, expertId, change.terms);
  if (change.act === 'weekly') return writeWeekly(writing, change);
  if (change.act === 'exception') return writeException(writing, change);
  const where = { id: change.id, expertId };
  await tx.weeklyHours.deleteMany({ where });
  await tx.hoursException.deleteMany({ where });
}

/** What the journal keeps of a change: civil times as minutes of the day. */
function detailOf(change: Change): Record<string, string | number | boolean> {
  if (change.act === 'terms') {
    const { zone, minutes, noticeMinutes, horizonDays, needsApproval } = change.terms;
    return { zone, minutes, noticeMinutes, horizonDays, needsApproval };
  }
  if (change.act === 'weekly') return { hours: change.hours.map((h) => `${h.weekday} ${h.from}-${h.to}`).join(', ') };
  if (change.act === 'exception') {
    const { date, isOpen, from, to } = change.exception;
    return { date, isOpen, from, to };
  }
  return { id: change.id };
}

/**
 * Changes the acting expert's own hours (ME-4). Refuses others than experts with a profile, hours that overlap, too
 * many of them, an exception in the past, and what has changed since `version` was seen (R4); the same form sent twice
 * is therefore one change (R3).
 */
export async function changeHours(
  deps: Deps,
  actor: Actor,
  now: Date,
  { version, change }: { readonly version: number; readonly change: Change },
): Promise<Outcome<void, ChangeRefusal>> {
  if (!keepsHours(actor)) return refuse('not_allowed');
  const expertId = actor.personId;
  return inTransaction(deps.db, async (tx) => {
    await lockExpert(tx, expertId);
    if (!(await expertProfile(tx, expertId))) return refuse('no_profile');
    const written = (await writtenBy(tx, [expertId])).get(expertId);
    const terms = written?.terms ?? firstTerms(actor);
    if (terms.version !== version) return refuse('changed_meanwhile');
    const present = written ?? { expertId, terms, weekly: [], exceptions: [], absences: [] };
    const hindered = hindrance(present, change, now);
    if (hindered) return refuse(hindered);
    if (!(await takeVersion(tx, expertId, version, terms))) return refuse('changed_meanwhile');
    await write({ deps, tx, expertId }, change);
    const line = { subject: 'person', subjectId: expertId, detail: detailOf(change) };
    await record(deps, tx, actor, now, { act: `availability.${change.act}`, ...line });
    return ok();
  });
}
