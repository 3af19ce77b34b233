import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { takeOn } from '../../../../src/features/opinions/operations/index.ts';
import { voucherCodec } from '../../../../src/features/vouchers/ids.ts';
import type { NameForm } from '../../../../src/features/vouchers/input.ts';
import { voucherSource } from '../../../../src/features/vouchers/obligations.ts';
import { areaPart, voucherBrief, vouchersOffer } from '../../../../src/features/vouchers/offers.ts';
import { nameArea } from '../../../../src/features/vouchers/operations/index.ts';
import { voucherOf } from '../../../../src/features/vouchers/queries/index.ts';
import { nameAction, voucherCommand } from '../../../../src/features/vouchers/slack.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import type { TestDeps } from '../../../support/deps.ts';
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

const NAMED: NameForm = { kind: 'named', areas: ['finance'], reason: 'Budżet był trudny', form: 'warsztat' };
const name = (change: Partial<NameForm> = {}, who = stage.expert, number = 0) =>
  nameArea(
    test.deps,
    who,
    test.clock.now(),
    { participationId: stage.participationId, number },
    { ...NAMED, ...change },
  );
const owed = async () => {
  const all = await voucherSource.owed(test.deps, database.db, [stage.participationId]);
  return [...all.values()].flat().map(({ by }) => Object.values(by).join());
};
const state = async () => (await voucherOf(database.db, stage.participationId))?.state;

describe('the area of a voucher', () => {
  it('can be named only after the opinion was sent; a note can be kept before', async () => {
    expect([await state(), await owed()]).toEqual(['not_available', []]);
    expect(await name()).toMatchObject({ reason: 'no_opinion' });
    expect(await name({ kind: 'note' })).toMatchObject({ ok: true });
    await sendOpinion(test, stage);
    expect([await state(), await owed()]).toEqual(['eligible', [stage.expert.personId]]);
    expect(await name({}, stage.expert, 1)).toMatchObject({ ok: true });
    expect([await state(), await owed()]).toEqual(['area_named', []]);
    await test.runQueued();
    const staffs = JSON.stringify(test.slack.messages.map(({ message }) => message));
    expect(staffs).toContain('Budżet był trudny');
  });

  it('is of the programme’s areas, and named by whoever leads the organisation alone', async () => {
    await sendOpinion(test, stage);
    expect(await name({ areas: ['finance', 'invented'] })).toMatchObject({ reason: 'unknown_area' });
    for (const who of [stage.member, stage.staff, stage.other])
      expect(await name({}, who)).toMatchObject({ reason: 'not_allowed' });
  });

  it('pressed twice is named once', async () => {
    await sendOpinion(test, stage);
    expect((await Promise.all([name(), name()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    await expect(database.db.voucherNaming.deleteMany()).rejects.toThrow('append-only');
  });

  it('may be none, with the reason', async () => {
    await sendOpinion(test, stage);
    expect(await name({ kind: 'not_recommended', areas: [] })).toMatchObject({ ok: true });
    expect([await state(), await owed()]).toEqual(['not_recommended', []]);
  });

  it('is named by the active expert after a hand-over, who sees what the former noted (21)', async () => {
    await name({ kind: 'note', reason: 'Warto: finanse' });
    await lead(test, stage.participationId, stage.other.personId);
    await takeOn(test.deps, stage.expert, test.clock.now(), (await opinionRow(test, stage)).id);
    await sendOpinion(test, stage, stage.expert);
    expect(await owed()).toEqual([stage.other.personId]);
    expect(await name({}, stage.expert, 1)).toMatchObject({ reason: 'not_allowed' });
    const brief = await voucherBrief(test.deps, database.db, stage.participationId, 'pl');
    expect(brief.join()).toContain('Warto: finanse');
    expect(await name({}, stage.other, 1)).toMatchObject({ ok: true });
  });

  it('after a cancelled action is for staff to decide (29)', async () => {
    await endAction(test, stage, 'cancelled');
    await sendOpinion(test, stage, stage.expert, opinionOf({ evidence: 'documents' }));
    expect(await name()).toMatchObject({ reason: 'by_decision' });
    expect(await owed()).toEqual([]);
  });

  it('is not on the organisation’s card before it can read the opinion', async () => {
    await sendOpinion(test, stage);
    await name();
    expect(await areaPart(test.deps, stage.participationId, 'pl')).toBeNull();
    await releaseOpinion(test, stage);
    expect((await areaPart(test.deps, stage.participationId, 'pl'))?.fields).toEqual([['Obszar bonu', 'finanse']]);
  });
});

describe('the way to a voucher', () => {
  const as = (actor: Actor, channelId: string | null = null) => ({
    ...{ deps: test.deps, actor, now: test.clock.now(), channelId },
  });
  const shown = async (actor: Actor) =>
    JSON.stringify(
      await nameAction.run(as(actor), voucherCodec.encode({ participationId: stage.participationId }), {}),
    );
  const typed = async (actor: Actor, channelId: string | null = null) =>
    JSON.stringify(await voucherCommand.run(as(actor, channelId), ''));

  it('is on the expert’s Home and behind a command before the opinion and after the naming, and nobody else’s', async () => {
    const home = async (who: Actor) => JSON.stringify(await vouchersOffer(test.deps, who, test.clock.now()));
    expect(await home(stage.expert)).toContain('Na razie można zachować notatkę.');
    expect(await typed(stage.expert)).toContain(stage.participationId);
    expect(await typed(stage.expert, stage.channelId)).toContain('Tylko notatka');
    await sendOpinion(test, stage);
    await name();
    expect(await home(stage.expert)).toContain('Obszar wskazany.');
    expect(await shown(stage.expert)).toContain('Wskazuję obszar');
    for (const who of [stage.other, stage.staff, stage.member]) {
      expect(await home(who)).toBe('null');
      expect(await typed(who)).toContain('Nie prowadzisz teraz');
    }
  });

  it('shows staff what was named, never a note, from the message too', async () => {
    await name({ kind: 'note', reason: 'Tylko dla mnie' });
    await sendOpinion(test, stage);
    await name({}, stage.expert, 1);
    for (const said of [await shown(stage.staff), await typed(stage.staff, stage.channelId)]) {
      expect(said).toContain('Budżet był trudny');
      expect(said).not.toContain('Tylko dla mnie');
    }
    expect(await shown(stage.expert)).toContain('Tylko dla mnie');
    await test.runQueued();
    expect(JSON.stringify(test.slack.messages.map(({ message }) => message))).toContain('Zobacz zapisy');
  });
});
