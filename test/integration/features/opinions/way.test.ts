import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toldBy } from '../../../../src/features/notices/public.ts';
import { releaseAct } from '../../../../src/features/opinions/acts.ts';
import { opinionSource } from '../../../../src/features/opinions/obligations.ts';
import { overdueOpinionsOffer } from '../../../../src/features/opinions/offers.ts';
import {
  confirmReading,
  finishTask,
  isActionSettled,
  opinionWaits,
  react,
  returnOpinion,
  writeOpinion,
} from '../../../../src/features/opinions/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import type { TestDeps } from '../../../support/deps.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import {
  endAction,
  lead,
  makeOpinionStage,
  opinionOf,
  opinionRow,
  releaseOpinion,
  type Stage,
  sendOpinion,
  setAhead,
  stageAfterAction,
} from '../../../support/opinions.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ test, stage } = await stageAfterAction(database.db));
});

const row = () => opinionRow(test, stage);
const now = () => test.clock.now();
const owed = async () => {
  const all = await opinionSource.owed(test.deps, database.db, [(await row()).id]);
  return [...all.values()].flat().map(({ kind }) => kind.replace('opinions.', ''));
};
const shown = (channel = stage.channelId) =>
  JSON.stringify(test.slack.messages.filter(({ channelId }) => channelId === channel).map(({ message }) => message));
/** A date for the opinion before the action had ended: chosen by staff, or written by the rule that follows the action's. */
const ahead = (origin: 'chosen' | 'rule') =>
  setAhead(test, stage, { kind: 'opinion', dueOn: '2024-04-10', dueTime: '18:00', origin });
const giveBack = async (who = stage.staff) => {
  const { id: opinionId, version } = await row();
  return returnOpinion(test.deps, who, now(), { opinionId, version, remarks: 'Proszę o przykład' });
};

describe('the opinion after an action', () => {
  it('falls due fourteen days after it, by the rule of terms, for whoever leads the organisation', async () => {
    expect(await row()).toMatchObject({ state: 'due', dueOn: '2024-03-19', dueTime: '23:59', scope: 'action' });
    expect(await owed()).toEqual(['write', 'self_evaluation']);
    const all = await opinionSource.owed(test.deps, database.db, [(await row()).id]);
    expect([...all.values()].flat()[0]).toMatchObject({ by: { person: stage.expert.personId } });
  });

  it('takes over the date that staff had set for it, when that leaves more time, and nobody is reminded twice', async () => {
    const { participationId } = stage;
    await ahead('chosen');
    await endAction(test, stage);
    expect(await row()).toMatchObject({ dueOn: '2024-04-10', dueTime: '18:00' });
    expect(await database.db.deadline.findFirstOrThrow({ where: { participationId } })).toMatchObject({
      state: 'cancelled',
    });
    await test.runQueued();
    expect(shown()).not.toContain('Usuni');
  });

  it('keeps its own term where a date ahead only followed from that of the action', async () => {
    const { participationId } = stage;
    await ahead('rule');
    await endAction(test, stage);
    expect(await row()).toMatchObject({ dueOn: '2024-03-19', dueTime: '23:59' });
    expect(await database.db.deadline.findFirstOrThrow({ where: { participationId } })).toMatchObject({
      state: 'cancelled',
    });
  });

  it('is a draft of its writer alone until it is sent, and the organisation sees nothing before the release', async () => {
    const later = opinionOf({ send: 'later', smooth: 'Tajne słowa', care: '', recommendations: [] });
    expect(await sendOpinion(test, stage, stage.expert, later)).toMatchObject({ ok: true, value: { isSent: false } });
    expect(await row()).toMatchObject({ state: 'draft', content: null, drafts: [{ personId: stage.expert.personId }] });
    expect(await sendOpinion(test, stage)).toMatchObject({ ok: true, value: { isSent: true } });
    await test.runQueued();
    expect(shown()).not.toMatch(/Tajne|Wiele rozmów|Zaprosić/);
    expect(shown()).not.toContain('opinions_read');
    expect(await owed()).toEqual(['look_over', 'self_evaluation']);
    expect((await row()).drafts).toEqual([]);
  });

  it('goes back with remarks, which the organisation never hears of, and is released after it was corrected', async () => {
    await sendOpinion(test, stage);
    expect(await giveBack()).toMatchObject({ ok: true });
    await test.runQueued();
    expect(shown(stage.expert.slackUserId)).toContain('Proszę o przykład');
    expect(shown()).not.toContain('Proszę o przykład');
    expect(await owed()).toEqual(['write', 'self_evaluation']);
    expect((await row()).drafts).toMatchObject([{ content: { smooth: 'Wiele rozmów z mieszkankami' } }]);
    await sendOpinion(test, stage, stage.expert, opinionOf({ smooth: 'Rozmowy, na przykład na targu' }));
    expect(await releaseOpinion(test, stage)).toMatchObject({ ok: true, value: { number: 1 } });
    await test.runQueued();
    expect(shown()).toContain('na przykład na targu');
    expect(await owed()).toEqual(['self_evaluation', 'read', 'task', 'task']);
  });

  it('that was returned has a term of its own, and staff hear when that is over', async () => {
    test.clock.set('2024-03-20T10:00:00+01:00');
    await sendOpinion(test, stage);
    test.clock.set('2024-03-27T12:00:00+01:00');
    await giveBack();
    expect(await row()).toMatchObject({ state: 'returned', dueOn: '2024-04-03', dueTime: '23:59', isLate: true });
    const all = await opinionSource.owed(test.deps, database.db, [(await row()).id]);
    const due = { date: '2024-04-03', time: '23:59', zone: 'Europe/Warsaw' };
    expect([...all.values()].flat()[0]).toMatchObject({ by: { person: stage.expert.personId }, due });
    const silent = async () => overdueOpinionsOffer(test.deps, database.db, stage.cohortId, now());
    expect(await silent()).toEqual([]);
    test.clock.set('2024-04-04T00:00:00+02:00');
    expect(await silent()).toMatchObject([{ fact: 'overdue_opinion', expertId: stage.expert.personId }]);
  });

  it('returned early keeps the time that it had, and what was put into the draft meanwhile', async () => {
    await sendOpinion(test, stage);
    const { version } = await row();
    await sendOpinion(test, stage, stage.expert, opinionOf({ send: 'later', smooth: 'Dopisane później' }));
    expect(await row()).toMatchObject({ state: 'sent', version, content: { smooth: 'Wiele rozmów z mieszkankami' } });
    await giveBack();
    expect(await row()).toMatchObject({ dueOn: '2024-03-19', drafts: [{ content: { smooth: 'Dopisane później' } }] });
  });

  it('comes to the channel with its PDF and, where there is none yet, as the canvas of the channel', async () => {
    await sendOpinion(test, stage);
    await releaseOpinion(test, stage);
    await test.runQueued();
    const files = [...test.slack.files.values()].filter(({ thread }) => thread?.startsWith(stage.channelId));
    expect(files).toMatchObject([{ name: 'opinia.pdf' }]);
    expect(files[0]?.text.slice(0, 5)).toBe('%PDF-');
    expect(test.slack.canvases.get(stage.channelId)?.markdown).toContain('Wiele rozmów z mieszkankami');
  });

  it.each(['channel_canvas_already_exists', 'restricted_action', 'free_teams_cannot_create_non_tabbed_canvases'])(
    'stands without a canvas when Slack says %s, and asks no more',
    async (code) => {
      const { SlackFailure } = await import('../../../../src/platform/slack/failure.ts');
      test.slack.failNext('createCanvas', new SlackFailure(code));
      await sendOpinion(test, stage);
      await releaseOpinion(test, stage);
      await test.runQueued();
      expect(test.slack.canvases.size).toBe(0);
      expect(shown()).toContain('Wiele rozmów');
      expect((await row()).canvasNumber).toBe(1);
    },
  );

  it('changes after its release only by a further version with its reason, and the PDF is replaced', async () => {
    await sendOpinion(test, stage);
    await releaseOpinion(test, stage);
    await test.runQueued();
    expect(await sendOpinion(test, stage, stage.expert, opinionOf())).toMatchObject({ reason: 'reason_missing' });
    const changed = opinionOf({ smooth: 'Poprawione', reason: 'Pomyliłam datę', recommendations: ['Opisać wyniki'] });
    await sendOpinion(test, stage, stage.expert, changed);
    await test.runQueued();
    expect(shown()).not.toContain('Poprawione');
    const before = new Map(test.slack.files);
    expect(await releaseOpinion(test, stage)).toMatchObject({ value: { number: 2 } });
    await test.runQueued();
    const { versions, tasks } = await row();
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [1, null],
      [2, 'Pomyliłam datę'],
    ]);
    expect(tasks.map(({ text, state }) => `${text} ${state}`).sort()).toEqual([
      'Opisać wyniki open',
      'Zaprosić wcześniej dropped',
    ]);
    expect(shown()).toContain('Pomyliłam datę');
    expect(shown()).toContain('Jest nowsza wersja tej opinii: 2.');
    expect(shown()).not.toContain('Wiele rozmów');
    const files = [...test.slack.files].filter(([, { name }]) => name === 'opinia.pdf');
    expect(files).toHaveLength(2);
    expect(files.filter(([id]) => before.has(id))).toEqual([]);
    expect(test.slack.canvases.get(stage.channelId)?.markdown.indexOf('Poprawione')).toBeLessThan(
      test.slack.canvases.get(stage.channelId)?.markdown.indexOf('Wiele') ?? 0,
    );
    await expect(database.db.opinionVersion.updateMany({ data: { reason: 'inny' } })).rejects.toThrow('append-only');
  });

  it('each publication is said to its writer, however often it was returned before', async () => {
    await sendOpinion(test, stage);
    await giveBack();
    for (const reason of ['Pierwszy', 'Drugi', 'Trzeci']) {
      await sendOpinion(test, stage, stage.expert, opinionOf({ reason }));
      expect(await releaseOpinion(test, stage)).toMatchObject({ ok: true });
    }
    const told = { kind: 'opinions.returned', target: stage.expert.personId };
    expect(await database.db.notice.count({ where: told })).toBe(4);
  });

  it('released by mistake can be set right in the channel where it was said', async () => {
    await sendOpinion(test, stage);
    const { id: opinionId, version } = await row();
    await releaseOpinion(test, stage);
    await test.runQueued();
    const plan = await releaseAct.correction(database.db, { opinionId, version }, { number: 1 });
    const heard = await toldBy(database.db, plan?.told.map(({ key }) => key) ?? []);
    expect([...heard.values()]).toEqual([{ channel: stage.channelId }]);
    expect(plan?.draft.pl).toContain('Stowarzyszenie Zmyślony Ogród');
  });

  it('a further version that is returned leaves the released one standing', async () => {
    await sendOpinion(test, stage);
    await releaseOpinion(test, stage);
    await sendOpinion(test, stage, stage.expert, opinionOf({ smooth: 'Inaczej', reason: 'Nowe fakty' }));
    await giveBack();
    expect(await row()).toMatchObject({ state: 'released', number: 1 });
    expect(await owed()).not.toContain('write');
  });

  it('after a cancelled action is on its preparation only', async () => {
    await endAction(test, stage, 'cancelled');
    expect(await row()).toMatchObject({ scope: 'preparation' });
    expect(await sendOpinion(test, stage)).toMatchObject({ reason: 'not_observed' });
    await sendOpinion(test, stage, stage.expert, opinionOf({ evidence: 'documents' }));
    await releaseOpinion(test, stage);
    await test.runQueued();
    expect(shown()).toContain('opinia dotyczy przygotowań');
  });

  it('waits when the action turns out to be moved, and settles what was said of it once it was sent', async () => {
    const { participationId, cohortId, actionId, member } = stage;
    expect(await isActionSettled(database.db, actionId)).toBe(false);
    const moved = { participationId, cohortId, actionId };
    await inTransaction(database.db, (tx) => opinionWaits(test.deps, tx, member, now(), moved));
    expect([(await row()).state, await owed()]).toEqual(['not_due', []]);
    await endAction(test, stage, 'held', '2024-04-02');
    expect(await row()).toMatchObject({ state: 'due', dueOn: '2024-04-16' });
    await sendOpinion(test, stage);
    expect(await isActionSettled(database.db, actionId)).toBe(true);
  });

  it('sent in its last minute is in time, and a second later it is late and says so to staff', async () => {
    const second = await makeOpinionStage(test);
    await endAction(test, second);
    test.clock.set('2024-03-19T23:59:59+01:00');
    await sendOpinion(test, stage);
    expect((await row()).isLate).toBe(false);
    test.clock.set('2024-03-20T00:00:00+01:00');
    await sendOpinion(test, second);
    expect((await opinionRow(test, second)).isLate).toBe(true);
  });

  it('unsent after its term is a silence of whoever writes it', async () => {
    const silent = async () => overdueOpinionsOffer(test.deps, database.db, stage.cohortId, now());
    expect(await silent()).toEqual([]);
    test.clock.set('2024-03-20T00:00:00+01:00');
    expect(await silent()).toMatchObject([{ fact: 'overdue_opinion', expertId: stage.expert.personId }]);
    await sendOpinion(test, stage);
    expect(await silent()).toEqual([]);
  });
});

describe('the organisation', () => {
  const read = async (number = 1, who = stage.member, channelId: string | null = null) =>
    confirmReading(test.deps, who, now(), { opinionId: (await row()).id, number }, channelId);
  const say = async (kind: 'comment' | 'question', who = stage.member) =>
    react(test.deps, who, now(), { opinionId: (await row()).id, kind, text: 'Dziękujemy za uwagi' }, null);

  it('confirms reading once, and of the newest version only', async () => {
    expect(await read()).toMatchObject({ reason: 'not_released' });
    await sendOpinion(test, stage);
    await releaseOpinion(test, stage);
    expect(await read(1, stage.expert)).toMatchObject({ reason: 'not_yours' });
    expect((await Promise.all([read(), read()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    await sendOpinion(test, stage, stage.expert, opinionOf({ reason: 'Literówka' }));
    await releaseOpinion(test, stage);
    expect(await read(1)).toMatchObject({ reason: 'not_newest' });
    expect(await read(2)).toMatchObject({ ok: true });
  });

  it('reacts once, which the writer and staff hear and the opinion keeps', async () => {
    await sendOpinion(test, stage);
    expect(await say('comment')).toMatchObject({ reason: 'not_released' });
    await releaseOpinion(test, stage);
    expect((await Promise.all([say('question'), say('comment')])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await say('comment')).toMatchObject({ reason: 'already_reacted' });
    await test.runQueued();
    for (const place of [stage.channelId, stage.expert.slackUserId])
      expect(shown(place)).toContain('Dziękujemy za uwagi');
  });

  it('is heard by whoever leads it now, beside whoever wrote the opinion', async () => {
    await sendOpinion(test, stage);
    await releaseOpinion(test, stage);
    await lead(test, stage.participationId, stage.other.personId);
    await say('question');
    await test.runQueued();
    for (const who of [stage.expert, stage.other]) expect(shown(who.slackUserId)).toContain('Dziękujemy za uwagi');
  });

  it('closes a recommendation as done, once', async () => {
    await sendOpinion(test, stage);
    await releaseOpinion(test, stage);
    const { tasks } = await row();
    const done = (who = stage.member) => finishTask(test.deps, who, now(), tasks[0]?.id ?? '', null);
    expect(await done(stage.staff)).toMatchObject({ reason: 'not_yours' });
    expect([(await done()).ok, (await done()).ok]).toEqual([true, false]);
    expect(await owed()).toEqual(['self_evaluation', 'read', 'task']);
  });
});

describe('words that were written', () => {
  const send = (version: number, form = opinionOf()) =>
    row().then(({ id: opinionId }) => writeOpinion(test.deps, stage.expert, now(), { opinionId, version }, form));
  const words = { smooth: 'Długo pisane słowa' };

  it('are sent from a form that was open while a draft was kept in another', async () => {
    const { version } = await row();
    expect(await send(version, opinionOf({ send: 'later' }))).toMatchObject({ ok: true });
    expect(await send(version)).toMatchObject({ ok: true, value: { isSent: true } });
  });

  it('are in the draft when what was said of the action has changed meanwhile', async () => {
    const { version } = await row();
    await endAction(test, stage, 'cancelled');
    expect(await send(version, opinionOf(words))).toMatchObject({ reason: 'changed_kept' });
    expect(await row()).toMatchObject({ state: 'draft', content: null, drafts: [{ content: words }] });
  });

  it('are kept as a draft at any time, also while the opinion waits for its action', async () => {
    const { participationId, cohortId, actionId, member } = stage;
    const { version } = await row();
    const moved = { participationId, cohortId, actionId };
    await inTransaction(database.db, (tx) => opinionWaits(test.deps, tx, member, now(), moved));
    expect(await send(version, opinionOf({ ...words, send: 'later' }))).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ state: 'not_due', drafts: [{ content: words }] });
  });
});

describe('two at once', () => {
  it('send the same form twice: one effect', async () => {
    const { id: opinionId, version } = await row();
    const send = () => writeOpinion(test.deps, stage.expert, now(), { opinionId, version }, opinionOf());
    expect((await Promise.all([send(), send()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    const staffs = await database.db.notice.count({ where: { kind: 'opinions.sent' } });
    expect(staffs).toBe(1);
  });

  it('of staff decide differently: the first counts, the other is told', async () => {
    await sendOpinion(test, stage);
    const seen = await row();
    const both = await Promise.all([releaseOpinion(test, stage), giveBack(stage.colleague)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed_meanwhile' });
    expect((await row()).version).toBe(seen.version + 1);
  });

  it('leave no invariant broken', async () => {
    expect(await brokenInvariants(database.db)).toEqual([]);
  });
});
