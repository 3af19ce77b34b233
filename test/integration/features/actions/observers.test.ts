import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { actions } from '../../../../src/features/actions/index.ts';
import { actionSource } from '../../../../src/features/actions/obligations.ts';
import {
  agreeToDate,
  answerDate,
  declineDate,
  moveDate,
  nameObserver,
  writeNotes,
} from '../../../../src/features/actions/operations/index.ts';
import { actionOf, observationOf } from '../../../../src/features/actions/public.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { ACTION_FEATURES, makeAction, makeStage, planned, type Stage } from '../../../support/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';

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
  await test.runQueued();
});

type Who = 'member' | 'expert' | 'other' | 'staff' | 'stranger';
const now = () => test.clock.now();
const date = async () => {
  const [first] = await database.db.actionDate.findMany({ where: { actionId }, orderBy: { startsAt: 'asc' } });
  if (!first) throw new Error('no date');
  return first;
};
const asked = async () => {
  const { id: dateId, sequence } = await date();
  return { dateId, sequence };
};
const seen = async () => {
  const { id: dateId, version } = await date();
  return { dateId, version };
};
const agree = async (who: Who = 'expert') => agreeToDate(test.deps, stage[who], now(), await asked());
const decline = async (proposed: Who | null = null, who: Who = 'expert') =>
  declineDate(test.deps, stage[who], now(), {
    ...(await asked()),
    ...{ reason: 'grypa', proposedId: proposed && stage[proposed].personId },
  });
const ask = async (whom: Who, who: Who = 'staff') =>
  nameObserver(test.deps, stage[who], now(), { ...(await seen()), expertId: stage[whom].personId });
const day = async () => (await actionOf(database.db, stage.participationId))?.dates[0];
const messages = () => JSON.stringify(test.slack.messages.map(({ message }) => message));
const owed = async () =>
  [...(await actionSource.owed(test.deps, database.db, [stage.participationId])).values()].flat();
const held = async () => {
  test.clock.set('2024-06-05T10:00:00+02:00');
  return answerDate(test.deps, stage.member, now(), { ...(await seen()), how: 'hold', reason: null, channelId: null });
};

describe('whoever observes a date', () => {
  it('says yes, also after a no, and nobody answers for them', async () => {
    expect(await agree('other')).toMatchObject({ reason: 'not_allowed' });
    expect(await agree('staff')).toMatchObject({ reason: 'not_allowed' });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await day()).toMatchObject({ attends: 'agreed', observerId: stage.expert.personId });
    await decline();
    expect(await day()).toMatchObject({ attends: 'not', observerId: null });
    await agree();
    expect(await day()).toMatchObject({ attends: 'agreed' });
  });

  it('gets the date for their calendar with the yes', async () => {
    await agree();
    await test.runQueued();
    const files = test.slack.messages.flatMap(({ message }) => message.files ?? []);
    expect(messages()).toContain('Zapisane: będziesz');
    expect(files.length + (await database.db.noticeFile.count())).toBeGreaterThan(0);
  });

  it('on the day itself falls ill: staff see it, and ask whom the expert proposes', async () => {
    test.clock.set('2024-06-04T08:00:00+02:00');
    expect(await decline('member')).toMatchObject({ reason: 'not_an_observer' });
    expect(await decline('other')).toMatchObject({ ok: true });
    await test.runQueued();
    expect(messages()).toContain('Poproś: Dariusz Zmyślony');
    expect((await owed()).map(({ kind }) => kind)).toContain('actions.observer');
    expect(await ask('other', 'member')).toMatchObject({ reason: 'not_allowed' });
    expect(await ask('other')).toMatchObject({ ok: true, value: { name: 'Dariusz Zmyślony' } });
    expect(await agree()).toMatchObject({ reason: 'not_allowed' });
    expect(await agree('other')).toMatchObject({ ok: true });
    expect(await day()).toMatchObject({ observerId: stage.other.personId });
    expect((await owed()).map(({ kind }) => kind)).not.toContain('actions.observer');
  });

  it('is nobody with a tie to the organisation (invariant 4)', async () => {
    await database.db.tie.create({
      data: {
        ...{ id: test.deps.ids.next(), expertId: stage.other.personId, organisationId: stage.organisationId },
        ...{ category: 'family', declaredAt: now(), declaredBy: stage.other.personId },
      },
    });
    expect(await ask('other')).toMatchObject({ reason: 'not_an_observer' });
  });

  it('is asked anew when the date moves; the yes to the old time does not hold', async () => {
    const old = await asked();
    await agree();
    const wish = { ...(await seen()), planned: planned('2024-06-11'), reason: null, channelId: null };
    await moveDate(test.deps, stage.member, now(), wish);
    expect(await day()).toMatchObject({ attends: 'asked', observerId: null });
    expect(await agreeToDate(test.deps, stage.expert, now(), old)).toMatchObject({ reason: 'changed_meanwhile' });
    await test.runQueued();
    expect(messages()).toContain('Ten termin zmienił się');
  });

  const handOver = (successorId: string | null) =>
    inTransaction(database.db, async (tx) => {
      const of = { cohortId: stage.cohortId, participationId: stage.participationId };
      const doing = { deps: test.deps, tx, actor: stage.staff, now: now() };
      for (const hook of actions.onHandOver ?? [])
        await hook(doing, { ...of, formerId: stage.expert.personId, successorId });
    });

  it('changes with the organisation’s expert: the question goes to the successor, the notes stay with the author', async () => {
    await agree();
    const notes = { text: 'Tajne spostrzeżenie', offered: [], observed: [], absence: null };
    await writeNotes(test.deps, stage.expert, now(), { actionId, version: 0, notes });
    await handOver(stage.other.personId);
    expect(await day()).toMatchObject({ attends: 'asked', observerId: null });
    expect((await date()).expertId).toBe(stage.other.personId);
    expect(await observationOf(database.db, actionId, stage.other.personId)).toBeNull();
    expect(await observationOf(database.db, actionId, stage.expert.personId)).toMatchObject({
      text: 'Tajne spostrzeżenie',
    });
    await handOver(null);
    expect((await date()).expertId).toBe(stage.other.personId);
    const brief =
      (await actions.handOverBriefs?.[0]?.(test.deps, database.db, stage.participationId, 'pl'))?.join() ?? '';
    expect(brief).toContain('Spacer badawczy');
    expect(brief).not.toContain('Tajne');
  });

  it('without a successor is nobody, until there is one', async () => {
    await handOver(null);
    expect(await day()).toMatchObject({ attends: null });
  });

  it('when away is replaced by the substitute, or staff hear that nobody observes', async () => {
    const away = (substituteId: string | null, expertId: string) =>
      inTransaction(database.db, async (tx) => {
        const doing = { deps: test.deps, tx, actor: stage.staff, now: now() };
        const [from, until] = [new Date('2024-06-03T22:00:00Z'), new Date('2024-06-05T22:00:00Z')];
        for (const hook of actions.onAway ?? [])
          await hook(doing, { absenceId: test.deps.ids.next(), expertId, from, until, substituteId });
      });
    await agree();
    await away(stage.other.personId, stage.expert.personId);
    expect((await date()).expertId).toBe(stage.other.personId);
    await away(null, stage.other.personId);
    expect(await day()).toMatchObject({ attends: 'not' });
    await test.runQueued();
    expect(messages()).toContain('Potrzebna osoba obserwująca');
  });
});

describe('observation notes', () => {
  const write = async (who: Who, text = 'Tajne spostrzeżenie', version = 0, observed?: readonly string[]) =>
    writeNotes(test.deps, stage[who], now(), {
      ...{ actionId, version },
      notes: { text, offered: [(await date()).id], observed: observed ?? [(await date()).id], absence: null },
    });

  const press = (id: string, actor: Actor, value: unknown) => {
    const handling = { deps: test.deps, actor, now: now(), channelId: stage.channelId };
    const action = actions.actions?.find((one) => one.id === id);
    return action?.run(handling, JSON.stringify(value), {});
  };

  it('are written by whoever observes alone, and not overwritten unseen', async () => {
    for (const who of ['member', 'staff', 'stranger', 'other'] as const)
      expect(await write(who)).toMatchObject({ reason: 'not_allowed' });
    expect(await write('expert')).toMatchObject({ ok: true });
    expect(await write('expert', 'inne')).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await write('expert', 'inne', 1)).toMatchObject({ ok: true });
  });

  it('say at which dates their author was; away is not observed, with why', async () => {
    await agree();
    await held();
    expect(await day()).toMatchObject({ observed: null });
    await write('expert');
    expect(await day()).toMatchObject({ observed: true });
    const notes = { text: '', offered: [(await date()).id], observed: [], absence: 'pociąg' };
    await writeNotes(test.deps, stage.expert, now(), { actionId, version: 1, notes });
    expect([(await day())?.observed, (await date()).absence]).toEqual([false, 'pociąg']);
    const page = async (who: Who) => JSON.stringify(await press('actions_page', stage[who], { actionId }));
    expect(await page('staff')).toContain('pociąg');
    expect(await page('member')).not.toContain('pociąg');
  });

  it('whoever had said no is not observing, without being asked for notes', async () => {
    await decline();
    await held();
    expect(await day()).toMatchObject({ observed: false });
    expect(await database.db.notice.count({ where: { kind: 'actions.note', cohortId: stage.cohortId } })).toBe(0);
  });

  it('are shown to nobody but their author, whatever a button’s value says', async () => {
    await agree();
    await held();
    await write('expert');
    await test.runQueued();
    for (const who of ['member', 'staff', 'stranger', 'other'] as const) {
      const reply = await press('actions_note', stage[who], { actionId });
      expect(reply?.kind).toBe('ephemeral');
      const forged = await press('actions_note', stage[who], { actionId, authorId: stage.expert.personId });
      expect(forged).toBeNull();
      const page = await press('actions_page', stage[who], { actionId });
      expect(JSON.stringify([reply, page])).not.toContain('Tajne');
    }
    expect(JSON.stringify(await press('actions_note', stage.expert, { actionId }))).toContain('Tajne spostrzeżenie');
  });

  it('stay out of messages, journal, matters and every other table', async () => {
    await agree();
    await held();
    await write('expert');
    await test.runQueued();
    expect(messages()).not.toContain('Tajne');
    const tables = await database.db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    const holding: string[] = [];
    for (const { name } of tables) {
      const found = await database.db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" t WHERE t::text LIKE '%Tajne spostrze%' LIMIT 1`,
      );
      if (found.length > 0) holding.push(name);
    }
    expect(holding).toEqual(['ObservationNote']);
  });

  it('the next observer writes their own and sees none but these', async () => {
    await write('expert');
    await ask('other');
    expect(await write('other', 'Moje')).toMatchObject({ ok: true });
    expect(JSON.stringify(await press('actions_note', stage.other, { actionId }))).not.toContain('Tajne');
    expect(JSON.stringify(await press('actions_note', stage.expert, { actionId }))).not.toContain('Moje');
  });
});
