import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { askForTime, refuseWish } from '../../../../src/features/deadlines/operations/index.ts';
import type { OutboxAct } from '../../../../src/features/notices/public.ts';
import { notify } from '../../../../src/features/notices/public.ts';
import { snooze } from '../../../../src/features/obligations/operations/snooze.ts';
import type { RowRef } from '../../../../src/features/outbox/ids.ts';
import { actOnRow, type Entry, wordsOfEntry } from '../../../../src/features/outbox/operations/index.ts';
import { pageOf } from '../../../../src/features/outbox/slack/rows.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { change, DEADLINE_FEATURES, put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { type Cast, linesOf, makeCast, outboxNow, timePasses } from '../../../support/outbox.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** One organisation with an expert owes its plan on Monday 19 June: it hears of it 14, 7 and 2 days before. */
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, DEADLINE_FEATURES);
  test.clock.set('2023-06-01T12:00:00+02:00');
  cohortId = await makeCohort(test, 'debiuty-2023');
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
  cast = await makeCast(test, cohortId, 1, 1);
  await put(test, staff, { cohortId, kind: 'plan', date: '2023-06-19' });
  await test.runQueued();
  test.slack.messages.length = 0;
});

const outbox = () => outboxNow(test, cohortId);
const toPlace = async (): Promise<readonly Entry[]> => (await outbox()).filter(({ whom }) => whom.kind === 'channel');
const first = async (): Promise<Entry> => {
  const [entry] = await toPlace();
  if (!entry) throw new Error('nothing is foreseen');
  return entry;
};
const rowOf = ({ row }: Entry): RowRef => {
  if (!row) throw new Error('nothing can be done with it');
  return row;
};
const act = (row: RowRef, what: OutboxAct, words?: string, who = staff, of = cohortId) =>
  actOnRow(test.deps, who, test.clock.now(), { cohortId: of, row, act: what, ...(words ? { words } : {}) });

/** Time passes and whatever is due is sent. */
async function until(moment: string): Promise<void> {
  await timePasses(test, new Date(moment));
  for (const { targetKind, target } of await database.db.notice.findMany({ distinct: ['targetKind', 'target'] }))
    test.queued.push({ queue: 'notices.lane', data: { lane: `${targetKind}:${target}` }, options: {} });
  await test.runQueued();
}
/** What staff read every week, whatever they do with other messages. */
const DIGEST = 'Podsumowanie tygodnia';

/** Reminders in the organisation's channel. */
const posts = () =>
  test.slack.messages
    .filter(
      ({ channelId, message }) => channelId === 'C0PLACE1' && JSON.stringify(message).includes('Przypomnij jutro'),
    )
    .map(({ message }) => message);
const states = async () =>
  (
    await database.db.notice.findMany({
      where: { kind: 'obligations.reminder', targetKind: 'channel' },
      orderBy: { dueAt: 'asc' },
    })
  ).map(({ state }) => state);

describe('the list', () => {
  it('says in plain words what is owed, and by whom where somebody else reads it', async () => {
    await database.db.organisation.updateMany({ data: { name: 'Kowalska & *Synowie*' } });
    const cohort = await database.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const { rows } = await pageOf(test.deps, cohort, test.clock.now(), 1, 'pl');
    const said = (kind: string) => rows.find(({ to }) => to.kind === kind)?.what;
    expect(said('person')).toBe('Kowalska & *Synowie*: Złóżcie plan działania');
    expect(said('organisation')).toBe('Złóżcie plan działania');
    await put(test, staff, { cohortId, kind: 'first_visit', date: '2023-06-08' });
    const again = await pageOf(test.deps, cohort, test.clock.now(), 1, 'pl');
    expect(again.rows.map(({ what }) => what)).toContain('Odbądź pierwszą wizytę: Kowalska & *Synowie*');
  });
});

describe('whoever may not', () => {
  it('is refused every act, written down or foreseen: people outside the team, and staff of another cohort', async () => {
    const other = await makeCohort(test, 'debiuty-2024');
    const strangers = [
      await makePerson(test, 'Halina'),
      await makePerson(test, 'Jan', { roles: [{ role: 'staff', cohortId: other }] }),
      ...cast.experts,
    ];
    const entry = await first();
    const held = (await toPlace())[1] ?? entry;
    expect((await act(rowOf(held), 'hold')).ok).toBe(true);
    const [written] = (await toPlace()).filter(({ state }) => state === 'held');
    for (const who of strangers)
      for (const row of [rowOf(entry), rowOf(written ?? entry)])
        for (const what of ['hold', 'resume', 'cancel', 'hurry', 'reword'] as const)
          expect(await act(row, what, 'Cudze słowa', who)).toEqual({ ok: false, reason: 'not_allowed' });
    // Staff of another cohort cannot reach it by naming their own.
    const jan = strangers[1] ?? staff;
    expect(await act(rowOf(written ?? entry), 'cancel', undefined, jan, other)).toMatchObject({ ok: false });
    expect(await act(rowOf(entry), 'cancel', undefined, jan, other)).toMatchObject({ ok: false });
    await until('2023-06-20T12:00:00+02:00');
    expect(posts()).toHaveLength(3);
    expect(JSON.stringify(posts())).not.toContain('Cudze');
  });

  it('comes second: of two at once one acts, the other is told that it has changed', async () => {
    const entry = await first();
    const both = await Promise.all([act(rowOf(entry), 'hold'), act(rowOf(entry), 'cancel')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed_meanwhile' });
    const [held] = (await toPlace()).filter(({ state }) => state !== 'foreseen');
    if (held) {
      const again = await Promise.all([act(rowOf(held), 'resume'), act(rowOf(held), 'reword', 'Inaczej')]);
      expect(again.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['changed_meanwhile', 'ok']);
    }
    expect(await database.db.notice.count({ where: { kind: 'obligations.reminder' } })).toBe(1);
  });

  it('cannot touch what is said already or is being said', async () => {
    const entry = await first();
    await act(rowOf(entry), 'reword', 'Słowa');
    const { id, version } = await database.db.notice.findFirstOrThrow({ where: { words: 'Słowa' } });
    for (const state of ['sending', 'sent']) {
      await database.db.notice.update({ where: { id }, data: { state } });
      for (const what of ['hold', 'resume', 'cancel', 'hurry', 'reword'] as const)
        expect(await act({ id, version }, what, 'Później')).toEqual({ ok: false, reason: 'already_sent' });
    }
    for (const state of ['dropped', 'cancelled', 'failed']) {
      await database.db.notice.update({ where: { id }, data: { state } });
      expect(await act({ id, version }, 'hold')).toEqual({ ok: false, reason: 'changed_meanwhile' });
    }
  });

  it('a foreseen message that says something else by now is not written down', async () => {
    const entry = await first();
    await put(test, staff, { cohortId, kind: 'confirm', date: '2023-06-08' });
    const row = rowOf(entry);
    const elsewhere = { ...row, ...('at' in row ? { at: '2023-06-05T07:01:00.000Z' } : {}) };
    expect(await act(elsewhere, 'cancel')).toEqual({ ok: false, reason: 'changed_meanwhile' });
    // On Monday 5 June the organisation now hears of both in one message.
    expect(await act(row, 'cancel')).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(await database.db.reminder.count()).toBe(0);
  });
});

describe('a message that staff', () => {
  it('cancel is not said, counts as said, and the later ones come', async () => {
    expect(await act(rowOf(await first()), 'cancel')).toEqual({ ok: true, value: true });
    expect(linesOf(await toPlace())).toHaveLength(1);
    await until('2023-06-20T12:00:00+02:00');
    expect(posts()).toHaveLength(3);
    expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent']);
  });

  it('hold waits, holds up nobody, and goes once when it is let go', async () => {
    await act(rowOf(await first()), 'hold');
    const spec = { kind: 'obligations.reminder', params: { messageId: test.deps.ids.next() }, key: 'x', cohortId };
    await inTransaction(database.db, (tx) =>
      notify(test.deps, tx, { ...spec, to: { channel: 'C0PLACE1' }, at: test.clock.now() }),
    );
    await until('2023-06-12T12:00:00+02:00');
    expect(posts()).toHaveLength(1);
    const held = (await toPlace()).find(({ state }) => state === 'held');
    if (!held) throw new Error('it is gone');
    expect(await act(rowOf(held), 'resume')).toMatchObject({ ok: true });
    await test.runQueued();
    expect(posts()).toHaveLength(2);
    expect(await database.db.reminder.count({ where: { staffSay: { not: null } } })).toBe(0);
    await until('2023-06-20T12:00:00+02:00');
    expect(posts()).toHaveLength(4);
  });

  it('send now goes at once, and not again at its time, also while its owner wanted to hear of it later', async () => {
    const [, second] = await toPlace();
    const data = { snoozedUntil: new Date('2023-06-14T09:00:00+02:00'), remindAt: test.clock.now() };
    await database.db.obligation.updateMany({ where: { ownerKind: 'organisation' }, data });
    const soonest = await first();
    expect(soonest.at).not.toEqual(second?.at);
    expect(await act(rowOf(soonest), 'hurry')).toMatchObject({ ok: true });
    await test.runQueued();
    expect(posts()).toHaveLength(1);
    await until('2023-06-14T12:00:00+02:00');
    expect(posts()).toHaveLength(1);
  });

  it('put into other words goes in these, exactly as typed, with its buttons', async () => {
    const entry = await first();
    const before = await wordsOfEntry(test.deps, entry);
    expect(before).toContain('Złóżcie plan działania');
    const words = 'Kochani, <!channel> *plan* za dwa tygodnie & tyle.\n\n„Cześć”';
    await act(rowOf(entry), 'reword', words);
    const again = await first();
    expect(await wordsOfEntry(test.deps, again)).toBe(words);
    await until('2023-06-05T12:00:00+02:00');
    const [post, ...more] = posts();
    expect(more).toEqual([]);
    expect(post?.blocks[0]).toMatchObject({ type: 'section', text: { type: 'plain_text', text: words } });
    expect(post?.text).toContain('&lt;!channel&gt;');
    const buttons = JSON.stringify(post?.blocks);
    for (const label of ['Przypomnij jutro', 'Poproś o więcej czasu', 'Zrobione']) expect(buttons).toContain(label);
    expect(buttons).not.toContain('Złóżcie plan działania');
  });

  it('have written down dies when its matter is done', async () => {
    await act(rowOf(await first()), 'reword', 'Słowa');
    await change(test, staff, { cohortId, kind: 'plan', act: 'finish' });
    expect((await outbox()).map(({ of }) => 'foreseen' in of && of.foreseen.what)).toEqual([DIGEST, DIGEST]);
    await until('2023-06-20T12:00:00+02:00');
    expect(posts()).toEqual([]);
    expect(await states()).toEqual(['dropped']);
  });

  it('have written down dies when the date moves, and the new date gets reminders of its own', async () => {
    const [soon] = await toPlace();
    await act(rowOf(soon ?? (await first())), 'cancel');
    await act(rowOf(await first()), 'reword', 'Słowa o starym terminie');
    const target = { cohortId, kind: 'plan', date: '2023-06-21' };
    expect((await moved(target)).ok).toBe(true);
    test.queued.length = 0;
    test.slack.messages.length = 0;
    expect(linesOf(await toPlace()).length).toBe(2);
    await until('2023-06-22T12:00:00+02:00');
    const words = posts().map((post) => JSON.stringify(post));
    expect(words).toHaveLength(4);
    expect(words.join()).not.toContain('starym');
  });

  it('have written down is not said while more time is asked for, and is planned anew when the wish is refused', async () => {
    await act(rowOf(await first()), 'reword', 'Słowa');
    const deadline = await database.db.deadline.findFirstOrThrow();
    const wish = {
      requestId: test.deps.ids.next(),
      deadlineId: deadline.id,
      reason: 'Choroba',
      proposedOn: '2023-06-30',
    };
    expect(
      await askForTime(test.deps, await makePerson(test, 'Halina'), test.clock.now(), wish, 'C0PLACE1'),
    ).toMatchObject({ ok: true });
    expect((await toPlace()).filter(({ of }) => 'items' in of)).toEqual([]);
    await until('2023-06-06T12:00:00+02:00');
    expect(posts()).toEqual([]);
    await refuseWish(test.deps, staff, test.clock.now(), { id: wish.requestId, reason: null });
    await until('2023-06-07T12:00:00+02:00');
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify(posts())).not.toContain('Słowa');
  });

  it('have written down is not said while it is snoozed', async () => {
    const [, second] = await toPlace();
    await until('2023-06-05T10:00:00+02:00');
    expect(posts()).toHaveLength(1);
    await act(rowOf((await toPlace())[0] ?? (second as Entry)), 'reword', 'Słowa');
    const { messageId } = await database.db.reminder.findFirstOrThrow({
      where: { recipient: { startsWith: 'place' } },
      orderBy: { at: 'asc' },
    });
    test.clock.set('2023-06-11T12:00:00+02:00');
    await snooze(test.deps, staff, test.clock.now(), { messageId, days: 3 });
    await until('2023-06-13T12:00:00+02:00');
    expect(posts()).toHaveLength(1);
    await until('2023-06-14T12:00:00+02:00');
    expect(posts()).toHaveLength(2);
    expect(JSON.stringify(posts())).not.toContain('Słowa');
  });

  it('touch is recorded: who, what, which', async () => {
    const row = rowOf(await first());
    await act(row, 'hold');
    const [held] = (await toPlace()).filter(({ state }) => state === 'held');
    for (const what of ['reword', 'resume', 'hurry'] as const) {
      const now = (await outbox()).find(
        ({ row: one }) => one && held?.row && 'id' in one && 'id' in held.row && one.id === held.row.id,
      );
      expect(await act(rowOf(now as Entry), what, 'Słowa')).toMatchObject({ ok: true });
    }
    const lines = await database.db.journalEntry.findMany({
      where: { act: { startsWith: 'outbox.' }, cohortId },
      orderBy: { id: 'asc' },
    });
    expect(lines.map(({ act: what, to, personId }) => [what, to, personId])).toEqual([
      ['outbox.hold', 'held', staff.personId],
      ['outbox.reword', 'held', staff.personId],
      ['outbox.resume', 'pending', staff.personId],
      ['outbox.hurry', 'pending', staff.personId],
    ]);
  });
});

/** All dates of a kind move, whatever they were. */
async function moved({ kind, date }: { kind: string; date: string }) {
  const { moveDeadlines, previewMove } = await import('../../../../src/features/deadlines/operations/index.ts');
  const group = { kind, state: 'open' as const, date: '2023-06-19', time: '23:59' };
  const wish = {
    ...{ target: { cohortId, participationId: null, group }, scope: { of: 'all' as const } },
    ...{ date, time: '23:59', reason: 'Zmiana planów', moveId: test.deps.ids.next() },
  };
  const preview = await previewMove(test.deps, staff, test.clock.now(), wish);
  if (!preview.ok) return preview;
  return moveDeadlines(test.deps, staff, test.clock.now(), { ...wish, seen: preview.value.seen });
}
