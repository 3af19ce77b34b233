import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate, formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import { mattersOfPlace } from '../../obligations/public.ts';
import { representativesOf } from '../../organisations/public.ts';
import { findPeople } from '../../people/public.ts';
import { assignmentById, type HandOverRow, needsOf } from '../queries/index.ts';

/** What a successor gets to read: everything in plain words, as people typed it or features say it. */
export type Brief = {
  readonly organisation: string;
  readonly town: string;
  readonly cohort: string;
  readonly channelId: string | null;
  readonly subject: string | null;
  /** Keys of the fields in which it asked for help. */
  readonly needs: readonly string[];
  readonly people: readonly string[];
  readonly former: string;
  /** Dates in words. */
  readonly since: string;
  readonly until: string;
  readonly note: string | null;
  /** What happened, from other features' records; the newest first. */
  readonly history: readonly string[];
  readonly open: readonly { readonly what: string; readonly due: string | null }[];
};

/** Writes the brief from the record as it is now. */
export async function briefOf(deps: Deps, row: HandOverRow, locale: Locale): Promise<Brief> {
  const { db, offers } = deps;
  const { participationId, participation } = row;
  const { organisation, cohort, channelId, subject } = participation;
  const [former] = await findPeople(db, [row.formerId]);
  const assignment = await assignmentById(db, row.assignmentId);
  const day = (at: Date | null | undefined): string => (at ? formatDate(civilOf(at).date, locale) : '–');
  const told = await Promise.all(offers.handOverBriefs.map((offer) => offer(deps, db, participationId, locale)));
  const open = await mattersOfPlace(deps, participationId, deps.clock.now(), locale);
  return {
    ...{ organisation: organisation.name, town: organisation.town, cohort: cohort.name, channelId, subject },
    needs: await needsOf(db, participation),
    people: (await representativesOf(db, participation.organisationId)).map(({ person }) => person.name),
    ...{ former: former?.name ?? '?', since: day(assignment?.answeredAt), until: day(row.leftAt) },
    ...{ note: row.note, history: told.flat() },
    open: open.map(({ what, due }) => ({ what, due: due && formatMoment(due, locale) })),
  };
}
