import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { confirmEntered, pullBack, withdraw } from '../../../../src/features/applications/operations/change.ts';
import {
  keepUnfinished,
  saveStep,
  startDraft,
  startOnBehalf,
} from '../../../../src/features/applications/operations/draft.ts';
import { findMine } from '../../../../src/features/applications/queries/entry.ts';
import { representativesOf } from '../../../../src/features/organisations/public.ts';
import { callById } from '../../../../src/features/programmes/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { answersFor, completeDraft, DURING, makeCall, reload, send, TOO_LATE } from '../../../support/intake.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let callId: string;
let halina: Actor;
let igor: Actor;
let alicja: Actor;
let bartek: Actor;

const STAFF = [{ role: 'staff', cohortId: null }] as const;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db);
  test.clock.set(DURING);
  cohortId = await makeCohort(test, 'debiuty-2023');
  callId = await makeCall(test, cohortId);
  [halina, igor] = [await makePerson(test, 'Halina Próbna'), await makePerson(test, 'Igor Wymyślony')];
  alicja = await makePerson(test, 'Alicja z Zespołu', { roles: STAFF });
  bartek = await makePerson(test, 'Bartek z Zespołu', { roles: STAFF });
});

const now = () => test.clock.now();
const notices = (kind: string) => test.deps.db.notice.findMany({ where: { kind } });
const theCall = async () => {
  const call = await callById(test.deps.db, callId);
  if (!call) throw new Error('no call');
  return call;
};

async function sentBy(who: Actor): Promise<string> {
  const draft = await completeDraft(test, who, callId);
  await send(test, who, draft);
  return draft.id;
}

describe('a draft', () => {
  it('is gone on with, not begun again, also after two clicks at once (APP-2)', async () => {
    const call = await theCall();
    const begun = await Promise.all([
      startDraft(test.deps, halina, now(), call),
      startDraft(test.deps, halina, now(), call),
    ]);
    expect(begun.every((one) => one.ok)).toBe(true);
    expect(await test.deps.db.application.count()).toBe(1);
    expect(await startDraft(test.deps, halina, now(), call)).toMatchObject({ ok: true, value: { resumed: true } });
  });

  it('cannot be opened before the call opens or after it closes', async () => {
    const call = await theCall();
    await completeDraft(test, halina, callId);
    for (const moment of ['2023-04-04T07:59:59.999+02:00', TOO_LATE]) {
      expect(await startDraft(test.deps, halina, new Date(moment), call)).toEqual({ ok: false, reason: 'not_open' });
    }
  });

  it('keeps what was typed and not checked, and forgets it step by step', async () => {
    const { id, version } = await completeDraft(test, halina, callId);
    await keepUnfinished(test.deps, halina, now(), { id, values: { nip: '12', subject: 'w trakcie' } });
    await saveStep(test.deps, halina, now(), { id, step: 1, version, answers: { nip: '9990000014' } });
    expect((await reload(test, id)).unfinished).toEqual({ subject: 'w trakcie' });
  });

  it('belongs also to the second person it names; both hear when the other writes (APP-2)', async () => {
    const named = answersFor({ second_representative: igor.slackUserId });
    const draft = await completeDraft(test, halina, callId, named);
    expect(await findMine(test.deps.db, igor)).toMatchObject([{ id: draft.id }]);
    const stale = { id: draft.id, step: 3, version: draft.version - 1, answers: { subject: 'Drugi temat' } };
    expect(await saveStep(test.deps, igor, now(), stale)).toMatchObject({ ok: true, value: { shared: true } });
    expect(await notices('applications.edited')).toMatchObject([{ target: halina.personId }]);
    expect((await reload(test, draft.id)).answers).toMatchObject({ subject: 'Drugi temat', town: 'Zmyślin' });
  });

  it('is closed to strangers and to staff who did not enter it', async () => {
    const { id, version } = await completeDraft(test, halina, callId);
    for (const stranger of [igor, alicja]) {
      const saved = await saveStep(test.deps, stranger, now(), { id, step: 1, version, answers: { town: 'Obce' } });
      expect(saved).toEqual({ ok: false, reason: 'not_allowed' });
    }
  });
});

describe('pulling back', () => {
  it('makes a draft that keeps its number and log, and the next submit counts (APP-5)', async () => {
    const id = await sentBy(halina);
    expect(await pullBack(test.deps, halina, now(), id)).toMatchObject({ ok: true, value: { state: 'draft' } });
    expect(await notices('applications.pulled_back')).toHaveLength(1);
    const draft = await reload(test, id);
    expect(draft).toMatchObject({ number: 1, receivedAt: null });
    const answers = { subject: 'Lepszy temat' };
    await saveStep(test.deps, halina, now(), { id, step: 3, version: draft.version, answers });
    test.clock.advance(60_000);
    const again = await send(test, halina, await reload(test, id));
    expect(again).toMatchObject({ ok: true, value: { result: 'submit', application: { number: 1 } } });
    const { submissions, receivedAt } = await reload(test, id);
    expect(submissions.map((one) => one.sequence)).toEqual([2, 1]);
    expect(submissions.map((one) => (one.answers as { subject: string }).subject)).toEqual([
      'Lepszy temat',
      'Wspólny ogród',
    ]);
    expect(receivedAt).toEqual(now());
    expect(await test.deps.db.organisation.count()).toBe(1);
  });

  it('twice is once, and not possible after closing', async () => {
    const id = await sentBy(halina);
    const late = await pullBack(test.deps, halina, new Date(TOO_LATE), id);
    expect(late).toEqual({ ok: false, reason: 'closed' });
    const both = await Promise.all([pullBack(test.deps, halina, now(), id), pullBack(test.deps, halina, now(), id)]);
    expect(both.every((one) => one.ok)).toBe(true);
    expect(await test.deps.db.journalEntry.count({ where: { act: 'applications.pull_back', subjectId: id } })).toBe(1);
  });

  it('is possible while the person writes an application of another organisation', async () => {
    const id = await sentBy(halina);
    await startDraft(test.deps, halina, now(), await theCall());
    expect(await pullBack(test.deps, halina, now(), id)).toMatchObject({ ok: true });
    expect(await test.deps.db.application.count({ where: { state: 'draft' } })).toBe(2);
  });

  it('replaces the second person when the new version names another (39)', async () => {
    const draft = await completeDraft(test, halina, callId, answersFor({ second_representative: igor.slackUserId }));
    await send(test, halina, draft);
    await pullBack(test.deps, halina, now(), draft.id);
    const { version } = await reload(test, draft.id);
    const answers = { second_representative: bartek.slackUserId };
    await saveStep(test.deps, halina, now(), { id: draft.id, step: 2, version, answers });
    await send(test, halina, await reload(test, draft.id));
    const { organisationId } = await reload(test, draft.id);
    const people = await representativesOf(test.deps.db, organisationId ?? '');
    expect(people.map((one) => one.personId)).toEqual([halina.personId, bartek.personId]);
    expect(
      await test.deps.db.representative.count({ where: { personId: igor.personId, endedAt: { not: null } } }),
    ).toBe(1);
  });
});

describe('withdrawing', () => {
  it('is final, tells staff, and lets the organisation apply anew (APP-6)', async () => {
    const id = await sentBy(halina);
    const done = await withdraw(test.deps, halina, now(), { id, reason: 'Zmieniliśmy plany' });
    expect(done).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
    expect(await notices('applications.withdrawn')).toHaveLength(1);
    expect(await pullBack(test.deps, halina, now(), id)).toEqual({ ok: false, reason: 'not_now' });
    expect(await send(test, halina, await completeDraft(test, halina, callId))).toMatchObject({ ok: true });
    expect(
      await test.deps.db.journalEntry.findFirst({ where: { act: 'applications.withdraw', subjectId: id } }),
    ).toMatchObject({
      reason: 'Zmieniliśmy plany',
      from: 'submitted',
    });
  });

  it('by staff is written down as done on the organisation’s behalf (R2), and closed to strangers', async () => {
    const id = await sentBy(halina);
    expect(await withdraw(test.deps, igor, now(), { id, reason: null })).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await withdraw(test.deps, alicja, now(), { id, reason: null })).toMatchObject({ ok: true });
    const line = await test.deps.db.journalEntry.findFirst({ where: { act: 'applications.withdraw', subjectId: id } });
    expect(line).toMatchObject({ personId: alicja.personId, onBehalfOf: 'Stowarzyszenie Zmyślony Ogród' });
  });
});

describe('an application on behalf', () => {
  const receipt = (iso: string, lateReason: string | null = null) => ({
    ...{ receiptAt: new Date(iso), receiptWay: 'mail', evidence: 'mail z 7 maja', lateReason },
  });

  async function enter(who: Actor, at: string, given: ReturnType<typeof receipt>): Promise<string> {
    const id = test.deps.ids.next();
    const begun = await startOnBehalf(test.deps, who, new Date(at), { id, call: await theCall(), receipt: given });
    if (!begun.ok) throw new Error(begun.reason);
    const { version } = begun.value;
    await saveStep(test.deps, who, new Date(at), { id, step: 3, version, answers: answersFor() });
    return id;
  }

  it('counts from its typed moment of receipt; its contact becomes a person without Slack (APP-10)', async () => {
    const given = receipt('2023-05-04T15:30:00.000+02:00');
    const id = await enter(alicja, DURING, given);
    expect(await send(test, alicja, await reload(test, id))).toMatchObject({ ok: true, value: { result: 'submit' } });
    const sent = await reload(test, id);
    expect(sent).toMatchObject({ receivedAt: given.receiptAt, enteredAt: now(), state: 'submitted' });
    const [contact] = await representativesOf(test.deps.db, sent.organisationId ?? '');
    expect(contact).toMatchObject({ isContact: true, person: { name: 'Halina Próbna', slackUserId: null } });
    expect(await notices('applications.proof')).toHaveLength(0);
  });

  it('is refused at the door when it came too late, too early, in the future, or late without a reason', async () => {
    const begin = async (at: string, given: ReturnType<typeof receipt>) =>
      startOnBehalf(test.deps, alicja, new Date(at), {
        id: test.deps.ids.next(),
        call: await theCall(),
        receipt: given,
      });
    expect(await begin('2023-05-08T09:00:00+02:00', receipt(TOO_LATE, 'x'))).toMatchObject({ reason: 'late' });
    expect(await begin(DURING, receipt('2023-04-04T07:59:00+02:00'))).toMatchObject({ reason: 'not_open' });
    expect(await begin(DURING, receipt('2023-05-06T12:00:00+02:00'))).toMatchObject({ reason: 'future_receipt' });
    const silent = await begin('2023-05-08T09:00:00+02:00', receipt(DURING));
    expect(silent).toMatchObject({ reason: 'late_reason_needed' });
    expect(await test.deps.db.application.count()).toBe(0);
  });

  it('entered after closing waits for a second person, who is not the first (APP-10)', async () => {
    const at = '2023-05-08T09:00:00.000+02:00';
    const id = await enter(alicja, at, receipt('2023-05-07T23:59:00.000+02:00', 'Skrzynka była przepełniona'));
    expect(await send(test, alicja, await reload(test, id), new Date(at))).toMatchObject({ value: { result: 'hold' } });
    expect(await notices('applications.awaiting')).toHaveLength(1);
    const confirm = (who: Actor) => confirmEntered(test.deps, who, new Date(at), { id, act: 'confirm' });
    expect(await confirm(alicja)).toEqual({ ok: false, reason: 'same_person' });
    expect(await confirm(halina)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await confirm(bartek)).toMatchObject({ ok: true, value: { state: 'submitted' } });
    expect(await reload(test, id)).toMatchObject({ confirmedBy: bartek.personId, number: 1 });
    expect(await notices('applications.answered')).toMatchObject([{ target: alicja.personId }]);
  });

  it('that nobody confirms goes back to a draft which staff can find and send again', async () => {
    const at = new Date('2023-05-08T09:00:00.000+02:00');
    const id = await enter(alicja, at.toISOString(), receipt('2023-05-07T20:00:00.000+02:00', 'Awaria'));
    await send(test, alicja, await reload(test, id), at);
    await confirmEntered(test.deps, bartek, at, { id, act: 'decline' });
    expect(await reload(test, id)).toMatchObject({ state: 'draft', receivedAt: null });
    expect(await send(test, bartek, await reload(test, id), at)).toMatchObject({ value: { result: 'hold' } });
    const confirm = (who: Actor) => confirmEntered(test.deps, who, at, { id, act: 'confirm' });
    expect(await confirm(bartek)).toEqual({ ok: false, reason: 'same_person' });
    expect(await confirm(alicja)).toMatchObject({ ok: true });
  });

  it('begun by a form delivered twice is one draft (R3)', async () => {
    const begin = { id: test.deps.ids.next(), call: await theCall(), receipt: receipt('2023-05-04T15:30:00+02:00') };
    const both = await Promise.all([1, 2].map(() => startOnBehalf(test.deps, alicja, now(), begin)));
    expect(both.every((one) => one.ok)).toBe(true);
    expect(await test.deps.db.application.count()).toBe(1);
  });

  it('is for staff only', async () => {
    const begin = { id: test.deps.ids.next(), call: await theCall(), receipt: receipt('2023-05-04T15:30:00+02:00') };
    expect(await startOnBehalf(test.deps, halina, now(), begin)).toEqual({ ok: false, reason: 'not_allowed' });
  });
});
