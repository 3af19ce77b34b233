import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/core/outcome.ts';
import { actions } from '../../../../src/features/actions/index.ts';
import { actionSource } from '../../../../src/features/actions/obligations.ts';
import {
  answerDate,
  type ReportRefusal,
  sendReport,
  withdrawConsent,
} from '../../../../src/features/actions/operations/index.ts';
import { ACTION_FEATURES, type Heard, hearing, makeAction, makeStage, type Stage } from '../../../support/actions.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;
let heard: Heard;
let actionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice"');
  heard = { ended: [], reopened: [], settled: false };
  test = testDeps(database.db, [...ACTION_FEATURES, hearing(heard)]);
  test.clock.set('2024-05-06T12:00:00+02:00');
  stage = await makeStage(test);
  actionId = await makeAction(test, stage, '2024-06-04');
  test.clock.set('2024-06-05T10:00:00+02:00');
});

const end = async (how: 'hold' | 'cancel'): Promise<void> => {
  const { id: dateId, version } = await database.db.actionDate.findFirstOrThrow({ where: { actionId } });
  const wish = { dateId, version, how, reason: null, channelId: null };
  await answerDate(test.deps, stage.member, test.clock.now(), wish);
};
type Change = Partial<Parameters<typeof sendReport>[3]['report']>;
const send = (
  version: number,
  change: Change = {},
  who: 'member' | 'expert' | 'staff' | 'stranger' = 'member',
): Promise<Outcome<{ readonly photos: number; readonly isFirst: boolean }, ReportRefusal>> => {
  const said = {
    people: 12,
    description: 'Przeszliśmy park.',
    links: ['https://plakat.example'],
    photos: [],
    hasConsent: false,
  };
  const wish = { actionId, version, report: { ...said, ...change }, channelId: null };
  return sendReport(test.deps, stage[who], test.clock.now(), wish);
};
/** What a button of the action opens. */
const opened = async (button: string, who: 'member' | 'expert' = 'member'): Promise<string> => {
  const handling = { deps: test.deps, actor: stage[who], now: test.clock.now(), channelId: null };
  const action = actions.actions?.find(({ id }) => id === button);
  return JSON.stringify(await action?.run(handling, JSON.stringify({ actionId }), {}));
};
const photos = () => database.db.actionPhoto.count({ where: { actionId } });
const owed = async () =>
  [...(await actionSource.owed(test.deps, database.db, [stage.participationId])).values()]
    .flat()
    .map(({ kind }) => kind);

describe('the report of an action', () => {
  it('comes after what was held, from the organisation or staff for it', async () => {
    expect(await send(0)).toMatchObject({ reason: 'not_held' });
    await end('hold');
    expect(await send(0, {}, 'stranger')).toMatchObject({ reason: 'not_allowed' });
    expect(await send(0, {}, 'expert')).toMatchObject({ reason: 'not_allowed' });
    expect(await owed()).toEqual(['actions.report']);
    expect(await send(0, {}, 'staff')).toMatchObject({ ok: true, value: { isFirst: true } });
    expect(await owed()).toEqual([]);
    const line = await database.db.journalEntry.findFirstOrThrow({
      where: { act: 'actions.report', subjectId: actionId },
    });
    expect(line).toMatchObject({ role: 'staff', onBehalfOf: 'Stowarzyszenie Zmyślony Ogród' });
  });

  it('of an action that was called off is not owed', async () => {
    await end('cancel');
    expect(await send(0)).toMatchObject({ reason: 'not_held' });
    expect(await owed()).toEqual([]);
  });

  it('keeps photos with consent alone, and the database says so too', async () => {
    await end('hold');
    expect(await send(0, { photos: ['F1'] })).toMatchObject({ reason: 'no_consent' });
    expect(await send(0, { hasConsent: false })).toMatchObject({ ok: true });
    const photo = {
      id: test.deps.ids.next(),
      actionId,
      fileId: 'F9',
      consentBy: actionId,
      consentAt: test.clock.now(),
    };
    await expect(database.db.actionPhoto.create({ data: photo })).rejects.toThrow();
    expect(await send(1, { photos: ['F1', 'F2'], hasConsent: true })).toMatchObject({ value: { photos: 2 } });
    expect(await send(2, { photos: ['F2', 'F3'], hasConsent: true })).toMatchObject({ value: { photos: 3 } });
  });

  it('loses its photos when the consent is taken back', async () => {
    await end('hold');
    await send(0, { photos: ['F1'], hasConsent: true });
    expect(await photos()).toBe(1);
    expect(await send(1, { hasConsent: false })).toMatchObject({ value: { photos: 0 } });
    expect(await photos()).toBe(0);
  });

  it('loses them as easily once the opinion was sent, and where it was said (DP-1)', async () => {
    await end('hold');
    await send(0, { photos: ['F1', 'F2'], hasConsent: true });
    await test.runQueued();
    const shown = () => JSON.stringify(test.slack.messages.map(({ message }) => message.blocks));
    expect(shown()).toContain('slack_file');
    heard.settled = true;
    const withdraw = (who: 'member' | 'expert' | 'staff') =>
      withdrawConsent(test.deps, stage[who], test.clock.now(), { actionId, channelId: null });
    expect(await opened('actions_page')).toContain('Wycofaj zgodę');
    expect(await opened('actions_page', 'expert')).not.toContain('Wycofaj zgodę');
    expect(await withdraw('expert')).toMatchObject({ reason: 'not_allowed' });
    expect([await withdraw('member'), await withdraw('staff')]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await photos()).toBe(0);
    const where = { act: 'actions.withdraw_consent', subjectId: actionId };
    expect(await database.db.journalEntry.count({ where })).toBe(1);
    await test.runQueued();
    expect(shown()).not.toContain('slack_file');
    expect(await opened('actions_page')).not.toContain('Wycofaj zgodę');
  });

  it('has room for ten photos in all', async () => {
    await end('hold');
    const ten = Array.from({ length: 10 }, (_, n) => `F${n}`);
    expect(await send(0, { photos: ten, hasConsent: true })).toMatchObject({ value: { photos: 10 } });
    expect(await send(1, { photos: ['F10'], hasConsent: true })).toMatchObject({ reason: 'many_photos' });
    expect(await send(1, { hasConsent: true })).toMatchObject({ value: { photos: 10 } });
    expect(await opened('actions_report')).not.toContain('file_input');
  });

  it('takes the pictures that Slack shows in a message', async () => {
    await end('hold');
    expect(await opened('actions_report')).toContain('"filetypes":["jpg","jpeg","png","gif"]');
  });

  it('sent twice at once is one; corrected until the opinion is sent, and a late one is taken after it', async () => {
    await end('hold');
    const both = await Promise.all([send(0), send(0)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await send(1, { people: 3 })).toMatchObject({ ok: true, value: { isFirst: false } });
    heard.settled = true;
    expect(await send(2, { people: 4 })).toMatchObject({ reason: 'opinion_sent' });
    await database.db.actionReport.deleteMany({ where: { actionId } });
    expect(await send(0)).toMatchObject({ ok: true });
  });

  it('that comes after its term is taken and marked, no more (32)', async () => {
    await end('hold');
    test.clock.set('2024-06-12T00:00:00+02:00');
    await send(0, { people: 0 });
    await test.runQueued();
    const said = JSON.stringify(test.slack.messages.map(({ message }) => message));
    expect(said).toContain('0 osób');
    expect(said).toContain('Przyszło po terminie, to tylko informacja.');
    expect(said).not.toContain('błąd');
  });
});
