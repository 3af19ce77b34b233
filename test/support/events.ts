import type { Actor } from '../../src/core/actor.ts';
import { events } from '../../src/features/events/index.ts';
import { announceEvent, createEvent } from '../../src/features/events/operations/index.ts';
import { experts } from '../../src/features/experts/index.ts';
import { home } from '../../src/features/home/index.ts';
import { notices } from '../../src/features/notices/index.ts';
import { obligations } from '../../src/features/obligations/index.ts';
import { participations } from '../../src/features/participations/index.ts';
import { undo } from '../../src/features/undo/index.ts';
import type { TestDeps } from './deps.ts';
import { addPerson, makePerson, makePlace } from './places.ts';

/** What the tests of events run: whatever says, shows and settles. */
export const EVENT_FEATURES = [notices, obligations, undo, participations, experts, events, home];

/** A two-day meeting in November 2023 of six and four hours; sign-up ends a week before. */
export const TWO_DAYS = {
  sessions: [
    { date: '2023-11-23', from: '10:00', to: '16:00' },
    { date: '2023-11-24', from: '09:00', to: '13:00' },
  ],
  signUp: { date: '2023-11-16', time: '18:00' },
  place: 'Zmyślin, ul. Nieistniejąca 7',
  link: null,
};

const ABOUT = {
  kind: 'residential' as const,
  form: 'on_site' as const,
  title: 'Zjazd próbny',
  agenda: 'Powitanie, warsztaty, kolacja',
  topics: ['finance'],
  isRequired: true,
  seats: null,
  seatsPerOrganisation: 2,
};

type Facts = Partial<Omit<typeof TWO_DAYS, 'link'>> & {
  readonly link?: string | null;
  readonly kind?: 'information' | 'training' | 'networking' | 'residential';
  readonly form?: 'on_site' | 'online';
  readonly seats?: number | null;
  readonly seatsPerOrganisation?: number;
  readonly isRequired?: boolean;
  readonly title?: string;
};

type Maker = Pick<TestDeps, 'deps' | 'clock'>;

/** A draft; gives its id. */
export async function makeEvent(
  { deps, clock }: Maker,
  staff: Actor,
  cohortId: string,
  facts: Facts = {},
): Promise<string> {
  const id = deps.ids.next();
  const made = await createEvent(deps, staff, clock.now(), { id, cohortId, ...ABOUT, ...TWO_DAYS, ...facts });
  if (!made.ok) throw new Error(made.reason);
  return id;
}

/** Announces an event as it stands. */
export async function announce({ deps, clock }: Maker, staff: Actor, id: string, provisional = false): Promise<void> {
  const { version } = await deps.db.event.findUniqueOrThrow({ where: { id } });
  const done = await announceEvent(deps, staff, clock.now(), { id, version, provisional });
  if (!done.ok) throw new Error(done.reason);
}

export type Guest = {
  readonly placeId: string;
  readonly organisationId: string;
  readonly people: readonly Actor[];
};

/** Organisations with channels and so many people each. */
export async function makeOrganisations(
  test: TestDeps,
  cohortId: string,
  n: number,
  each: number,
): Promise<readonly Guest[]> {
  const all: Guest[] = [];
  for (let at = 0; at < n; at += 1) {
    const { id, organisationId } = await makePlace(
      test,
      cohortId,
      `Zmyślona Organizacja ${String(at + 1).padStart(3, '0')}`,
    );
    const people: Actor[] = [];
    for (let who = 0; who < each; who += 1) {
      const person = await makePerson(test, `Osoba ${at + 1}-${who + 1}`);
      await addPerson(test, organisationId, person.personId, who === 0);
      people.push({ ...person, organisationIds: [organisationId] });
    }
    await test.deps.db.participation.update({ where: { id }, data: { channelId: `CORG${at}`, state: 'active' } });
    all.push({ placeId: id, organisationId, people });
  }
  return all;
}

/** The invitation of an organisation's place to an event. */
export const invitationTo = ({ deps }: Maker, eventId: string, participationId: string) =>
  deps.db.eventInvitation.findUniqueOrThrow({ where: { eventId_participationId: { eventId, participationId } } });
