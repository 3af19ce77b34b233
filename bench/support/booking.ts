import type { Actor } from '../../src/core/actor.ts';
import { holdTime } from '../../src/features/consultations/operations/index.ts';
import type { Deps } from '../../src/platform/deps.ts';

/** Who wants which time of whom. */
export type Wish = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly expertId: string;
  readonly personId: string;
  readonly start: string;
};
export type Booked = {
  readonly milliseconds: readonly number[];
  readonly won: number;
  /** For each who came second: the next free time that was named. */
  readonly next: readonly (string | null)[];
};

const MINUTE = 60_000;

const actorOf = ({ personId, organisationId }: Wish): Actor => ({
  ...{ personId, slackUserId: 'U0', slackTeamId: 'T0', name: 'Osoba', locale: 'pl', timeZone: 'Europe/Warsaw' },
  ...{ isGuest: false, isForeign: false, roles: [], formerRoles: [], organisationIds: [organisationId] },
});

type Answer = { readonly won: boolean; readonly next: string | null };

/** As somebody who presses the button does it. */
async function ours(deps: Deps, wish: Wish): Promise<Answer> {
  const { participationId, expertId, start } = wish;
  const wanted = { participationId, expertId, start: new Date(start), channelId: null };
  const outcome = await holdTime(deps, actorOf(wish), deps.clock.now(), wanted);
  if (outcome.ok) return { won: true, next: null };
  if (outcome.reason !== 'taken') throw new Error(outcome.reason);
  const [next = null] = (outcome.detail?.['next'] ?? []) as readonly string[];
  return { won: false, next };
}

/** The yardstick: one insert that meets the same constraint, and asks nothing. */
async function bare({ db, ids, clock }: Deps, wish: Wish): Promise<Answer> {
  const start = new Date(wish.start);
  const end = new Date(start.getTime() + 60 * MINUTE);
  const { cohortId, participationId, expertId, personId: askedBy } = wish;
  const times = { startsAt: start, endsAt: end, busyFrom: start, busyUntil: end, zone: 'Europe/Warsaw' };
  const row = {
    ...{ id: ids.next(), cohortId, participationId, expertId, askedBy, createdAt: clock.now(), ...times },
    ...{ state: 'reserved', openUntil: end, kind: 'online', isLate: false, sequence: 0, version: 1 },
  };
  const { count } = await db.consultation.createMany({ data: [row], skipDuplicates: true });
  return { won: count === 1, next: null };
}

/** So many are under way in a process at once; the others wait their turn, and their time runs. */
const UNDER_WAY = 40;

/** Everybody wants it at this moment; how long each waited for the answer. */
export async function bookAll(deps: Deps, how: 'ours' | 'bare', wishes: readonly Wish[]): Promise<Booked> {
  const book = how === 'ours' ? ours : bare;
  const begun = performance.now();
  const answers: (Answer & { readonly milliseconds: number })[] = [];
  const waiting = wishes.values();
  const serve = async (): Promise<void> => {
    for (const wish of waiting) {
      const answer = await book(deps, wish);
      answers.push({ ...answer, milliseconds: performance.now() - begun });
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, serve));
  return {
    milliseconds: answers.map(({ milliseconds }) => milliseconds),
    won: answers.filter(({ won }) => won).length,
    next: answers.flatMap(({ won, next }) => (won ? [] : [next])),
  };
}
