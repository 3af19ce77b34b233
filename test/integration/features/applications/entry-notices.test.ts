import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import type { Answers } from '../../../../src/features/applications/input/form.ts';
import { intakeNotices } from '../../../../src/features/applications/notices.ts';
import { confirmEntered, pullBack, withdraw } from '../../../../src/features/applications/operations/change.ts';
import { saveStep, startOnBehalf } from '../../../../src/features/applications/operations/draft.ts';
import { callById } from '../../../../src/features/programmes/public.ts';
import type { Message } from '../../../../src/platform/slack/message.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { AWKWARD, expectMessage, LOCALES } from '../../../support/extremes.ts';
import {
  answersFor,
  completeDraft,
  DURING,
  makeCall,
  OTHER_NUMBERS,
  reload,
  send,
  TOO_LATE,
} from '../../../support/intake.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let callId: string;
let halina: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db);
  test.clock.set(DURING);
  callId = await makeCall(test, await makeCohort(test, 'debiuty-2023'));
  halina = await makePerson(test, AWKWARD[4] ?? '');
});

/** The words of every notice of this kind, in both languages, as they would be sent now. */
async function said(kind: string): Promise<readonly (Message | null)[]> {
  const renderer = intakeNotices.find((one) => one.kind === kind);
  const rows = await test.deps.db.notice.findMany({ where: { kind } });
  expect(rows.length, kind).toBeGreaterThan(0);
  return Promise.all(
    rows.flatMap((row) =>
      LOCALES.map(async (locale) => (await renderer?.render(test.deps, row.params, locale)) ?? null),
    ),
  );
}

async function expectSaid(kind: string): Promise<string> {
  const messages = await said(kind);
  for (const message of messages) {
    expect(message, kind).not.toBeNull();
    if (message) expectMessage(message);
  }
  return JSON.stringify(messages);
}

const cut = (word: string, max: number): string => word.slice(0, max).trim().toWellFormed();

const awkward = (word: string): Answers =>
  answersFor({
    ...{ organisation_name: cut(word, 200), town: cut(word, 100), subject: cut(word, 120) },
    ...{
      description: cut(word, 3000),
      place_description: cut(word, 1000),
      experience: cut(word, 1000),
    },
    ...{ contact_name: cut(word, 100) },
  });

describe('what is said about an application, with awkward answers in both languages, is what Slack takes', () => {
  it('when it is sent, pulled back, withdrawn', async () => {
    const draft = await completeDraft(test, halina, callId, awkward(AWKWARD[4] ?? ''));
    expect(await send(test, halina, draft)).toMatchObject({ ok: true });
    await expectSaid('applications.submitted');
    const proof = await expectSaid('applications.proof');
    expect(proof).toContain('piątek, 5 maja 2023 r., godz. 12:00:00');
    await pullBack(test.deps, halina, test.clock.now(), draft.id);
    await expectSaid('applications.pulled_back');
    await withdraw(test.deps, halina, test.clock.now(), { id: draft.id, reason: null });
    await expectSaid('applications.withdrawn');
    expect(await said('applications.pulled_back')).toEqual([null, null]);
  });

  it('when it is late, tried twice, or written by two', async () => {
    const igor = await makePerson(test, 'Igor');
    const named = { ...awkward(AWKWARD[4] ?? ''), second_representative: igor.slackUserId };
    const draft = await completeDraft(test, halina, callId, named);
    const { id, version } = draft;
    await saveStep(test.deps, igor, test.clock.now(), { id, step: 2, version: version - 1, answers: { town: 'Inne' } });
    await expectSaid('applications.edited');
    await send(test, halina, await reload(test, id), new Date(TOO_LATE));
    expect(await expectSaid('applications.late')).toContain('00:00:00');
    const jadwiga = await makePerson(test, 'Jadwiga');
    await send(test, jadwiga, await completeDraft(test, jadwiga, callId, answersFor(OTHER_NUMBERS)));
    const kamil = await makePerson(test, 'Kamil');
    await send(
      test,
      kamil,
      await completeDraft(test, kamil, callId, { ...awkward(AWKWARD[4] ?? ''), ...OTHER_NUMBERS }),
    );
    await expectSaid('applications.attempt');
  });

  it('when staff enter it late and a second person answers', async () => {
    const staff = [{ role: 'staff', cohortId: null }] as const;
    const [alicja, bartek] = [
      await makePerson(test, 'Alicja', { roles: staff }),
      await makePerson(test, 'Bartek', { roles: staff }),
    ];
    const at = new Date('2023-05-08T09:00:00+02:00');
    const call = await callById(test.deps.db, callId);
    if (!call) throw new Error('no call');
    const word = AWKWARD[5] ?? '';
    const receipt = {
      receiptAt: new Date(DURING),
      receiptWay: 'paper',
      evidence: cut(word, 500),
      lateReason: cut(word, 500),
    };
    const id = test.deps.ids.next();
    const begun = await startOnBehalf(test.deps, alicja, at, { id, call, receipt });
    if (!begun.ok) throw new Error(begun.reason);
    await saveStep(test.deps, alicja, at, { id, step: 3, version: begun.value.version, answers: awkward(word) });
    await send(test, alicja, await reload(test, id), at);
    await expectSaid('applications.awaiting');
    await confirmEntered(test.deps, bartek, at, { id, act: 'confirm' });
    await expectSaid('applications.answered');
    expect(await said('applications.awaiting')).toEqual([null, null]);
  });
});

describe('what staff know and applicants do not', () => {
  it('is an earlier application, another programme, and representatives who are others (O3, 43, 39)', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    const igor = await makePerson(test, 'Igor');
    const next = await makeCall(test, await makeCohort(test, 'debiuty-2024'));
    await send(test, igor, await completeDraft(test, igor, next));
    const staffWords = JSON.stringify(await said('applications.submitted'));
    expect(staffWords).toContain('Edycja debiuty-2023');
    expect(staffWords).toContain('ma już inne osoby');
    const proofs = await said('applications.proof');
    expect(JSON.stringify(proofs.slice(2))).not.toContain('debiuty-2023');
  });
});
