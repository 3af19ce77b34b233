import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';
import { type Standing, writerOf } from './permissions.ts';

export const WRITE_MATTER = 'opinions.write';
export const NAME_MATTER = 'opinions.name_writer';
export const LOOK_MATTER = 'opinions.look_over';
export const READ_MATTER = 'opinions.read';
export const SELF_MATTER = 'opinions.self_evaluation';
export const TASK_MATTER = 'opinions.task';

/** What decides who owes what about an opinion. */
export type Owing = Standing & {
  readonly opinionId: string;
  readonly participationId: string;
  readonly isPlaceOpen: boolean;
  readonly due: CivilMoment;
  /** Whoever writes it is tied to the organisation (invariant 4). */
  readonly isWriterTied: boolean;
  readonly sending: number;
  readonly number: number;
  readonly isRead: boolean;
  readonly isSelfSent: boolean;
  readonly openTasks: readonly string[];
};

/** Who owes what: the writer the opinion, staff their look or somebody to write it, the organisation its answers. */
export function owedFor(owing: Owing): readonly Owed[] {
  const { opinionId, participationId, cohortId, organisationId, state, due, number } = owing;
  if (!owing.isPlaceOpen || state === 'not_due') return [];
  const matter = (kind: string, by: Owed['by'], more: Partial<Owed> = {}): Owed => ({
    ...{ key: `${kind}:${opinionId}`, kind, by, cohortId, participationId, params: { opinionId } },
    ...more,
  });
  const staff = { staffOf: cohortId };
  const organisation = { organisation: organisationId };
  const writer = owing.isWriterTied ? null : writerOf(owing);
  const isOpen = state === 'due' || state === 'draft' || state === 'returned';
  const write = writer ? matter(WRITE_MATTER, { person: writer }, { due }) : matter(NAME_MATTER, staff, { due });
  const look = { key: `${LOOK_MATTER}:${opinionId}:${owing.sending}` };
  const read = { key: `${READ_MATTER}:${opinionId}:${number}` };
  return [
    ...(isOpen ? [write] : []),
    ...(state === 'sent' ? [matter(LOOK_MATTER, staff, look)] : []),
    ...(owing.isSelfSent ? [] : [matter(SELF_MATTER, organisation, { due })]),
    ...(number > 0 && !owing.isRead ? [matter(READ_MATTER, organisation, read)] : []),
    ...owing.openTasks.map((taskId) =>
      matter(TASK_MATTER, organisation, { key: `${TASK_MATTER}:${taskId}`, params: { opinionId, taskId } }),
    ),
  ];
}
