import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { IDS } from '../../../../src/features/consultations/ids.ts';
import { consultations } from '../../../../src/features/consultations/index.ts';
import { bookAction, expertOptions, listAction, pickView } from '../../../../src/features/consultations/slack/index.ts';
import type { Handling } from '../../../../src/platform/slack/handlers.ts';
import type { Modal } from '../../../../src/platform/slack/message.ts';
import type { Reply } from '../../../../src/platform/slack/reply.ts';
import { company, FRIDAY, giveHours, type Led, monday } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { expectModal } from '../../../support/extremes.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  test.clock.set(FRIDAY);
  cohortId = await makeCohort(test);
});
afterAll(() => database.drop());

const as = (actor: Actor): Handling => ({ deps: test.deps, actor, now: test.clock.now(), channelId: null });
function shownBy(reply: Reply | null): Modal {
  if (!reply || !('modal' in reply)) throw new Error(JSON.stringify(reply));
  return reply.modal;
}

/** The values of all buttons of a kind. */
const valuesOf = (reply: Reply | null, id: string): readonly string[] => {
  const all: string[] = [];
  JSON.stringify(shownBy(reply).blocks, (_key, part) => {
    if (part?.action_id === id) all.push(part.value);
    return part;
  });
  return all;
};

describe('of sixty experts', () => {
  it('each can be found and chosen, and strangers are told of none', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [{ participationId, person }] = places as [Led];
    await database.db.assignment.deleteMany({ where: { participationId } });
    await database.db.$executeRaw`
      UPDATE "Cohort" SET "definition" = jsonb_set("definition", '{switches,expertsByField}', 'true'), "version" = 2`;
    const names = Array.from({ length: 59 }, (_, n) => `Ekspert Liczny ${String(n + 1).padStart(2, '0')}`);
    const experts: Actor[] = [];
    for (const name of names) experts.push(await makeExpert(test, name));
    const form = shownBy(await bookAction.run(as(person), participationId, {}));
    expect(form).toMatchObject({ callbackId: IDS.pick, metadata: { participationId } });
    const data = { participationId };
    const all = await expertOptions.run(as(person), '', data);
    expect(all.map(({ value }) => value).sort()).toEqual([expert, ...experts].map((one) => one.personId).sort());
    const last = experts.at(-1)?.personId ?? '';
    const found = await expertOptions.run(as(person), 'liczny 59', data);
    expect(found).toEqual([{ value: last, text: 'Ekspert Liczny 59' }]);
    expect(await expertOptions.run(as(await makePerson(test, 'Ktoś Obcy')), '', data)).toEqual([]);

    await giveHours(test, last);
    const sent = await pickView.parse(test.deps, { [IDS.expert]: last }, data, 'pl');
    if (!sent?.ok) throw new Error('not taken');
    const times = await sent.run(as(person));
    expect(times).toMatchObject({
      kind: 'updateModal',
      modal: { callbackId: IDS.times, metadata: { expertId: last } },
    });
    expectModal(shownBy(times), 'pl');
  });
});

describe('of two hundred consultations', () => {
  /** Two hundred that are booked with one expert, one after another. */
  async function manyOf({ participationId, person }: Led, expertId: string): Promise<readonly string[]> {
    const rows = Array.from({ length: 200 }, (_, n) => {
      const startsAt = new Date(monday('10:00').getTime() + n * 3_600_000);
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      return {
        ...{ id: test.deps.ids.next(), cohortId, participationId, expertId, state: 'booked', kind: 'online' },
        ...{ startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, zone: 'Europe/Warsaw' },
        ...{ askedBy: person.personId, createdAt: test.clock.now(), bookedAt: test.clock.now() },
        ...{ isLate: false, sequence: 0, version: 1 },
      };
    });
    await database.db.consultation.createMany({ data: rows });
    return rows.map(({ id }) => id);
  }

  /** Goes from page to page by the buttons; gives what can be moved on each. */
  async function pagesOf(actor: Actor, value: string): Promise<readonly (readonly string[])[]> {
    const next = consultations.actions?.find(({ id }) => id === IDS.listNext);
    const seen: (readonly string[])[] = [];
    let reply = await listAction.run(as(actor), value, {});
    for (let on: string | undefined = value; on !== undefined && seen.length < 99; ) {
      expectModal(shownBy(reply), 'pl');
      seen.push(valuesOf(reply, IDS.move));
      [on] = valuesOf(reply, IDS.listNext);
      if (on !== undefined) reply = (await next?.run(as(actor), on, {})) ?? null;
    }
    return seen;
  }

  it('all can be reached, by the organisation, the expert and staff, and back again', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const ids = await manyOf(place, expert.personId);
    const staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId }] });
    const walks = [
      [place.person, { participationId: place.participationId }],
      [expert, { own: true }],
      [staff, { own: true }],
    ] as const;
    for (const [actor, of] of walks) {
      const pages = await pagesOf(actor, JSON.stringify(of));
      expect(pages.flat()).toEqual(ids);
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(8);
    }
    const third = await listAction.run(as(place.person), JSON.stringify({ own: true, page: 3 }), {});
    const [back = ''] = valuesOf(third, IDS.listPrevious);
    const previous = consultations.actions?.find(({ id }) => id === IDS.listPrevious);
    const second = (await previous?.run(as(place.person), back, {})) ?? null;
    expect(second?.kind).toBe('updateModal');
    expect(valuesOf(second, IDS.move)).toEqual(ids.slice(8, 16));
  });

  it('the last page is shown for one that is no more', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const ids = await manyOf(place, expert.personId);
    const reply = await listAction.run(as(expert), JSON.stringify({ own: true, page: 99 }), {});
    expect(valuesOf(reply, IDS.move)).toEqual(ids.slice(192));
  });
});
