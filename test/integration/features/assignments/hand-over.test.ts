import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { handOverAct } from '../../../../src/features/assignments/acts/hand-over.ts';
import { findKind } from '../../../../src/features/assignments/obligations.ts';
import {
  acceptProposal,
  handOver,
  leaveDue,
  proposeExpert,
  stopHandOver,
} from '../../../../src/features/assignments/operations/index.ts';
import { handOverTexts } from '../../../../src/features/assignments/texts/hand-over.ts';
import { reportDone } from '../../../../src/features/deadlines/operations/index.ts';
import { features } from '../../../../src/features/index.ts';
import { retryChannel } from '../../../../src/features/participations/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import type { HandOver } from '../../../../src/platform/feature.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let placeId: string;
let assignmentId: string;
let staff: Actor;
let ewa: Actor;
let feliks: Actor;
let heard: HandOver[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = (): Date => test.clock.now();

async function asked(expert: Actor): Promise<string> {
  const proposal = { participationId: placeId, expertId: expert.personId, overrideReason: null };
  const outcome = await proposeExpert(test.deps, staff, now(), proposal);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.assignmentId;
}

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  heard = [];
  const listener = {
    name: 'listener',
    onHandOver: [async (_doing: unknown, one: HandOver) => void heard.push(one)],
    handOverBriefs: [async () => ['Ostatnia rozmowa: 3 czerwca 2024 r., 90 minut.']],
  };
  test = testDeps(database.db, [...features, listener]);
  test.clock.set('2024-06-05T10:00:00+02:00');
  cohortId = await makeCohort(test, 'debiuty-2024');
  staff = await makePerson(test, 'Bartek', { roles: [{ role: 'staff', cohortId }] });
  [ewa, feliks] = [await makeExpert(test, 'Ewa'), await makeExpert(test, 'Feliks')];
  const place = await makePlace(test, cohortId, 'Zmyślony Ogród');
  placeId = place.id;
  await addPerson(test, place.organisationId, (await makePerson(test, 'Halina')).personId, true);
  await test.runQueued();
  assignmentId = await asked(ewa);
  await acceptProposal(test.deps, ewa, now(), assignmentId);
  await test.runQueued();
});

const TERMS = { reason: 'leave', moment: 'accepted', lastOn: null, note: 'Uwaga na terminy.' } as const;
const pass = (change: object = {}) =>
  handOver(test.deps, staff, now(), {
    ...{ participationId: placeId, assignmentId, expertId: feliks.personId, ...TERMS },
    ...change,
  });

const statesOf = async () =>
  (await database.db.assignment.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);
const openHandOver = () => database.db.handOver.findFirstOrThrow({ orderBy: { id: 'desc' } });
const ownersOf = async (kind: string) =>
  (await database.db.obligation.findMany({ where: { kind, closedAt: null } })).map(({ ownerId }) => ownerId);

describe('an organisation that passes on', () => {
  it('belongs to the former expert until the yes, and to the successor from then on, with all that is open', async () => {
    const wanted = { cohortId, participationId: placeId, kind: 'first_visit', date: '2024-06-20' };
    await put(test, staff, wanted);
    expect(await ownersOf('deadlines.first_visit')).toEqual([ewa.personId]);
    const outcome = await pass();
    expect(outcome).toMatchObject({ ok: true });
    expect(await statesOf()).toEqual(['active', 'proposed']);
    expect(heard).toEqual([]);
    const id = (outcome.ok && outcome.value.assignmentId) || '';
    await acceptProposal(test.deps, feliks, now(), id);
    expect(await statesOf()).toEqual(['replaced', 'active']);
    expect(await ownersOf('deadlines.first_visit')).toEqual([feliks.personId]);
    const [formerId, successorId] = [ewa.personId, feliks.personId];
    expect(heard).toEqual([{ cohortId, participationId: placeId, formerId, successorId }]);
    // What the former expert still sees in old messages does nothing any more.
    const { id: visitId } = await database.db.deadline.findFirstOrThrow();
    const channel = (await database.db.participation.findUniqueOrThrow({ where: { id: placeId } })).channelId;
    expect(await reportDone(test.deps, ewa, now(), visitId, channel)).toMatchObject({ reason: 'not_yours' });
    expect(await acceptProposal(test.deps, ewa, now(), assignmentId)).toMatchObject({ reason: 'is_replaced' });
    await test.runQueued();
    const brief = JSON.stringify(test.slack.messages.filter(({ channelId }) => channelId === feliks.slackUserId));
    for (const part of ['Uwaga na terminy.', 'Ostatnia rozmowa: 3 czerwca', 'Halina', 'pierwszą wizytę'])
      expect(brief).toContain(part);
    const [members] = test.slack.invited.values();
    expect([members?.has(ewa.slackUserId), members?.has(feliks.slackUserId)]).toEqual([false, true]);
    expect(await brokenInvariants(database.db)).toEqual([]);
  });

  it('is told to leave by hand when Slack does not let the bot take somebody out, and a retry tries again', async () => {
    test.slack.unremovable.add(ewa.slackUserId);
    await pass({ moment: 'now', expertId: null });
    await test.runQueued();
    const { channelProblem } = await database.db.participation.findUniqueOrThrow({ where: { id: placeId } });
    expect(channelProblem).toContain('not_removed');
    expect(JSON.stringify(test.slack.messages)).toContain('usuń ją z niego ręcznie');
    test.slack.unremovable.clear();
    await retryChannel(test.deps, staff, now(), placeId);
    await test.runQueued();
    const [members] = test.slack.invited.values();
    expect(members?.has(ewa.slackUserId)).toBe(false);
  });

  it('refuses others, a missing note, the former expert, one whom a rule keeps out, and a second one', async () => {
    const { deps } = test;
    const wish = { participationId: placeId, assignmentId, expertId: null, ...TERMS };
    expect(await handOver(deps, ewa, now(), wish)).toMatchObject({ reason: 'not_allowed' });
    expect(await pass({ note: null })).toMatchObject({ reason: 'no_note' });
    expect(await pass({ expertId: ewa.personId })).toMatchObject({ reason: 'former' });
    const full = await makeExpert(test, 'Gaja', { maxLoad: 0 });
    expect(await pass({ expertId: full.personId })).toMatchObject({ reason: 'full' });
    expect(await database.db.handOver.count()).toBe(0);
    const both = await Promise.all([pass(), pass({ expertId: null })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.db.handOver.count()).toBe(1);
  });

  it('can be called off while the former expert leads, and not later', async () => {
    const { deps } = test;
    await pass();
    const { id } = await openHandOver();
    expect(await stopHandOver(deps, ewa, now(), id)).toMatchObject({ reason: 'not_allowed' });
    expect(await stopHandOver(deps, staff, now(), id)).toMatchObject({ ok: true });
    expect(await stopHandOver(deps, staff, now(), id)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await statesOf()).toEqual(['active', 'withdrawn']);
    await pass({ moment: 'now', expertId: null });
    expect(await stopHandOver(deps, staff, now(), (await openHandOver()).id)).toMatchObject({ reason: 'has_left' });
    expect(await brokenInvariants(database.db)).toEqual([]);
  });

  it('can be corrected afterwards: those who heard are known, and it is taken back while the former expert leads', async () => {
    const { deps } = test;
    const outcome = await pass();
    if (!outcome.ok) throw new Error(outcome.reason);
    const params = { participationId: placeId, assignmentId, expertId: feliks.personId, ...TERMS };
    const plan = await handOverAct.correction(deps.db, params, outcome.value);
    expect(new Set(plan?.told.map(({ name }) => name))).toEqual(new Set(['Ewa', 'Feliks', 'Zmyślony Ogród']));
    expect(plan?.takeBack?.pl).toBe('Wstrzymaj też przekazanie');
    const before = await database.db.notice.count();
    await inTransaction(deps.db, async (tx) => {
      const doing = { deps, tx, actor: staff, now: now() };
      expect(await handOverAct.takeBack?.(doing, params, outcome.value)).toMatchObject({ ok: true });
    });
    expect(await statesOf()).toEqual(['active', 'withdrawn']);
    expect(await database.db.notice.count()).toBe(before);
  });

  it('may come back to the former expert once they have left it', async () => {
    const { deps } = test;
    await pass({ moment: 'now', expertId: null, reason: 'illness', note: null });
    const again = await asked(ewa);
    expect(await acceptProposal(deps, ewa, now(), again)).toMatchObject({ ok: true });
    expect(await statesOf()).toEqual(['replaced', 'active']);
    expect(await openHandOver()).toMatchObject({ state: 'done', successorId: again });
    await test.runQueued();
    const [members] = test.slack.invited.values();
    expect(members?.has(ewa.slackUserId)).toBe(true);
    expect(await brokenInvariants(database.db)).toEqual([]);
  });

  it('leaves its expert when the last day is over, once, whoever ticks', async () => {
    const { deps, clock } = test;
    await pass({ moment: 'day', lastOn: '2024-06-06' });
    clock.set('2024-06-06T23:59:59+02:00');
    await leaveDue(deps, now());
    expect(await statesOf()).toEqual(['active', 'proposed']);
    clock.set('2024-06-07T00:00:00+02:00');
    await Promise.all([leaveDue(deps, now()), leaveDue(deps, now())]);
    expect(await statesOf()).toEqual(['replaced', 'proposed']);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.successorId).toBeNull();
    expect(await brokenInvariants(database.db)).toEqual([]);
  });

  it('leaves its expert after the last day although whoever asked for it has left the team', async () => {
    const { deps, clock } = test;
    await pass({ moment: 'day', lastOn: '2024-06-06' });
    await database.db.person.update({ where: { id: staff.personId }, data: { isDeactivated: true } });
    clock.set('2024-06-07T00:00:00+02:00');
    // Nobody is left who could stand for it: nothing is lost, and it is done as soon as somebody is.
    await leaveDue(deps, now());
    expect(await statesOf()).toEqual(['active', 'proposed']);
    const cela = await makePerson(test, 'Cela', { roles: [{ role: 'staff', cohortId: null }] });
    await leaveDue(deps, now());
    expect(await statesOf()).toEqual(['replaced', 'proposed']);
    const line = await database.db.journalEntry.findFirstOrThrow({
      where: { act: 'assignments.replace', subjectId: assignmentId },
    });
    expect(line.personId).toBe(cela.personId);
    expect(await brokenInvariants(database.db)).toEqual([]);
  });

  it('that fails for one expert whose last day is over does not keep the next from leaving', async () => {
    const { deps, clock } = test;
    await pass({ moment: 'day', lastOn: '2024-06-06', expertId: null });
    const second = (await makePlace(test, cohortId, 'Papierowy Most')).id;
    const proposal = { participationId: second, expertId: feliks.personId, overrideReason: null };
    const outcome = await proposeExpert(deps, staff, now(), proposal);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { assignmentId: other } = outcome.value;
    await acceptProposal(deps, feliks, now(), other);
    const change = { participationId: second, assignmentId: other, expertId: null };
    await pass({ ...change, moment: 'day', lastOn: '2024-06-06' });
    const failing = async (_doing: unknown, one: HandOver) => {
      if (one.participationId === placeId) throw new Error('planted');
    };
    const offers = { ...deps.offers, onHandOver: [failing] };
    clock.set('2024-06-07T00:00:00+02:00');
    await leaveDue({ ...deps, offers }, now());
    expect(await statesOf()).toEqual(['active', 'replaced']);
    await leaveDue(deps, now());
    expect(await statesOf()).toEqual(['replaced', 'replaced']);
  });

  it('the plan is offered only where it can serve somebody', async () => {
    const { deps } = test;
    await pass({ expertId: null });
    const second = (await makePlace(test, cohortId, 'Papierowy Most')).id;
    const offered = async (...places: readonly string[]) => {
      const rows = await database.db.obligation.findMany({
        where: { kind: findKind.kind, closedAt: null, participationId: { in: [...places] } },
      });
      expect(rows).toHaveLength(places.length);
      const words = await findKind.together?.(deps, rows, 'pl');
      return JSON.stringify(words).includes('Ułóż plan dla wszystkich');
    };
    expect(await offered(placeId)).toBe(false);
    expect(await offered(placeId, second)).toBe(true);
  });

  it('the brief without a note does not say why there is none', async () => {
    const { deps } = test;
    await pass({ moment: 'now', expertId: null, reason: 'illness', note: null });
    await acceptProposal(deps, feliks, now(), await asked(feliks));
    await test.runQueued();
    const said = JSON.stringify(test.slack.messages.filter(({ channelId }) => channelId === feliks.slackUserId));
    expect(said).toContain('Notatki nie ma');
    for (const why of ['chor', 'nie mogła']) expect(said).not.toContain(why);
    const words = handOverTexts('en').brief.noNote;
    for (const why of ['ill', 'could not']) expect(words).not.toContain(why);
  });

  it('takes unsaid reminders from the former expert, and keeps those that were said', async () => {
    const { deps } = test;
    const wanted = { cohortId, participationId: placeId, kind: 'plan', date: '2024-06-20' };
    await put(test, staff, wanted);
    const obligation = await database.db.obligation.findFirstOrThrow({
      where: { kind: 'deadlines.plan', closedAt: null },
    });
    const write = async (state: string): Promise<string> => {
      const [id, messageId] = [deps.ids.next(), deps.ids.next()];
      const line = { step: 'x', recipient: `person:${ewa.personId}`, messageId, at: now() };
      await database.db.reminder.create({ data: { id, key: id, obligationId: obligation.id, ...line } });
      const to = { targetKind: 'person', target: ewa.personId, cohortId, attempts: 0 };
      const moments = { dueAt: new Date('2024-06-10T08:00:00Z'), createdAt: now() };
      const said = state === 'sent' ? { sentAt: now(), channelId: 'D1', ts: '1.1' } : {};
      const what = { id: messageId, kind: 'obligations.reminder', params: { messageId } };
      await database.db.notice.create({
        data: { ...what, key: `obligations.reminder:${messageId}`, state, ...to, ...moments, ...said },
      });
      return id;
    };
    const [pending, held, sent] = [await write('pending'), await write('held'), await write('sent')];
    await pass({ moment: 'now', expertId: null });
    const left = (await database.db.reminder.findMany({ where: { id: { in: [pending, held, sent] } } })).map(
      ({ id }) => id,
    );
    expect(left).toEqual([sent]);
    expect(await brokenInvariants(database.db)).toEqual([]);
  });
});
