import type { Actor } from '../../src/core/actor.ts';
import { events } from '../../src/features/events/index.ts';
import {
  announceEvent,
  changeEventIn,
  chooseWhoGoes,
  createEvent,
  signUpSelf,
} from '../../src/features/events/operations/index.ts';
import { experts } from '../../src/features/experts/index.ts';
import { home } from '../../src/features/home/index.ts';
import { notices } from '../../src/features/notices/index.ts';
import { obligations } from '../../src/features/obligations/index.ts';
import { participations } from '../../src/features/participations/index.ts';
import { undo } from '../../src/features/undo/index.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
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
  readonly agenda?: string;
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

type Called = {
  readonly staff: Actor;
  /** Who comes for the first organisation. */
  readonly representative: Actor;
  readonly expert: Actor;
  readonly cohortId: string;
  /** The first has a representative; all have channels. */
  readonly places: readonly { readonly id: string; readonly organisationId: string }[];
  readonly title: string;
  readonly reason: string;
};

/** An announced event with people who go, wait and are offered a seat, moved once; one that is over; the notices of them. */
export async function makeEvents(test: TestDeps, called: Called): Promise<Readonly<Record<string, unknown>>> {
  const { deps, clock } = test;
  const { staff, representative, expert, cohortId, places, title, reason } = called;
  const now = clock.now();
  const facts = { title, agenda: reason, place: title, sessions: LATER, signUp: { date: '2030-05-06', time: '23:59' } };
  const eventId = await makeEvent(test, staff, cohortId, { ...facts, seats: 1 });
  await announce(test, staff, eventId);
  const [first] = places;
  const invitation = await invitationTo(test, eventId, first?.id ?? '');
  const people = await deps.db.representative.findMany({
    where: { organisationId: first?.organisationId ?? '', endedAt: null },
  });
  const personIds = people.slice(0, 2).map(({ personId }) => personId);
  const chosen = { invitationId: invitation.id, channelId: null, personIds };
  await chooseWhoGoes(deps, staff, now, chosen);
  await signUpSelf(deps, expert, now, eventId);
  const registrations = await deps.db.registration.findMany({ where: { eventId }, orderBy: { id: 'asc' } });
  const [going, waiting, own] = registrations.map(({ id }) => id);
  const changeId = deps.ids.next();
  const { version } = await deps.db.event.findUniqueOrThrow({ where: { id: eventId } });
  const when = { sessions: LATER, signUp: facts.signUp, place: facts.place, link: null };
  const wish = { changeId, eventId, version, reason, act: 'move' as const, when };
  await inTransaction(deps.db, (tx) => changeEventIn({ deps, tx, actor: staff, now }, wish));
  const [offered] = await deps.db.registration.findMany({ where: { id: waiting ?? '' } });
  const until = new Date(now.getTime() + 3_600_000);
  await deps.db.event.update({ where: { id: eventId }, data: { seats: 9 } });
  await deps.db.registration.update({
    where: { id: offered?.id ?? '' },
    data: { state: 'offered', offeredUntil: until },
  });
  const present = {
    date: '2030-05-20',
    way: 'in_room',
    markedFrom: 'staff',
    markedBy: representative.personId,
    markedAt: now,
  };
  await deps.db.attendance.create({ data: { id: deps.ids.next(), registrationId: going ?? '', ...present } });
  return {
    'events.card': { eventId },
    'events.invitation': { invitationId: invitation.id },
    'events.own': { registrationId: own },
    'events.changed': { changeId, invitationId: invitation.id, registrationId: null },
    'events.offer': { registrationId: offered?.id, turn: 1 },
    'events.certificate': { registrationId: going },
  };
}

const LATER = [
  { date: '2030-05-20', from: '10:00', to: '16:00' },
  { date: '2030-05-21', from: '09:00', to: '13:00' },
];
