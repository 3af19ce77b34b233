import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Foreseen, ForeseenOffer } from '../../../platform/feature.ts';
import { notify } from '../../notices/public.ts';
import { cohortById, definitionOf, listCohorts, reminderSettingsOf } from '../../programmes/public.ts';
import { digestKey, NOTICES } from '../ids.ts';
import { cohortsWithOpen, cohortsWithoutDigest, openOfCohort, ownerNames } from '../queries/cohort.ts';
import { summaryOf } from '../rules/summary.ts';
import { nextWeekly, weeklyDue, weekOf } from '../rules/week.ts';
import { texts } from '../texts.ts';
import { asMatters, type Matter } from './words.ts';

/** An organisation is quiet when nothing has moved in its matter for so long. */
const QUIET_MS = 14 * 86_400_000;

const settingsOf = (cohort: { readonly definition: unknown }) => reminderSettingsOf(definitionOf(cohort));

/**
 * Tells the staff of each cohort once an ISO week what waits there, on its first working day at the set hour. Asked
 * again, or by another process, it says nothing more. A programme may do without (`weeklyDigest: false`).
 */
export async function sayDigests(deps: Deps, now: Date): Promise<void> {
  const week = weekOf(civilOf(now, WARSAW).date);
  for (const cohortId of await cohortsWithoutDigest(deps.db, week)) {
    const cohort = await cohortById(deps.db, cohortId);
    const settings = cohort && settingsOf(cohort);
    const at = settings?.weeklyDigest ? weeklyDue(now, settings) : null;
    if (!cohort || !at || cohort.createdAt > at) continue;
    const said = { kind: NOTICES.digest, params: { cohortId }, to: { staffOf: cohortId }, cohortId };
    const key = digestKey(cohortId, week);
    await inTransaction(deps.db, (tx) => notify(deps, tx, { ...said, key, at }));
  }
}

/** When the next weekly digest will be said anywhere; null: nobody owes anything. */
export async function nextDigestOf(deps: Deps, after: Date): Promise<Date | null> {
  const waiting = new Set(await cohortsWithOpen(deps.db));
  const times = (await listCohorts(deps.db)).flatMap((cohort) => {
    const settings = settingsOf(cohort);
    return settings.weeklyDigest && waiting.has(cohort.id) ? [nextWeekly(after, settings).getTime()] : [];
  });
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** The weekly digests of a cohort as the outbox lists them: none for a week that has its own, nor where nothing is owed. */
export const foreseenDigests: ForeseenOffer = async (_deps, db, cohortId, { from, to }, locale) => {
  const cohort = await cohortById(db, cohortId);
  const settings = cohort && settingsOf(cohort);
  if (!settings?.weeklyDigest || (await openOfCohort(db, cohortId, from)).length === 0) return [];
  const { foreseen, name } = texts(locale).digest;
  const all: Foreseen[] = [];
  for (let at = nextWeekly(from, settings); at <= to; at = nextWeekly(at, settings))
    all.push({ at, to: foreseen.to, what: name, why: foreseen.why });
  return all;
};

async function withOwners(deps: Deps, matters: readonly Matter[]) {
  const rows = matters.flatMap((matter) => matter.rows);
  const names = await ownerNames(deps.db, rows);
  return matters.map((matter) => ({ ...matter, who: names.get(matter.rows[0]?.id ?? '') ?? '?' }));
}

/** What waits in a cohort now, put into words for its staff; null when there is nothing to say. */
export async function digestOf(deps: Deps, cohortId: string, locale: Locale) {
  const now = deps.clock.now();
  const cohort = await cohortById(deps.db, cohortId);
  if (!cohort) return null;
  const { mine, overdue, soon, later } = summaryOf(await openOfCohort(deps.db, cohortId, now), now);
  const since = new Date(now.getTime() - QUIET_MS);
  const quiet = (await Promise.all(deps.offers.quiet.map((offer) => offer(deps.db, cohortId, since)))).flat();
  if (mine.length + overdue.length + soon.length + later.length + quiet.length === 0) return null;
  const each = async (rows: typeof overdue) => withOwners(deps, await asMatters(deps, rows, locale, { each: true }));
  return {
    ...{ cohort: { id: cohortId, name: cohort.name }, now, quiet, later: later.length },
    mine: await asMatters(deps, mine, locale),
    ...{ overdue: await each(overdue), soon: await each(soon) },
  };
}

/** A page of everything that is owed in a cohort now: part by part, each the nearest first. Null: no such cohort. */
export async function allOf(deps: Deps, cohortId: string, from: number, size: number, locale: Locale) {
  const now = deps.clock.now();
  const cohort = await cohortById(deps.db, cohortId);
  if (!cohort) return null;
  const parts = summaryOf(await openOfCohort(deps.db, cohortId, now), now);
  const all = (['mine', 'overdue', 'soon', 'later'] as const).flatMap((part) =>
    parts[part].map((row) => ({ part, row })),
  );
  const start = Math.min(from, Math.max(0, Math.ceil(all.length / size) - 1) * size);
  const page = all.slice(start, start + size);
  const partOf = new Map(page.map(({ part, row }) => [row.id, part]));
  const matters = await asMatters(
    deps,
    page.map(({ row }) => row),
    locale,
    { each: true },
  );
  const rows = (await withOwners(deps, matters)).map((matter) => {
    const part = partOf.get(matter.rows[0]?.id ?? '') ?? 'later';
    return { ...matter, part, who: part === 'mine' ? null : matter.who };
  });
  return { cohort: { id: cohortId, name: cohort.name }, now, from: start, total: all.length, rows };
}
