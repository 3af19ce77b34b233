import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { startOf, writeReleasePlace } from '../../../../src/features/applications/ids/decisions.ts';
import { prepareDecision } from '../../../../src/features/applications/operations/decide.ts';
import { standingResults } from '../../../../src/features/applications/queries/results.ts';
import { decisionHandlers } from '../../../../src/features/applications/slack/decisions.ts';
import { releaseView } from '../../../../src/features/applications/slack/review-release.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { participations } from '../../../../src/features/participations/index.ts';
import { IDS } from '../../../../src/features/undo/ids.ts';
import { undo } from '../../../../src/features/undo/index.ts';
import {
  correctAction,
  correctView,
  nowAction,
  toOptions,
  undoAction,
  undoCommand,
} from '../../../../src/features/undo/slack.ts';
import type { Feature } from '../../../../src/platform/feature.ts';
import type { FormValues } from '../../../../src/platform/slack/form.ts';
import type { Handling, ViewHandler } from '../../../../src/platform/slack/handlers.ts';
import { makeCall, makeSent, versionOf } from '../../../support/applications.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';
import { dumpOf } from '../../../support/undo.ts';

const review: Feature = { name: 'applications', ...decisionHandlers };

let database: TestDatabase;
let test: TestDeps;
let anna: Actor;
let callId: string;
let admitted: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A call with everything decided. */
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [notices, undo, participations, review]);
  const cohortId = await makeCohort(test);
  anna = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId }] });
  callId = await makeCall(test, cohortId, { places: 2 });
  const [first] = await Promise.all([ready(1, 'admitted'), ready(2, 'refused'), ready(3, 'refused')]);
  admitted = first;
});

async function ready(number: number, decision: string): Promise<string> {
  const editor = await makePerson(test, `Osoba ${number}`);
  const prepared = { preparedDecision: decision, preparedReason: 'Za mało o sąsiadach' };
  const change = { state: 'formally_accepted', formalResult: 'accepted', ...prepared };
  return makeSent(test, callId, { editor, number, change });
}

const as = (actor = anna): Handling => ({ deps: test.deps, actor, now: test.clock.now(), channelId: null });
const words = (reply: unknown): string => JSON.stringify(reply);
async function submit(view: ViewHandler, values: FormValues, metadata: unknown) {
  const parsed = await view.parse(test.deps, values, metadata, 'pl');
  if (!parsed?.ok) throw new Error(words(parsed));
  return parsed.run(as());
}
async function ask() {
  const { seen } = await standingResults(database.db, callId);
  return submit(releaseView, { publish: ['yes'] }, writeReleasePlace(startOf(callId), seen));
}
const actId = async () => (await database.db.waitingAct.findFirstOrThrow({ orderBy: { writtenAt: 'desc' } })).id;
async function later(minutes: number): Promise<void> {
  test.clock.advance(minutes * 60_000);
  for (const { run } of undo.ticks ?? []) await run(test.deps, test.clock.now());
  await test.runQueued();
}
const said = (text: string) => test.slack.messages.filter(({ message }) => words(message).includes(text));

describe('a release of results', () => {
  it('waits with its buttons, is not offered again, and undone it leaves nothing (N11)', async () => {
    const before = await dumpOf(database.db);
    const reply = words(await ask());
    expect(reply).toContain('Czeka do godz. 10:05:* ogłoszenie wyników');
    expect(reply).toContain('Swój wynik dostaną 3 organizacje. Lista przyjętych pojawi się w kanale edycji.');
    expect(reply).toContain('za 5 minut');
    const again = words(await ask());
    expect(again).toContain('Ogłoszenie wyników już czeka');
    expect(again).toContain(IDS.undo);
    expect(again).not.toContain('"submit"');
    expect(words(await undoCommand.run(as(), ''))).toContain('Czeka 1 czynność');
    const undone = words(await undoAction.run(as(), await actId(), {}));
    expect(undone).toContain('Cofnięto:* ogłoszenie wyników (Edycja debiuty-2024). Nikt nic nie dostał');
    await later(10);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(test.slack.messages).toEqual([]);
    expect(words(await undoAction.run(as(), await actId(), {}))).toContain('Już cofnięto');
  });

  it('is refused when a decision changes while it waits, because its preview is another', async () => {
    await ask();
    const version = await versionOf(test, admitted);
    const wish = { decision: 'refused', reason: 'Jednak nie', position: null } as const;
    const changed = await prepareDecision(test.deps, anna, test.clock.now(), { id: admitted, version, wish });
    expect(changed).toMatchObject({ ok: true });
    await later(5);
    expect(said('Swój wynik')).toEqual([]);
    expect(said('Nie wykonano').map(({ channelId }) => channelId)).toEqual(['Gdebiuty-2024']);
    expect(words(said('Nie wykonano'))).toContain('zmieniły się od podglądu');
    expect(await database.db.notice.count({ where: { kind: 'applications.result' } })).toBe(0);
    expect(words(await undoAction.run(as(), await actId(), {}))).toContain('już się nie wykona');
  });

  it('done at once is said, and what is said by mistake is corrected once, to one or to all', async () => {
    await ask();
    expect(words(await nowAction.run(as(), await actId(), {}))).toContain('Wykonano:* ogłoszenie wyników');
    expect(words(await nowAction.run(as(), await actId(), {}))).toContain('Już wykonano');
    await test.runQueued();
    expect(said('dołącza do programu!')).toHaveLength(1);
    const id = await actId();
    const form = words(await undoAction.run(as(), id, {}));
    expect(form).toContain('"callbackId":"undo_correct"');
    expect(form).toContain('Do wszystkich (4)');
    const choices = await toOptions.run(as(), '', { actId: id });
    expect(choices.map(({ text }) => text)).toEqual([
      ...['Do wszystkich (4)', 'Zmyślona Organizacja 1', 'Zmyślona Organizacja 2', 'Zmyślona Organizacja 3'],
      '#debiuty-2024',
    ]);
    expect(await toOptions.run(as(), 'organizacja 2', { actId: id })).toHaveLength(1);
    const text = 'W wyniku jest błąd.';
    const one = await submit(correctView, { text, [IDS.to]: choices[2]?.value ?? '' }, { actId: id });
    expect(words(one)).toContain('Sprostowanie wysłane:* 1 odbiorca');
    const rest = await submit(correctView, { text, [IDS.to]: 'all' }, { actId: id });
    expect(words(rest)).toContain('Sprostowanie wysłane:* 3 odbiorców');
    expect(words(await submit(correctView, { text }, { actId: id }))).toContain('Nie ma kogo prostować');
    await test.runQueued();
    expect(said(text)).toHaveLength(4);
    expect(words(await correctAction.run(as(), id, {}))).toContain('Nie ma kogo prostować');
  });

  it('is nothing to anybody else', async () => {
    await ask();
    const stranger = await makePerson(test, 'Ktoś Obcy');
    for (const reply of [
      await undoAction.run(as(stranger), await actId(), {}),
      await nowAction.run(as(stranger), await actId(), {}),
      await correctAction.run(as(stranger), await actId(), {}),
      await undoCommand.run(as(stranger), ''),
    ])
      expect(words(reply)).toContain('To może zrobić tylko zespół tej edycji programu.');
    expect(await toOptions.run(as(stranger), '', { actId: await actId() })).toEqual([]);
    expect(undoCommand.help(stranger, 'pl')).toBeNull();
  });
});
