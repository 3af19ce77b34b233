import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { actions } from '../../../../src/features/actions/index.ts';
import {
  addDate,
  agreeToDate,
  answerDate,
  declineDate,
  moveDate,
  nameObserver,
} from '../../../../src/features/actions/operations/index.ts';
import { actionOf } from '../../../../src/features/actions/public.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import type { FormValues } from '../../../../src/platform/slack/form.ts';
import { ACTION_FEATURES, makeAction, makeStage, planned, type Stage } from '../../../support/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { lead } from '../../../support/opinions.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;
let actionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice"');
  test = testDeps(database.db, ACTION_FEATURES);
  test.clock.set('2024-05-06T12:00:00+02:00');
  stage = await makeStage(test);
  actionId = await makeAction(test, stage, '2024-06-04');
});

const NOWHERE = { channelId: null };
const now = () => test.clock.now();
const handling = (actor: Actor) => ({ deps: test.deps, actor, now: now(), channelId: stage.channelId });
const dates = () => database.db.actionDate.findMany({ where: { actionId }, orderBy: { startsAt: 'asc' } });
const dateAt = async (n = 0) => {
  const found = (await dates())[n];
  if (!found) throw new Error('no date');
  return found;
};
const asked = async (n = 0) => {
  const { id: dateId, sequence } = await dateAt(n);
  return { dateId, sequence };
};
const seen = async (n = 0) => {
  const { id: dateId, version } = await dateAt(n);
  return { dateId, version };
};
const agree = async (who: Actor = stage.expert) => agreeToDate(test.deps, who, now(), await asked());
const decline = async (who: Actor = stage.expert) =>
  declineDate(test.deps, who, now(), { ...(await asked()), reason: 'grypa', proposedId: null });
const answer = async (how: 'hold' | 'hold_partly' | 'cancel', n = 0) =>
  answerDate(test.deps, stage.member, now(), { ...(await seen(n)), how, reason: null, ...NOWHERE });
const day = async () => (await actionOf(database.db, stage.participationId))?.dates[0];

/** Opens the notes of an action; gives what their form carries along. */
async function openNotes(who: Actor = stage.expert): Promise<unknown> {
  const opened = await actions.actions
    ?.find(({ id }) => id === 'actions_note')
    ?.run(handling(who), JSON.stringify({ actionId }), {});
  if (opened?.kind !== 'openModal') throw new Error(`no form: ${opened?.kind}`);
  return opened.modal.metadata;
}
/** Sends them as they were filled in. */
async function sendNotes(data: unknown, form: FormValues, who: Actor = stage.expert) {
  const view = actions.views?.find(({ id }) => id === 'actions_note');
  const parsed = await view?.parse(test.deps, form, data, 'pl');
  return parsed?.ok ? parsed.run(handling(who)) : parsed;
}
const kept = () => database.db.observationNote.findFirst({ where: { actionId } });

describe('notes of an observation', () => {
  it('opened while the action is on are kept after it, and say nothing of being there yet', async () => {
    test.clock.set('2024-06-04T18:30:00+02:00');
    const opened = await openNotes();
    test.clock.set('2024-06-04T19:05:00+02:00');
    expect(await sendNotes(opened, { text: 'Cicha zgoda przy stole' })).toMatchObject({ kind: 'closeModal' });
    expect(await kept()).toMatchObject({ text: 'Cicha zgoda przy stole' });
    expect(await day()).toMatchObject({ observed: null });
  });

  it('ask of every date that was over when they were opened, as many as an action has', async () => {
    for (let n = 5; n < 14; n += 1) {
      const date = `2024-06-${String(n).padStart(2, '0')}`;
      const wish = { actionId, planned: planned(date), ...NOWHERE };
      expect(await addDate(test.deps, stage.member, now(), wish)).toMatchObject({ ok: true });
    }
    const wish = { actionId, planned: planned('2024-06-14'), ...NOWHERE };
    expect(await addDate(test.deps, stage.member, now(), wish)).toMatchObject({ reason: 'many_dates' });
    test.clock.set('2024-06-20T10:00:00+02:00');
    const opened = await openNotes();
    const all = (await dates()).map(({ id }) => id);
    expect(await sendNotes(opened, { text: 'Widziałem', dates: all.slice(1) })).toMatchObject({ kind: 'fieldErrors' });
    expect(await sendNotes(opened, { text: 'Widziałem', dates: all })).toMatchObject({ kind: 'closeModal' });
    expect((await dates()).map(({ observed }) => observed)).toEqual(all.map(() => true));
  });
});

const watched = async (observed: boolean) => {
  const { id } = await dateAt();
  const form = observed ? { text: 'Widziałam', dates: [id] } : { absence: 'pociąg' };
  return sendNotes(await openNotes(), form);
};

describe('the word of whoever was there', () => {
  it('counts although they had not said that they would come', async () => {
    test.clock.set('2024-06-05T10:00:00+02:00');
    await answer('hold');
    await watched(true);
    expect(await day()).toMatchObject({ observed: true, observerId: stage.expert.personId });
  });

  it('holds whatever they had said before, and whoever answers after them', async () => {
    await decline();
    test.clock.set('2024-06-05T10:00:00+02:00');
    await watched(true);
    await answer('hold');
    expect(await day()).toMatchObject({ observed: true, observerId: stage.expert.personId });
    await watched(false);
    expect(await day()).toMatchObject({ observed: false, observerId: null });
  });

  it('changes nothing that the organisation answers, as it saw it before', async () => {
    await agree();
    test.clock.set('2024-06-05T10:00:00+02:00');
    const before = await seen();
    await watched(true);
    const wish = { ...before, how: 'hold' as const, reason: null, ...NOWHERE };
    expect(await answerDate(test.deps, stage.member, now(), wish)).toMatchObject({ ok: true });
  });

  it('comes to no calendar any more once the date is over', async () => {
    await agree();
    await test.runQueued();
    const files = () => database.db.noticeFile.count();
    expect(await files()).toBe(1);
    test.clock.set('2024-06-05T10:00:00+02:00');
    test.slack.files.clear();
    await answer('hold');
    await watched(true);
    await test.runQueued();
    expect([await files(), test.slack.files.size]).toEqual([0, 0]);
  });
});

/** The organisation passes to the other expert. */
async function handOver(): Promise<void> {
  const { cohortId, participationId, expert, other, staff } = stage;
  await lead(test, participationId, other.personId);
  const passed = { cohortId, participationId, formerId: expert.personId, successorId: other.personId };
  await inTransaction(database.db, async (tx) => {
    const doing = { deps: test.deps, tx, actor: staff, now: now() };
    for (const hook of actions.onHandOver ?? []) await hook(doing, passed);
  });
}
const move = async (to: string) =>
  moveDate(test.deps, stage.member, now(), {
    ...{ ...(await seen()), planned: planned(to), reason: null, ...NOWHERE },
  });
const name = async (who: Actor) =>
  nameObserver(test.deps, stage.staff, now(), { ...(await seen()), expertId: who.personId });
const told = (kind: string, to?: Actor) =>
  database.db.notice.count({
    where: { kind: `actions.${kind}`, cohortId: stage.cohortId, ...(to ? { target: to.personId } : {}) },
  });

describe('a day that turns out to be moved', () => {
  it('after a hand-over is asked of whoever leads the organisation now', async () => {
    await agree();
    test.clock.set('2024-06-05T10:00:00+02:00');
    await handOver();
    expect((await dateAt()).expertId).toBe(stage.expert.personId);
    expect(await move('2024-06-11')).toMatchObject({ ok: true });
    expect(await dateAt()).toMatchObject({ expertId: stage.other.personId, attends: 'asked' });
    expect([await told('attend', stage.expert), await told('attend', stage.other)]).toEqual([1, 1]);
  });

  it('is asked again of whom staff had named, unless they are tied to the organisation by then', async () => {
    await name(stage.other);
    await move('2024-06-11');
    expect((await dateAt()).expertId).toBe(stage.other.personId);
    const tie = { expertId: stage.other.personId, organisationId: stage.organisationId, category: 'family' };
    const declared = { declaredAt: now(), declaredBy: stage.other.personId };
    await database.db.tie.create({ data: { id: test.deps.ids.next(), ...tie, ...declared } });
    await move('2024-06-12');
    expect((await dateAt()).expertId).toBe(stage.expert.personId);
  });

  it('is asked of nobody while nobody leads the organisation', async () => {
    const { participationId } = stage;
    await database.db.assignment.updateMany({ where: { participationId }, data: { state: 'replaced' } });
    await move('2024-06-11');
    expect(await dateAt()).toMatchObject({ expertId: null, attends: null });
  });

  it('asks for notes on the new time as well', async () => {
    await agree();
    test.clock.set('2024-06-05T10:00:00+02:00');
    await answer('hold');
    await answer('hold_partly');
    expect(await told('note', stage.expert)).toBe(1);
    await move('2024-06-11');
    test.clock.set('2024-06-12T10:00:00+02:00');
    await answer('hold');
    expect(await told('note', stage.expert)).toBe(2);
  });
});

describe('a second time', () => {
  it('an expert cannot come after all, and staff hear of it', async () => {
    await decline();
    await decline();
    expect(await told('unobserved')).toBe(1);
    await agree();
    await decline();
    expect(await told('unobserved')).toBe(2);
  });

  it('the same expert is asked after somebody else could not come, and hears of it', async () => {
    await decline();
    await name(stage.other);
    await decline(stage.other);
    expect(await name(stage.expert)).toMatchObject({ ok: true });
    expect(await told('attend', stage.expert)).toBe(2);
  });
});
