import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { prepareDecision } from '../../../../src/features/applications/operations/decide.ts';
import { checkFormally } from '../../../../src/features/applications/operations/formal.ts';
import { releaseResults } from '../../../../src/features/applications/operations/release.ts';
import { markTold } from '../../../../src/features/applications/operations/told.ts';
import { standingResults, tellByHand } from '../../../../src/features/applications/queries/results.ts';
import type { Decision } from '../../../../src/features/applications/rules/decisions.ts';
import { decisionHandlers } from '../../../../src/features/applications/slack/decisions.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { participations } from '../../../../src/features/participations/index.ts';
import type { Feature } from '../../../../src/platform/feature.ts';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import { makeCall, makeSent, marked } from '../../../support/applications.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { addPerson, EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

const review: Feature = { name: 'applications', ...decisionHandlers };

let database: TestDatabase;
let test: TestDeps;
let anna: Actor;
let bogdan: Actor;
let cohortId: string;
let callId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices, participations, review]);
  anna = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test);
  bogdan = await makePerson(test, 'Bogdan Zespołowy', { roles: [{ role: 'staff', cohortId }] });
  callId = await makeCall(test, cohortId, { places: 2 });
});

const now = () => test.clock.now();
const load = (id: string) => database.db.application.findUniqueOrThrow({ where: { id } });

/** An application that is ready for the release, sent by a person of its own. */
async function ready(number: number, decision: Decision, position: number | null = null): Promise<string> {
  const editor = await makePerson(test, `Osoba ${number}`);
  const prepared = { preparedDecision: decision, preparedReason: 'Za mało o sąsiadach', reservePosition: position };
  const change = { state: 'formally_accepted', formalResult: 'accepted', ...prepared };
  return makeSent(test, callId, { editor, number, change });
}

const seen = async () => (await standingResults(database.db, callId)).seen;
const release = async (by = anna, publish = false) =>
  releaseResults(test.deps, by, now(), { callId, seen: await seen(), publish });
const said = () =>
  test.slack.messages.map(({ channelId, message }) => ({ channelId, text: JSON.stringify(message.blocks) }));
const results = () => database.db.notice.findMany({ where: { kind: 'applications.result' } });

describe('the release of results', () => {
  it('writes states, places, journal and one notice each in one act, and everybody reads their own (CO-7, APP-8)', async () => {
    const admitted = await ready(1, 'admitted');
    const reserve = await ready(2, 'reserve', 1);
    const refused = await ready(3, 'refused');
    const editor = await makePerson(test, 'Osoba 4');
    const items = marked('no').map((item) => ({ ...item }));
    const rejected = await makeSent(test, callId, {
      ...{ editor, number: 4 },
      change: { state: 'formally_rejected', formalResult: 'rejected', formalItems: items },
    });
    expect(await release(anna, true)).toEqual({ ok: true, value: { told: 4, byHand: 0 } });
    const states = await Promise.all([admitted, reserve, refused, rejected].map(async (id) => (await load(id)).state));
    expect(states).toEqual(['admitted', 'reserve', 'refused', 'formally_rejected']);
    const places = await database.db.participation.findMany();
    expect(places).toMatchObject([{ applicationId: admitted, cohortId, subject: 'Ogród', grantGrosze: 420_000 }]);
    const lines = await database.db.journalEntry.findMany({ where: { cohortId, act: 'applications.release' } });
    expect(lines.map((line) => line.to).sort()).toEqual(['admitted', 'formally_rejected', 'refused', 'reserve']);
    await test.runQueued();
    const all = said();
    const about = (words: string) => all.filter((one) => one.text.includes(words));
    expect(about('dołącza do programu!')).toHaveLength(1);
    expect(about('na pozycji 1')).toHaveLength(1);
    expect(about('Za mało o sąsiadach')).toHaveLength(1);
    expect(about('nie przeszło oceny formalnej')).toHaveLength(1);
    expect(about('*Wyniki ogłoszone').map((one) => one.channelId)).toEqual(['Gdebiuty-2024']);
    expect(about('Organizacje przyjęte').map((one) => one.channelId)).toEqual(['Cdebiuty-2024']);
    expect(about('Organizacje przyjęte')[0]?.text).toContain('Zmyślona Organizacja 1');
    expect(about('Organizacje przyjęte')[0]?.text).not.toContain('Zmyślona Organizacja 2');
  });

  it('posts no public list unless staff ask for it', async () => {
    await ready(1, 'admitted');
    await release();
    expect(await database.db.notice.count({ where: { kind: 'applications.public_list' } })).toBe(0);
  });

  it('done by two staff at the same moment is one release with one set of notices', async () => {
    for (const number of [1, 2, 3, 4]) await ready(number, number < 3 ? 'admitted' : 'refused');
    const mark = await seen();
    const outcomes = await Promise.all(
      [anna, bogdan, anna, bogdan].map((by) =>
        releaseResults(test.deps, by, now(), { callId, seen: mark, publish: true }),
      ),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.reason === 'already_released')).toHaveLength(3);
    expect(await results()).toHaveLength(4);
    expect(await database.db.participation.count()).toBe(2);
    const lines = { cohortId, act: 'applications.release' };
    expect(await database.db.journalEntry.count({ where: lines })).toBe(4);
    await test.runQueued();
    expect(said().filter((one) => one.text.includes('*Wyniki ogłoszone'))).toHaveLength(1);
  });

  it('that is interrupted while sending goes on where it stopped, and nobody is told twice', async () => {
    for (const number of [1, 2, 3]) await ready(number, 'refused');
    await release();
    // Slack takes the first message, but the connection breaks before the answer; every lane is called more than once.
    test.slack.failNext('post', new SlackFailure('timeout', { doubtful: true }), 'after');
    test.queued.push(...test.queued, ...test.queued);
    await test.runQueued();
    const told = said().filter((one) => one.text.includes('Tym razem nie zostało przyjęte'));
    expect(told).toHaveLength(3);
    expect(new Set(told.map((one) => one.channelId)).size).toBe(3);
    expect((await results()).map((notice) => notice.state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('is refused as a whole while anything is undecided; drafts and withdrawn ones do not count', async () => {
    const editor = await makePerson(test, 'Osoba 9');
    await ready(1, 'admitted');
    await makeSent(test, callId, { editor, number: 2, change: { state: 'withdrawn' } });
    await makeSent(test, callId, { editor, number: 3, change: { state: 'draft' } });
    const waiting = await makeSent(test, callId, { editor, number: 4 });
    for (const state of ['submitted', 'formally_accepted', 'awaiting_confirmation', 'summoned']) {
      await database.db.application.update({ where: { id: waiting }, data: { state } });
      expect(await release()).toMatchObject({ reason: 'undecided' });
    }
    expect(await results()).toEqual([]);
    expect(await database.db.participation.count()).toBe(0);
    await database.db.application.update({ where: { id: waiting }, data: { state: 'formally_rejected' } });
    expect((await release()).ok).toBe(true);
  });

  it('is refused when something changed since the preview (R4)', async () => {
    const id = await ready(1, 'admitted');
    const mark = await seen();
    const wish = { decision: 'refused', position: null, reason: 'Inny powód' } as const;
    await prepareDecision(test.deps, bogdan, now(), { id, version: 1, wish });
    const outcome = await releaseResults(test.deps, anna, now(), { callId, seen: mark, publish: false });
    expect(outcome).toMatchObject({ reason: 'changed_meanwhile' });
    expect((await load(id)).state).toBe('formally_accepted');
  });

  it('is refused while the call is open, without any application, and to people who are not staff of the cohort', async () => {
    expect(await release()).toMatchObject({ reason: 'nothing' });
    await ready(1, 'admitted');
    const stranger = await makePerson(test, 'Ktoś');
    expect(await release(stranger)).toEqual({ ok: false, reason: 'not_allowed' });
    await database.db.call.update({ where: { id: callId }, data: { lateFrom: new Date('2030-01-01T00:00:00Z') } });
    expect(await release()).toMatchObject({ reason: 'call_open' });
  });

  it('locks everything: no check and no decision is taken afterwards', async () => {
    const id = await ready(1, 'refused');
    await release();
    const { version } = await load(id);
    const wish = { decision: 'admitted', position: null, reason: '' } as const;
    const late = { ok: false, reason: 'already_released' };
    expect(await prepareDecision(test.deps, anna, now(), { id, version, wish })).toEqual(late);
    expect(await checkFormally(test.deps, anna, now(), { id, version, items: marked('yes') })).toEqual(late);
  });

  it('of two hundred applications is written in one transaction within its time', async () => {
    await database.db.cohort.update({ where: { id: cohortId }, data: { places: 60 } });
    for (let number = 1; number <= 200; number += 1) await ready(number, number <= 60 ? 'admitted' : 'refused');
    expect(await release()).toEqual({ ok: true, value: { told: 200, byHand: 0 } });
    expect(await results()).toHaveLength(200);
    expect(await database.db.participation.count()).toBe(60);
  }, 120_000);
});

describe('people outside Slack', () => {
  it('are not written to: staff get the contact and the text, and mark once that they were told', async () => {
    const id = await ready(1, 'admitted');
    const outsider = await makePerson(test, 'Halina Próbna', { slackUserId: null });
    const { organisationId } = await load(id);
    await addPerson(test, organisationId ?? '', outsider.personId, true);
    await database.db.application.update({ where: { id }, data: { onBehalf: true, editorId: anna.personId } });
    await ready(2, 'refused');
    expect(await release()).toEqual({ ok: true, value: { told: 1, byHand: 1 } });
    await test.runQueued();
    expect(said().filter((one) => one.text.includes('dołącza do programu!'))).toEqual([]);
    const call = { id: callId, cohortId };
    expect(await tellByHand(database.db, call)).toMatchObject([{ id, told: false }]);
    for (const by of [anna, bogdan]) expect((await markTold(test.deps, by, now(), id)).ok).toBe(true);
    expect(await tellByHand(database.db, call)).toMatchObject([{ id, told: true }]);
    const line = { act: 'applications.told_by_hand', subjectId: id };
    expect(await database.db.journalEntry.count({ where: line })).toBe(1);
    const stranger = await makePerson(test, 'Ktoś');
    expect(await markTold(test.deps, stranger, now(), id)).toEqual({ ok: false, reason: 'not_allowed' });
  });

  it('stay on the list when their account appears later: nobody has told them yet', async () => {
    const id = await ready(1, 'refused');
    await database.db.person.updateMany({ where: { name: 'Osoba 1' }, data: { isDeactivated: true } });
    await release();
    await database.db.person.updateMany({ where: { name: 'Osoba 1' }, data: { isDeactivated: false } });
    expect(await tellByHand(database.db, { id: callId, cohortId })).toMatchObject([{ id, told: false }]);
  });
});
