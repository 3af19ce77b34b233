import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { proposeAct } from '../../../../src/features/assignments/acts.ts';
import { acceptProposal, declineProposal } from '../../../../src/features/assignments/operations/index.ts';
import { EVERYBODY } from '../../../../src/features/undo/ids.ts';
import { correct, performDue, planOf } from '../../../../src/features/undo/operations/index.ts';
import { postpone } from '../../../../src/features/undo/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let anna: Actor;
let bogdan: Actor;
let ewa: Actor;
let actId: string;
let assignmentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A proposal that waited, was done, and was said to the expert. */
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  const cohortId = await makeCohort(test);
  anna = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId }] });
  bogdan = await makePerson(test, 'Bogdan Zespołowy', { roles: [{ role: 'staff', cohortId }] });
  ewa = await makeExpert(test, 'Ewa Ekspertka');
  const { id: participationId } = await makePlace(test, cohortId, 'Zmyślony Ogród');
  await test.runQueued();
  const wish = { participationId, expertId: ewa.personId, overrideReason: null };
  const asked = await postpone(test.deps, anna, now(), proposeAct, wish);
  actId = asked.ok ? asked.value.id : '';
  test.clock.advance(300_000);
  await performDue(test.deps, now());
  await test.runQueued();
  assignmentId = (await database.db.assignment.findFirstOrThrow()).id;
});

const now = () => test.clock.now();
const plan = async () =>
  planOf(test.deps, database.db, await database.db.waitingAct.findUniqueOrThrow({ where: { id: actId } }));
const send = (by = anna, change: { readonly takeBack?: boolean; readonly to?: string; readonly text?: string } = {}) =>
  correct(test.deps, by, now(), {
    actId,
    to: EVERYBODY,
    text: 'To była <!channel> pomyłka.',
    takeBack: false,
    ...change,
  });
const said = (words: string) => test.slack.messages.filter(({ message }) => JSON.stringify(message).includes(words));

describe('after the window', () => {
  it('two staff who both send a correction are one message to the expert, in the words of staff (N11)', async () => {
    expect(await plan()).toMatchObject({ told: [{ name: 'Ewa Ekspertka', to: { person: ewa.personId } }] });
    expect((await plan())?.draft).toContain('organizację Zmyślony Ogród, było pomyłką');
    const sent = await Promise.all([send(anna), send(bogdan), send(anna)]);
    expect(sent.filter((one) => one.ok)).toHaveLength(1);
    expect(sent.filter((one) => !one.ok && one.reason === 'nobody')).toHaveLength(2);
    await test.runQueued();
    expect(said('Sprostowanie od zespołu')).toHaveLength(1);
    expect(said('Sprostowanie od zespołu')[0]).toMatchObject({ channelId: ewa.slackUserId });
    expect(JSON.stringify(said('To była')[0]?.message.blocks)).toContain(
      '"plain_text","text":"To była <!channel> pomyłka."',
    );
    const [notice] = await database.db.notice.findMany({ where: { kind: 'undo.correction' } });
    expect(JSON.stringify(notice?.params)).not.toContain('pomyłka');
    expect(await plan()).toBeNull();
  });

  it('the proposal is taken back with it while it is unanswered, and the expert hears one message', async () => {
    expect((await plan())?.takeBack).toMatchObject({ pl: 'Wycofaj też propozycję' });
    expect(await send(anna, { takeBack: true })).toEqual({ ok: true, value: 1 });
    await test.runQueued();
    expect(await database.db.assignment.findMany()).toMatchObject([{ state: 'withdrawn' }]);
    expect(said('już nieaktualna')).toEqual([]);
    expect(said('To była')).toHaveLength(1);
  });

  it('once the expert has said yes the organisation hears it too, and nothing is taken back', async () => {
    await acceptProposal(test.deps, ewa, now(), assignmentId);
    await test.runQueued();
    const { told = [], takeBack, draft } = (await plan()) ?? {};
    expect(told.map(({ name }) => name)).toEqual(['Ewa Ekspertka', 'Zmyślony Ogród']);
    expect(takeBack).toBeNull();
    expect(draft).toContain('poprowadzi Ewa Ekspertka, jest pomyłką');
    expect(await send(anna, { takeBack: true })).toEqual({ ok: false, reason: 'not_taken_back' });
    expect(await database.db.correction.count()).toBe(0);
    expect(await send(anna, { to: told[1]?.key ?? '' })).toEqual({ ok: true, value: 1 });
    expect((await plan())?.told).toMatchObject([{ name: 'Ewa Ekspertka' }]);
    expect(await send(anna)).toEqual({ ok: true, value: 1 });
    await test.runQueued();
    expect(said('To była').map(({ channelId }) => channelId === ewa.slackUserId)).toEqual([false, true]);
  });

  it('after a no there is nothing to take back', async () => {
    await declineProposal(test.deps, ewa, now(), { assignmentId, category: 'topic', note: null, tie: null });
    expect((await plan())?.takeBack).toBeNull();
    expect(await send(anna, { takeBack: true })).toEqual({ ok: false, reason: 'not_taken_back' });
  });

  it('nobody but staff of the cohort corrects, and only what was done and said', async () => {
    expect(await send(ewa)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await send(anna, { to: 'somebody else' })).toEqual({ ok: false, reason: 'nobody' });
    await database.db.notice.updateMany({ data: { state: 'failed' } });
    expect(await plan()).toBeNull();
    expect(await send()).toEqual({ ok: false, reason: 'nobody' });
    expect(await database.db.correction.count()).toBe(0);
  });

  it('an expert who reads English gets an English draft', async () => {
    await database.db.person.update({ where: { id: ewa.personId }, data: { chosenLocale: 'en' } });
    expect((await plan())?.draft).toContain('was a mistake');
  });
});
