import type { Actor } from '../../src/core/actor.ts';
import type { Deps } from '../../src/platform/deps.ts';
import type { TestDeps } from './deps.ts';
import { addPerson, makeExpert, makePerson, makePlace } from './places.ts';

/** Friday 1 March 2024, 10:00 in Warsaw. */
export const FRIDAY = '2024-03-01T10:00:00.000+01:00';
const at = (iso: string): Date => new Date(iso);
/** Monday 4 March 2024 at an hour of Warsaw. */
export const monday = (time: string): Date => at(`2024-03-04T${time}:00+01:00`);
export const tuesday = (time: string): Date => at(`2024-03-05T${time}:00+01:00`);

type Hours = {
  readonly minutes?: number;
  readonly needsApproval?: boolean;
  readonly noticeMinutes?: number;
  readonly horizonDays?: number;
  readonly buffer?: number;
  /** Minutes of the civil day on each weekday. */
  readonly from?: number;
  readonly to?: number;
  readonly weekdays?: readonly number[];
};

/** Weekly hours of an expert, Mondays from 10:00 to 12:00 unless told otherwise. */
export async function giveHours({ deps }: Pick<TestDeps, 'deps'>, expertId: string, hours: Hours = {}): Promise<void> {
  const { minutes = 60, needsApproval = false, noticeMinutes = 1440, horizonDays = 10, buffer = 0 } = hours;
  const { from = 600, to = 720, weekdays = [1] } = hours;
  const terms = { zone: 'Europe/Warsaw', minutes, noticeMinutes, horizonDays, needsApproval, kinds: ['online'] };
  const buffers = { bufferBefore: buffer, bufferAfter: buffer };
  await deps.db.expertTerms.create({
    data: { expertId, ...terms, ...buffers, place: null, link: 'https://rozmowy.example/pokoj', version: 1 },
  });
  for (const weekday of weekdays) {
    const weekly = { id: deps.ids.next(), expertId, weekday, fromMinute: from, toMinute: to, kinds: [] };
    await deps.db.weeklyHours.create({ data: weekly });
  }
}

export type Led = {
  readonly participationId: string;
  readonly organisationId: string;
  readonly person: Actor;
};

/** An organisation led by an expert, with its channel and one person. */
export async function ledPlace(test: TestDeps, cohortId: string, expertId: string, name: string): Promise<Led> {
  const { deps } = test;
  const { id, organisationId } = await makePlace(test, cohortId, name);
  const person = { ...(await makePerson(test, `Osoba ${name}`)), organisationIds: [organisationId] };
  await addPerson(test, organisationId, person.personId, true);
  await deps.db.participation.update({ where: { id }, data: { channelId: `C${id.slice(-6)}`, state: 'active' } });
  const now = deps.clock.now();
  await deps.db.assignment.create({
    data: {
      ...{ id: deps.ids.next(), participationId: id, expertId, state: 'active', version: 1 },
      ...{ proposedAt: now, proposedBy: expertId, answeredAt: now },
    },
  });
  return { participationId: id, organisationId, person };
}

/** An expert with hours who leads so many organisations. */
export async function company(test: TestDeps, cohortId: string, count: number, hours: Hours = {}) {
  const expert = await makeExpert(test, 'Ekspertka Testowa');
  await giveHours(test, expert.personId, hours);
  const places: Led[] = [];
  for (let n = 1; n <= count; n += 1) places.push(await ledPlace(test, cohortId, expert.personId, `Organizacja ${n}`));
  return { expert, places };
}

/** The same in a sandbox: hours of an expert by Slack id, with a profile if there is none. */
export async function hoursOf(deps: Deps, slackUserId: string, hours: Hours = {}): Promise<void> {
  const { id: personId } = await deps.db.person.findFirstOrThrow({ where: { slackUserId } });
  const facts = { fields: [], regions: [], maxLoad: 9, about: null, createdAt: deps.clock.now(), version: 1 };
  await deps.db.expertProfile.upsert({ where: { personId }, create: { personId, ...facts }, update: {} });
  await giveHours({ deps }, personId, hours);
}
