import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { releaseAct } from '../../../../src/features/opinions/acts.ts';
import { opinionSource } from '../../../../src/features/opinions/obligations.ts';
import {
  evaluateSelf,
  nameWriter,
  offerToFormer,
  opinionWaits,
  takeOn,
  writeOpinion,
} from '../../../../src/features/opinions/operations/index.ts';
import {
  formFacts,
  opinionById,
  opinionFacts,
  ownOpinions,
  standingOf,
} from '../../../../src/features/opinions/queries/index.ts';
import { sideOf } from '../../../../src/features/opinions/rules/index.ts';
import { pageModal, writeModal } from '../../../../src/features/opinions/views/index.ts';
import { postpone } from '../../../../src/features/undo/public.ts';
import { Prisma } from '../../../../src/platform/db/generated/client.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import type { TestDeps } from '../../../support/deps.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import {
  endAction,
  lead,
  opinionOf,
  opinionRow,
  releaseOpinion,
  type Stage,
  sendOpinion,
  stageAfterAction,
} from '../../../support/opinions.ts';
import { makeExpert } from '../../../support/places.ts';

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
  return [...all.values()].flat().map(({ kind, by }) => `${kind} ${Object.values(by)}`);
};
const shown = (channel: string) =>
  JSON.stringify(test.slack.messages.filter(({ channelId }) => channelId === channel).map(({ message }) => message));
const tie = (expertId: string) =>
  database.db.tie.create({
    data: {
      ...{ id: test.deps.ids.next(), expertId, organisationId: stage.organisationId, category: 'family' },
      ...{ declaredBy: expertId, declaredAt: now() },
    },
  });

/** Staff pass the organisation to the other expert, for this reason. */
async function passOn(reason = 'leave'): Promise<void> {
  const { participationId, cohortId, expert, other, staff } = stage;
  const { db, ids } = test.deps;
  const left = await db.assignment.findFirstOrThrow({ where: { participationId, state: 'active' } });
  await lead(test, participationId, other.personId);
  const next = await db.assignment.findFirstOrThrow({ where: { participationId, state: 'active' } });
  const asked = {
    successorId: next.id,
    note: 'Notatka',
    reason,
    askedBy: staff.personId,
    askedAt: now(),
    leftAt: now(),
    version: 1,
  };
  const who = { participationId, cohortId, assignmentId: left.id, formerId: expert.personId };
  await db.handOver.create({ data: { id: ids.next(), ...who, state: 'done', endedAt: now(), ...asked } });
  const successorId = other.personId;
  await inTransaction(db, (tx) =>
    offerToFormer(
      { deps: test.deps, tx, actor: staff, now: now() },
      { participationId, cohortId, formerId: expert.personId, successorId },
    ),
  );
}

describe('an organisation that passes to another expert after its action (21)', () => {
  it('has its opinion from the former, who is asked and takes it on', async () => {
    await passOn();
    await test.runQueued();
    expect(shown(stage.expert.slackUserId)).toContain('Czy napiszesz opinię po działaniu?');
    expect(await owed()).toContain(`opinions.write ${stage.other.personId}`);
    const { id } = await row();
    expect(await takeOn(test.deps, stage.staff, now(), id)).toMatchObject({ reason: 'not_allowed' });
    expect(await takeOn(test.deps, stage.expert, now(), id)).toMatchObject({ ok: true });
    expect(await takeOn(test.deps, stage.expert, now(), id)).toMatchObject({ ok: true });
    expect(await owed()).toContain(`opinions.write ${stage.expert.personId}`);
    expect(await sendOpinion(test, stage)).toMatchObject({ ok: true });
    await releaseOpinion(test, stage);
    await test.runQueued();
    expect(shown(stage.channelId)).toContain('na podstawie obserwacji');
  });

  it('else from the successor, from documents, and marked so', async () => {
    await passOn();
    expect(await sendOpinion(test, stage, stage.other)).toMatchObject({ reason: 'not_observed' });
    const fromDocuments = opinionOf({ evidence: 'documents' });
    expect(await sendOpinion(test, stage, stage.other, fromDocuments)).toMatchObject({ ok: true });
    expect(await sendOpinion(test, stage, stage.expert)).toMatchObject({ reason: 'not_allowed' });
    await releaseOpinion(test, stage);
    await test.runQueued();
    expect(shown(stage.channelId)).toContain('przez osobę, która nie prowadziła organizacji w czasie działania');
  });

  it.each(['illness', 'conflict', 'request'])('neither asks nor hears a former who left for %s', async (reason) => {
    await sendOpinion(test, stage, stage.expert, opinionOf({ send: 'later' }));
    await passOn(reason);
    await test.runQueued();
    expect(shown(stage.expert.slackUserId)).not.toContain('Czy napiszesz');
    expect(await owed()).toContain(`opinions.write ${stage.other.personId}`);
    const { id } = await row();
    expect(await takeOn(test.deps, stage.expert, now(), id)).toMatchObject({ ok: false });
    for (const send of ['later', 'now'] as const)
      expect(await sendOpinion(test, stage, stage.expert, opinionOf({ send }))).toMatchObject({
        reason: 'not_allowed',
      });
    const opinion = await opinionById(database.db, id);
    expect(opinion && sideOf(stage.expert, standingOf(opinion), null)).toBeNull();
    expect(await ownOpinions(database.db, stage.expert.personId, [])).toEqual([]);
  });

  it('is written by the former only once they took it on, and by nobody else then', async () => {
    await passOn();
    expect(await sendOpinion(test, stage)).toMatchObject({ reason: 'not_allowed' });
    await takeOn(test.deps, stage.expert, now(), (await row()).id);
    expect(await sendOpinion(test, stage, stage.other, opinionOf({ evidence: 'documents' }))).toMatchObject({
      reason: 'not_allowed',
    });
    expect((await ownOpinions(database.db, stage.expert.personId, [])).map(({ id }) => id)).toEqual([(await row()).id]);
  });

  it('leaves the former’s draft and notes with the former', async () => {
    await sendOpinion(test, stage, stage.expert, opinionOf({ send: 'later', smooth: 'Szkic Celiny' }));
    const note = { actionId: stage.actionId, authorId: stage.expert.personId, text: 'Notatki Celiny' };
    await database.db.observationNote.create({
      data: { id: test.deps.ids.next(), ...note, writtenAt: now(), version: 1 },
    });
    await passOn();
    const opinion = await opinionById(database.db, (await row()).id);
    if (!opinion) throw new Error('no opinion');
    const form = async (who: string) => JSON.stringify(writeModal(await formFacts(database.db, opinion, who), 'pl'));
    const [formers, successors] = [await form(stage.expert.personId), await form(stage.other.personId)];
    for (const words of ['Szkic Celiny', 'Notatki Celiny']) {
      expect(formers).toContain(words);
      expect(successors).not.toContain(words);
    }
  });
});

describe('staff', () => {
  const name = async (expertId: string, who = stage.staff) => {
    const { id: opinionId, version } = await row();
    return nameWriter(test.deps, who, now(), { opinionId, version, expertId, reason: 'Choroba' });
  };

  it('name somebody else for a late or ill expert (37), but nobody with a tie', async () => {
    const { other } = stage;
    expect(await name(other.personId, stage.member)).toMatchObject({ reason: 'not_allowed' });
    expect(await name(stage.member.personId)).toMatchObject({ reason: 'not_an_expert' });
    expect(await name(stage.expert.personId)).toMatchObject({ reason: 'writes_already' });
    expect(await name(other.personId)).toMatchObject({ ok: true });
    await test.runQueued();
    expect(shown(other.slackUserId)).toContain('Prosimy o napisanie opinii');
    expect(await owed()).toContain(`opinions.write ${other.personId}`);
    await tie(stage.expert.personId);
    expect(await name(stage.expert.personId)).toMatchObject({ reason: 'expert_tied' });
  });

  it('name one after the other: only the last can write it, and whoever was to hears of it once', async () => {
    const third = await makeExpert(test, 'Dorota Zmyślona', { cohortId: stage.cohortId });
    await name(stage.other.personId);
    await test.runQueued();
    expect(shown(stage.other.slackUserId)).toContain('Napisz opinię');
    expect(shown(stage.expert.slackUserId)).toContain('napisze ktoś inny');
    expect(await sendOpinion(test, stage)).toMatchObject({ reason: 'not_allowed' });
    await name(third.personId);
    await test.runQueued();
    expect(shown(stage.other.slackUserId)).toContain('Ta opinia nie czeka już na Ciebie.');
    expect(shown(stage.other.slackUserId)).not.toContain('Napisz opinię');
    for (const who of [stage.other, stage.expert])
      expect(shown(who.slackUserId).match(/\*Opinię po działaniu napisze ktoś inny/g)).toHaveLength(1);
    expect(shown(third.slackUserId)).toContain('Napisz opinię');
  });

  it('name somebody for a further version of a released one, when its writer is gone', async () => {
    await sendOpinion(test, stage);
    expect(await name(stage.other.personId)).toMatchObject({ reason: 'changed_meanwhile' });
    await releaseOpinion(test, stage);
    const opinion = await opinionById(database.db, (await row()).id);
    expect(JSON.stringify(opinion && pageModal(await opinionFacts(database.db, opinion), 'staff', 'pl'))).toContain(
      'Wskaż inną osobę',
    );
    expect(await name(stage.other.personId)).toMatchObject({ ok: true });
    await test.runQueued();
    expect(shown(stage.other.slackUserId)).toContain('Opinia po działaniu jest teraz u Ciebie');
    expect(shown(stage.expert.slackUserId)).not.toContain('ktoś inny');
    expect(await owed()).not.toContain(`opinions.write ${stage.other.personId}`);
    const again = opinionOf({ evidence: 'documents', reason: 'Nowe fakty' });
    expect(await sendOpinion(test, stage, stage.expert, again)).toMatchObject({ reason: 'not_allowed' });
    expect(await sendOpinion(test, stage, stage.other, again)).toMatchObject({ ok: true });
    expect(await releaseOpinion(test, stage)).toMatchObject({ value: { number: 2 } });
    await test.runQueued();
    expect(shown(stage.other.slackUserId)).toContain('nie czeka już na Ciebie');
  });

  it('ask for the release once, and can take it back before it is done', async () => {
    await sendOpinion(test, stage);
    const { id: opinionId, version } = await row();
    const ask = (who = stage.staff) => postpone(test.deps, who, now(), releaseAct, { opinionId, version });
    const both = await Promise.all([ask(), ask(stage.colleague)]);
    expect(both.map((one) => one.ok && one.value.state).sort()).toEqual(['already', 'waiting']);
    expect(await ask(stage.member)).toMatchObject({ reason: 'not_allowed' });
    expect((await row()).state).toBe('sent');
  });

  it('neither look over nor release their own, nor with a tie (invariant 4)', async () => {
    await sendOpinion(test, stage);
    expect(await releaseOpinion(test, stage, stage.member)).toMatchObject({ reason: 'not_allowed' });
    const both = { ...stage.expert, roles: [...stage.expert.roles, ...stage.staff.roles] };
    expect(await releaseOpinion(test, stage, both)).toMatchObject({ reason: 'own' });
    await tie(stage.expert.personId);
    expect(await releaseOpinion(test, stage)).toMatchObject({ reason: 'writer_tied' });
    expect(await sendOpinion(test, stage)).toMatchObject({ reason: 'tied' });
    expect(await brokenInvariants(database.db)).toEqual([]);
  });
});

describe('a tie of whoever leads the organisation', () => {
  it('keeps them from writing, and staff say who does', async () => {
    await tie(stage.expert.personId);
    expect(await sendOpinion(test, stage, stage.expert, opinionOf({ send: 'later' }))).toMatchObject({
      reason: 'tied',
    });
    expect(await owed()).toContain(`opinions.name_writer ${stage.cohortId}`);
  });
});

describe('the self-evaluation', () => {
  const FORM = {
    smooth: 'Frekwencja',
    care: 'Komunikacja',
    ratings: { openness: 5, gone: 1 },
    plans: ['Plan'],
  } as const;
  const evaluate = async (send: 'now' | 'later', who = stage.member, version = 0) => {
    const { id: opinionId } = await row();
    return evaluateSelf(test.deps, who, now(), { opinionId, version }, { ...FORM, send, channelId: null });
  };

  it('is sent once; two at once are one', async () => {
    expect((await Promise.all([evaluate('now'), evaluate('now')])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await evaluate('now', stage.member, 1)).toMatchObject({ reason: 'self_sent' });
    expect((await row()).selfEvaluation).toMatchObject({
      content: { ratings: { openness: 5 } },
      sentBy: stage.member.personId,
    });
    await expect(database.db.selfEvaluation.updateMany({ data: { version: 9 } })).rejects.toThrow('sent once');
    await test.runQueued();
    expect(shown(stage.expert.slackUserId)).toContain('Frekwencja');
  });

  it('is a draft again when its action turns out to be moved, and is sent anew when that is over', async () => {
    await evaluate('now');
    const { participationId, cohortId, actionId, member } = stage;
    const moved = { participationId, cohortId, actionId };
    await inTransaction(database.db, (tx) => opinionWaits(test.deps, tx, member, now(), moved));
    expect((await row()).selfEvaluation).toMatchObject({
      content: null,
      sentAt: null,
      draft: { smooth: 'Frekwencja' },
    });
    expect(await evaluate('now', stage.member, 2)).toMatchObject({ reason: 'not_due' });
    await endAction(test, stage);
    expect(await owed()).toContain(`opinions.self_evaluation ${stage.organisationId}`);
    expect(await evaluate('now', stage.member, 2)).toMatchObject({ ok: true });
    expect((await row()).selfEvaluation).toMatchObject({ content: { smooth: 'Frekwencja' }, draft: null });
    const told = { kind: 'opinions.self', target: stage.expert.personId };
    expect(await database.db.notice.count({ where: told })).toBe(2);
    const unsent = { content: Prisma.DbNull, sentAt: null, sentBy: null };
    await expect(database.db.selfEvaluation.updateMany({ data: unsent })).rejects.toThrow('sent once');
  });

  it('is a draft of the organisation until then, which is not overwritten unseen', async () => {
    expect(await evaluate('later')).toMatchObject({ ok: true, value: { isSent: false } });
    expect(await evaluate('later')).toMatchObject({ reason: 'self_changed' });
    await test.runQueued();
    expect(shown(stage.expert.slackUserId)).not.toContain('Frekwencja');
    const opinion = await opinionById(database.db, (await row()).id);
    if (!opinion) throw new Error('no opinion');
    const page = pageModal(await opinionFacts(database.db, opinion), 'staff', 'pl');
    expect(JSON.stringify(page)).not.toContain('Frekwencja');
    expect(await evaluate('now', stage.member, 1)).toMatchObject({ ok: true });
  });

  it('is nobody’s but the organisation’s to write', async () => {
    for (const who of [stage.expert, stage.staff, stage.other])
      expect(await evaluate('now', who)).toMatchObject({ reason: 'not_yours' });
  });
});

describe('what the organisation may know', () => {
  it('is on its page what was released, whatever is written or looked over meanwhile', async () => {
    const page = async () => {
      const opinion = await opinionById(database.db, (await row()).id);
      if (!opinion) throw new Error('no opinion');
      return JSON.stringify(pageModal(await opinionFacts(database.db, opinion), 'organisation', 'pl'));
    };
    await sendOpinion(test, stage, stage.expert, opinionOf({ smooth: 'Pierwsze słowa' }));
    expect(await page()).not.toMatch(/Pierwsze słowa|przegląda|Zaprosić/);
    await releaseOpinion(test, stage);
    await sendOpinion(test, stage, stage.expert, opinionOf({ smooth: 'Drugie słowa', reason: 'Tajny powód' }));
    expect(await page()).toContain('Pierwsze słowa');
    expect(await page()).not.toMatch(/Drugie słowa|Tajny powód|przegląda/);
  });

  it('a forged or stale form is refused and sends nothing', async () => {
    const before = await row();
    const { id: opinionId, version } = before;
    const send = (who: typeof stage.expert, seen: number) =>
      writeOpinion(test.deps, who, now(), { opinionId, version: seen }, opinionOf());
    for (const who of [stage.member, stage.staff, stage.other])
      expect(await send(who, version)).toMatchObject({ reason: 'not_allowed' });
    expect(await send(stage.expert, version - 1)).toMatchObject({ reason: 'changed_kept' });
    const forged = opinionOf({ ratings: { openness: 4, invented: 5 } });
    await sendOpinion(test, stage, stage.expert, forged);
    expect((await row()).content).toMatchObject({ ratings: { openness: 4 } });
    expect((await row()).content).not.toMatchObject({ ratings: { invented: 5 } });
  });

  it('the longest words fit into one message, one PDF and one canvas', async () => {
    const long = 'Zażółć gęślą jaźń 🌻 <!channel> '.repeat(100);
    const text = long.slice(0, 2500).trim();
    const lines = [1, 2, 3].map((n) => `${n} ${long}`.slice(0, 400).trim());
    await sendOpinion(test, stage, stage.expert, opinionOf({ smooth: text, care: text, recommendations: lines }));
    await releaseOpinion(test, stage);
    await test.runQueued();
    const said = test.slack.messages.find(({ channelId }) => channelId === stage.channelId);
    expect(said?.message.blocks.length).toBeLessThan(50);
    expect(shown(stage.channelId)).toContain('Opinia po działaniu');
    expect([...test.slack.files.values()].some(({ name }) => name === 'opinia.pdf')).toBe(true);
  });
});
