import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { formatMoment } from '../../../../src/core/dates-text.ts';
import { applications } from '../../../../src/features/applications/index.ts';
import { withdraw } from '../../../../src/features/applications/operations/change.ts';
import { assignments } from '../../../../src/features/assignments/index.ts';
import { proposeExpert } from '../../../../src/features/assignments/operations/index.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { obligations } from '../../../../src/features/obligations/index.ts';
import { remindDue } from '../../../../src/features/obligations/operations/remind.ts';
import { snooze } from '../../../../src/features/obligations/operations/snooze.ts';
import { nextLook } from '../../../../src/features/obligations/queries/reminded.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { completeDraft, DURING, makeCall } from '../../../support/intake.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let halina: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices, obligations, applications, assignments]);
  test.clock.set(DURING);
  cohortId = await makeCohort(test, 'debiuty-2023');
  halina = await makePerson(test, 'Halina');
});

const remind = () => remindDue(test.deps, test.clock.now());

/** Goes on hour by hour to a moment, as the tick does minute by minute. */
async function until(moment: string): Promise<void> {
  await remind();
  while (test.clock.now() < new Date(moment)) {
    test.clock.advance(Math.min(3_600_000, new Date(moment).getTime() - test.clock.now().getTime()));
    await remind();
  }
}

/** Reminders written so far: to whom, and when. */
async function said(): Promise<readonly string[]> {
  const rows = await database.db.notice.findMany({
    where: { kind: 'obligations.reminder' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => `${row.targetKind}, ${formatMoment(row.dueAt, 'pl')}`);
}

/** The words of the newest reminder, as it would be sent now. */
async function words(): Promise<string> {
  const last = await database.db.notice.findFirst({
    where: { kind: 'obligations.reminder' },
    orderBy: { createdAt: 'desc' },
  });
  const renderer = test.deps.offers.notices.get('obligations.reminder');
  return JSON.stringify(await renderer?.render(test.deps, last?.params, 'pl'));
}

const draft = async () => completeDraft(test, halina, await makeCall(test, cohortId));

describe('reminders', () => {
  it('of a draft go before the closing, in the hours in which people are not disturbed', async () => {
    await draft();
    await until('2023-05-08T12:00:00+02:00');
    // 24 and 2 hours before Sunday 23:59 are at night: the evening before the quiet hours.
    expect(await said()).toEqual([
      'person, sobota, 6 maja 2023 r., godz. 20:00',
      'person, niedziela, 7 maja 2023 r., godz. 20:00',
    ]);
  });

  it('wait when a person was told enough that day, of whatever it was', async () => {
    await draft();
    const told = {
      kind: 'x.told',
      params: {},
      targetKind: 'person',
      target: halina.personId,
      attempts: 1,
      state: 'sent',
    };
    const at = new Date('2023-05-06T09:00:00+02:00');
    const data = [1, 2, 3].map((n) => ({
      ...told,
      id: test.deps.ids.next(),
      key: `told ${n}`,
      dueAt: at,
      createdAt: at,
    }));
    await database.db.notice.createMany({ data });
    await until('2023-05-08T12:00:00+02:00');
    expect(await said()).toEqual(['person, niedziela, 7 maja 2023 r., godz. 20:00']);
  });

  it('carry the matter, its date and the button that does it', async () => {
    await draft();
    await until('2023-05-06T20:00:00+02:00');
    const text = await words();
    expect(text).toContain('Dokończ i wyślij zgłoszenie: Stowarzyszenie Zmyślony Ogród');
    expect(text).toContain('Termin: niedziela, 7 maja 2023 r., godz. 23:59');
    expect(text).toContain('Dokończ');
    expect(text).toContain('Przypomnij jutro');
  });

  it('die when the matter is done, also one that waits to be sent', async () => {
    const application = await draft();
    await until('2023-05-06T20:00:00+02:00');
    await withdraw(test.deps, halina, test.clock.now(), { id: application.id, reason: null });
    expect(await words()).toBe('null');
    await until('2023-05-08T12:00:00+02:00');
    expect(await said()).toHaveLength(1);
  });

  it('are said once, however many processes look and however often', async () => {
    await draft();
    await remind();
    test.clock.set('2023-05-06T20:00:00+02:00');
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    expect(await said()).toHaveLength(1);
  });

  it('that were missed are caught up in one message', async () => {
    const expert = await makeExpert(test, 'Ewa', { cohortId });
    const staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
    for (const name of ['Pierwsza', 'Druga']) {
      const { id: participationId } = await makePlace(test, cohortId, name);
      const proposal = { participationId, expertId: expert.personId, overrideReason: null };
      expect(await proposeExpert(test.deps, staff, test.clock.now(), proposal)).toMatchObject({ ok: true });
    }
    await remind();
    // Nothing ran over the weekend and on Monday morning.
    test.clock.set('2023-05-08T11:30:00+02:00');
    await remind();
    const toExpert = (await said()).filter((line) => line.startsWith('person'));
    expect(toExpert).toEqual(['person, poniedziałek, 8 maja 2023 r., godz. 11:30']);
    expect(await words()).toContain('2 sprawy');
  });

  it('wait when the person asks for it, and others cannot ask', async () => {
    await draft();
    await until('2023-05-06T20:00:00+02:00');
    const { messageId } = await database.db.reminder.findFirstOrThrow();
    const stranger = await makePerson(test, 'Obcy');
    const asked = { messageId, days: 1 };
    expect(await snooze(test.deps, stranger, test.clock.now(), asked)).toMatchObject({ reason: 'not_yours' });
    expect(await snooze(test.deps, halina, test.clock.now(), asked)).toMatchObject({ ok: true });
    await until('2023-05-07T19:00:00+02:00');
    expect((await said()).at(-1)).toBe('person, niedziela, 7 maja 2023 r., godz. 09:00');
  });

  it('name the next moment, for those who wait for it', async () => {
    await draft();
    await remind();
    expect(await nextLook(database.db, test.clock.now())).toEqual(new Date('2023-05-06T20:00:00+02:00'));
  });
});
