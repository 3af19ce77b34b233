import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { submitApplication } from '../../../../src/features/applications/operations/submit.ts';
import { addRepresentative, representativesOf } from '../../../../src/features/organisations/public.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import {
  answersFor,
  completeDraft,
  DURING,
  LAST_MOMENT,
  makeCall,
  OTHER_NUMBERS,
  reload,
  send,
  TOO_LATE,
} from '../../../support/intake.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let callId: string;
let halina: Actor;
let igor: Actor;

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
  halina = await makePerson(test, 'Halina Próbna');
  igor = await makePerson(test, 'Igor Wymyślony');
});

const notices = (kind: string) => test.deps.db.notice.findMany({ where: { kind } });
const acts = async (id: string): Promise<string[]> => {
  const entries = await test.deps.db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  return entries.map((entry) => entry.act.replace('applications.', ''));
};

describe('a submit', () => {
  it('in the last millisecond of the closing minute is in time (T2, case 1)', async () => {
    const draft = await completeDraft(test, halina, callId);
    const sent = await send(test, halina, draft, new Date(LAST_MOMENT));
    expect(sent).toMatchObject({
      ok: true,
      value: { result: 'submit', application: { number: 1, state: 'submitted' } },
    });
  });

  it('in the first millisecond after it stays a draft with its moment kept, and staff hear of it (T3, case 3)', async () => {
    const draft = await completeDraft(test, halina, callId);
    const sent = await send(test, halina, draft, new Date(TOO_LATE));
    expect(sent).toMatchObject({ ok: true, value: { result: 'miss', receivedAt: new Date(TOO_LATE) } });
    const kept = await reload(test, draft.id);
    expect(kept).toMatchObject({ state: 'draft', number: null, organisationId: null, receivedAt: null });
    expect(kept.submissions).toMatchObject([{ late: true, receivedAt: new Date(TOO_LATE) }]);
    expect(kept.answers).toMatchObject({ subject: 'Wspólny ogród' });
    expect(await notices('applications.late')).toHaveLength(1);
    expect(await notices('applications.proof')).toHaveLength(0);
    expect(await test.deps.db.organisation.count()).toBe(0);
  });

  it('that was late is sent again as a new one when the call is extended (T8)', async () => {
    const draft = await completeDraft(test, halina, callId);
    await send(test, halina, draft, new Date(TOO_LATE));
    const lateFrom = new Date('2023-05-22T00:00:00.000+02:00');
    await test.deps.db.call.update({ where: { id: callId }, data: { lateFrom } });
    test.clock.set('2023-05-09T10:00:00.000+02:00');
    const again = await completeDraft(test, halina, callId);
    expect(again.id).toBe(draft.id);
    const sent = await send(test, halina, again);
    expect(sent).toMatchObject({ ok: true, value: { result: 'submit', receivedAt: test.clock.now() } });
  });

  it('delivered again after closing has one effect, with the first moment (case 4, invariant 11)', async () => {
    const draft = await completeDraft(test, halina, callId);
    const first = new Date('2023-05-07T23:59:58.000+02:00');
    await send(test, halina, draft, first);
    const again = await send(test, halina, draft, new Date('2023-05-08T00:00:03.000+02:00'));
    expect(again).toMatchObject({
      ok: true,
      value: { result: 'submit', receivedAt: first, application: { number: 1 } },
    });
    expect((await reload(test, draft.id)).submissions).toHaveLength(1);
    expect(await notices('applications.proof')).toHaveLength(1);
    expect((await acts(draft.id)).filter((act) => act === 'submit')).toHaveLength(1);
  });

  it('delivered twice at the same moment has one effect', async () => {
    const draft = await completeDraft(test, halina, callId);
    const both = await Promise.all([send(test, halina, draft), send(test, halina, draft)]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    expect((await reload(test, draft.id)).submissions).toHaveLength(1);
    expect((await test.deps.db.call.findUniqueOrThrow({ where: { id: callId } })).nextNumber).toBe(2);
  });

  it('in time counts although a later delivery of it was handled first', async () => {
    const draft = await completeDraft(test, halina, callId);
    await send(test, halina, draft, new Date('2023-05-08T00:00:03.000+02:00'));
    const { version } = await reload(test, draft.id);
    const early = new Date('2023-05-07T23:59:58.000+02:00');
    const sent = await submitApplication(test.deps, halina, early, { applicationId: draft.id, sequence: 1, version });
    expect(sent).toMatchObject({ ok: true, value: { result: 'submit', receivedAt: early } });
  });

  it('of a version that somebody changed meanwhile is refused, so nobody sends what they did not see (R4)', async () => {
    const draft = await completeDraft(test, halina, callId);
    await completeDraft(test, halina, callId, answersFor({ subject: 'Zmieniony temat' }));
    expect(await send(test, halina, draft)).toEqual({ ok: false, reason: 'changed_meanwhile' });
  });

  it('with a sum above a ceiling that was lowered meanwhile is refused (M2, case 25)', async () => {
    const draft = await completeDraft(test, halina, callId, answersFor({ requested_amount: 600_000 }));
    await test.deps.db.cohort.update({ where: { id: cohortId }, data: { grantGrosze: 500_000 } });
    expect(await send(test, halina, draft)).toEqual({ ok: false, reason: 'incomplete' });
  });

  it('of somebody else’s draft is refused as if there were none (SY-5)', async () => {
    const draft = await completeDraft(test, halina, callId);
    const sent = await send(test, igor, draft);
    const none = await send(test, igor, { ...draft, id: test.deps.ids.next() });
    expect(sent).toEqual({ ok: false, reason: 'not_allowed' });
    expect(none).toEqual(sent);
  });
});

describe('an organisation', () => {
  it('gets a number of the call, its people and proof for the sender (APP-4)', async () => {
    const draft = await completeDraft(test, halina, callId);
    await send(test, halina, draft);
    const sent = await reload(test, draft.id);
    const people = await representativesOf(test.deps.db, sent.organisationId ?? '');
    expect(people).toMatchObject([{ personId: halina.personId, isContact: true, email: 'halina@przyklad.example' }]);
    expect(await notices('applications.proof')).toMatchObject([{ target: halina.personId }]);
    expect(await notices('applications.submitted')).toMatchObject([{ target: cohortId }]);
    expect(await acts(draft.id)).toEqual(['save', 'save', 'submit']);
  });

  it('stands once in a call whoever sends it; the second person leaves nothing behind (invariant 2)', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    const second = await completeDraft(test, igor, callId, answersFor({ organisation_name: 'Zupełnie inna nazwa' }));
    expect(await send(test, igor, second)).toEqual({ ok: false, reason: 'already_applied' });
    const [organisation] = await test.deps.db.organisation.findMany({ include: { representatives: true } });
    expect(organisation?.name).toBe('Stowarzyszenie Zmyślony Ogród');
    expect(organisation?.representatives.map((one) => one.personId)).toEqual([halina.personId]);
    expect((await reload(test, second.id)).state).toBe('draft');
    expect(await notices('applications.attempt')).toHaveLength(1);
  });

  it('sent by two people at the same moment stands once', async () => {
    const mine = await completeDraft(test, halina, callId);
    const theirs = await completeDraft(test, igor, callId);
    const [one, two] = await Promise.all([send(test, halina, mine), send(test, igor, theirs)]);
    const reasons = [one, two].map((sent) => (sent.ok ? 'sent' : sent.reason));
    expect(reasons.toSorted()).toEqual(['already_applied', 'sent']);
    expect(await test.deps.db.application.count({ where: { state: 'submitted' } })).toBe(1);
  });

  it('that applies in two calls at the same moment is one organisation', async () => {
    const other = await makeCall(test, await makeCohort(test, 'debiuty-2024'));
    const mine = await completeDraft(test, halina, callId);
    const theirs = await completeDraft(test, igor, other);
    const sent = await Promise.all([send(test, halina, mine), send(test, igor, theirs)]);
    expect(sent.map((one) => one.ok)).toEqual([true, true]);
    expect(await test.deps.db.organisation.count()).toBe(1);
  });

  it('with numbers of two different organisations is refused, and staff are asked to help', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    await send(test, igor, await completeDraft(test, igor, callId, answersFor(OTHER_NUMBERS)));
    const third = await makePerson(test, 'Jadwiga Niebyła');
    const mixed = await completeDraft(test, third, callId, answersFor({ nip: OTHER_NUMBERS.nip }));
    expect(await send(test, third, mixed)).toMatchObject({ ok: false, reason: 'identifiers_disagree' });
    expect(await notices('applications.attempt')).toHaveLength(1);
  });

  it('with people of its own does not let in somebody who only knows its numbers (39)', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    const next = await makeCall(test, await makeCohort(test, 'debiuty-2024'));
    const draft = await completeDraft(test, igor, next);
    expect(await send(test, igor, draft)).toMatchObject({ ok: true });
    const { organisationId } = await reload(test, draft.id);
    const people = await representativesOf(test.deps.db, organisationId ?? '');
    expect(people.map((one) => one.personId)).toEqual([halina.personId]);
  });

  it('never has more than its limit of people, also when two join at once (invariant 7)', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    const [organisation] = await test.deps.db.organisation.findMany();
    const more = await Promise.all([1, 2, 3].map((n) => makePerson(test, `Osoba ${n}`)));
    const joined = await Promise.all(
      more.map(({ personId }) =>
        inTransaction(test.deps.db, (tx) =>
          addRepresentative(test.deps, tx, 'bot', test.clock.now(), {
            ...{ organisationId: organisation?.id ?? '', personId, email: null, isContact: false, limit: 2 },
          }),
        ),
      ),
    );
    expect(joined.filter((one) => one.ok)).toHaveLength(1);
    expect(await representativesOf(test.deps.db, organisation?.id ?? '')).toHaveLength(2);
  });

  it('may not apply again where the call keeps earlier participants out (42)', async () => {
    const first = await completeDraft(test, halina, callId);
    await send(test, halina, first);
    const { organisationId } = await reload(test, first.id);
    await test.deps.db.participation.create({
      data: {
        ...{ id: test.deps.ids.next(), cohortId, organisationId: organisationId ?? '', applicationId: first.id },
        ...{ state: 'closed', grantGrosze: 0, createdAt: test.clock.now(), version: 1 },
      },
    });
    const nextCohort = await makeCohort(test, 'debiuty-2024');
    const { definition } = await test.deps.db.cohort.findUniqueOrThrow({ where: { id: nextCohort } });
    const settings = { ...(definition as { settings: object }).settings, previousParticipants: 'block' };
    const blocking = { ...(definition as object), settings };
    await test.deps.db.cohort.update({ where: { id: nextCohort }, data: { definition: blocking } });
    const again = await completeDraft(test, halina, await makeCall(test, nextCohort));
    expect(await send(test, halina, again)).toEqual({ ok: false, reason: 'previous_participant' });
  });
});
