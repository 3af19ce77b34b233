import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { planPair, planPlace } from '../../../../src/features/assignments/ids.ts';
import {
  keepNeeds,
  keepPair,
  planNow,
  solveForCohort,
  takeWayOut,
} from '../../../../src/features/assignments/operations/plan/index.ts';
import { planShown } from '../../../../src/features/assignments/operations/plan/show.ts';
import {
  planNeedsAction,
  planNeedsView,
  planPairAction,
  planPairView,
} from '../../../../src/features/assignments/slack/plan/edit.ts';
import { planOfCohort } from '../../../../src/features/assignments/slack/plan/show.ts';
import { declareTie, endTie } from '../../../../src/features/experts/operations/index.ts';
import { expertProfile } from '../../../../src/features/experts/public.ts';
import { cohortById } from '../../../../src/features/programmes/public.ts';
import type { FormValues } from '../../../../src/platform/slack/form.ts';
import type { Handling, ViewHandler } from '../../../../src/platform/slack/handlers.ts';
import type { Modal } from '../../../../src/platform/slack/message.ts';
import type { Reply } from '../../../../src/platform/slack/reply.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;
let ewa: Actor;
let place: { readonly id: string; readonly organisationId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  cohortId = await makeCohort(test);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  ewa = await makeExpert(test, 'Ewa Ekspertka', { maxLoad: 1 });
  place = await makePlace(test, cohortId, 'Zmyślone Koło', { needs: ['finance'] });
});

const now = () => test.clock.now();
/** Some time goes by. */
const later = () => test.clock.advance(60_000);
const as = (actor: Actor): Handling => ({ deps: test.deps, actor, now: now(), channelId: null });
const shown = (reply: Reply | null): Modal => {
  if (reply?.kind !== 'updateModal') throw new Error(JSON.stringify(reply));
  return reply.modal;
};

async function submit(view: ViewHandler, values: FormValues, { metadata }: Modal): Promise<string> {
  const parsed = await view.parse(test.deps, values, JSON.parse(JSON.stringify(metadata)), 'pl');
  if (!parsed?.ok) throw new Error(JSON.stringify(parsed));
  return JSON.stringify(await parsed.run(as(staff)));
}

const openPair = async (): Promise<Modal> => {
  const value = planPair.encode({ cohortId, participationId: place.id, expertId: ewa.personId });
  return shown(await planPairAction.run(as(staff), value, {}));
};

/** The answer that the form shows about the tie. */
function tieShown({ blocks }: Modal): string {
  const input = blocks.find((block) => 'block_id' in block && block.block_id === 'tie');
  return JSON.parse(JSON.stringify(input)).element.initial_option.value;
}

const declare = () =>
  declareTie(test.deps, ewa, now(), {
    expertId: ewa.personId,
    organisationId: place.organisationId,
    category: 'family',
  });
const tiesOpen = () => database.db.tie.count({ where: { endedAt: null } });
const found = (finding: 'tie' | 'no_tie') =>
  keepPair(test.deps, staff, now(), {
    ...{ participationId: place.id, expertId: ewa.personId, organisationWish: null, expertWish: null },
    ...{ finding, category: 'work', note: 'Rozmowa', mayAskAgain: false },
  });
/** The form as it is, with a wish. */
const withWish = (modal: Modal): FormValues => ({
  ...{ tie: tieShown(modal), category: 'family', note: 'Rozmowa' },
  ...{ organisation_wish: 'for', expert_wish: 'none', again: [] },
});

describe('what staff write down about a pair', () => {
  it('a wish written down about a pair does not lift a tie declared after the finding', async () => {
    await found('no_tie');
    later();
    await declare();
    const modal = await openPair();
    expect(tieShown(modal)).toBe('unknown');
    await submit(planPairView, withWish(modal), modal);
    expect(await tiesOpen()).toBe(1);
    expect(await database.db.pairNote.findFirstOrThrow()).toMatchObject({ organisationWish: 'for' });
  });

  it('nor does it bring back a tie that was ended after the finding', async () => {
    await found('tie');
    later();
    const [tie] = (await expertProfile(database.db, ewa.personId))?.ties ?? [];
    await endTie(test.deps, staff, now(), tie?.id ?? '');
    const modal = await openPair();
    expect(tieShown(modal)).toBe('unknown');
    await submit(planPairView, withWish(modal), modal);
    expect(await tiesOpen()).toBe(0);
  });

  it('a finding that agrees with what is open is shown as it is', async () => {
    await found('tie');
    expect(tieShown(await openPair())).toBe('tie');
    await found('no_tie');
    const modal = await openPair();
    expect(tieShown(modal)).toBe('no_tie');
    expect(JSON.stringify(modal)).toContain('Ostatnie sprawdzenie: Anna Zespołowa, ');
  });

  it('a form that was opened before a tie was declared changes nothing', async () => {
    await found('no_tie');
    const modal = await openPair();
    expect(tieShown(modal)).toBe('no_tie');
    await declare();
    expect(await submit(planPairView, withWish(modal), modal)).toContain('Nic nie zapisano');
    expect(await tiesOpen()).toBe(1);
    expect(await database.db.pairNote.findFirstOrThrow()).toMatchObject({ organisationWish: null });
  });

  it('a form about a pair that was opened before somebody else’s change changes nothing', async () => {
    const [mine, theirs] = [await openPair(), await openPair()];
    later();
    await submit(planPairView, { ...withWish(theirs), organisation_wish: 'against' }, theirs);
    later();
    expect(await submit(planPairView, withWish(mine), mine)).toContain('Nic nie zapisano');
    expect(await database.db.pairNote.findFirstOrThrow()).toMatchObject({ organisationWish: 'against' });
  });

  it('nor does one about the conditions of an organisation', async () => {
    const value = planPlace.encode({ cohortId, participationId: place.id });
    const open = async () => shown(await planNeedsAction.run(as(staff), value, {}));
    const [mine, theirs] = [await open(), await open()];
    later();
    const saved = await submit(planNeedsView, { language: 'uk', conditions: ['language'] }, theirs);
    expect(saved).not.toContain('Nic nie zapisano');
    later();
    expect(await submit(planNeedsView, { language: 'pl', conditions: [] }, mine)).toContain('Nic nie zapisano');
    expect(await database.db.placeNeeds.findFirstOrThrow()).toMatchObject({ language: 'uk' });
  });

  it('two forms that are sent at the same moment do not both count', async () => {
    const modal = await openPair();
    const seen = { tieId: null, reviewedAt: null, keptAt: null };
    const keep = (expertWish: 'for' | 'against') =>
      keepPair(test.deps, staff, now(), {
        ...{ participationId: place.id, expertId: ewa.personId, organisationWish: null, expertWish, seen },
        ...{ finding: null, category: 'other', note: null, mayAskAgain: false },
      });
    expect(modal.metadata).toMatchObject({ seen });
    const both = await Promise.all([keep('for'), keep('against')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const needs = { participationId: place.id, language: 'uk', conditions: [], keptAt: null } as const;
    const two = await Promise.all([
      keepNeeds(test.deps, staff, now(), needs),
      keepNeeds(test.deps, staff, now(), needs),
    ]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a way out', () => {
  it('a way out that was taken is not offered again when solving was called off', async () => {
    await makePlace(test, cohortId, 'Papierowy Most', { needs: ['finance'] });
    const asked = { cohortId, goal: 'total', seconds: 30, seen: null, isAgain: false } as const;
    const calm = { signal: new AbortController().signal, onProgress: () => undefined };
    expect((await solveForCohort(test.deps, staff, now(), asked, calm)).ok).toBe(true);
    const cohort = await cohortById(database.db, cohortId);
    if (!cohort) throw new Error('no cohort');
    const plan = async () => {
      const current = await planNow(database.db, cohort, now());
      if (!current) throw new Error('no plan');
      return { row: current.row, shown: planShown(current, 0) };
    };
    const { row, shown: first } = await plan();
    expect(first.shortage?.options[0]?.relaxations[0]?.kind).toBe('one_more');
    const take = (version: number) =>
      takeWayOut(test.deps, staff, now(), { cohortId, seen: { planId: row.id, version }, option: 0 });
    const taken = await take(row.version);
    if (!taken.ok) throw new Error(taken.reason);
    // Solving again was called off: the plan stays as it was.
    const off = { ...calm, signal: AbortSignal.abort() };
    const again = { ...asked, seen: taken.value, isAgain: true };
    expect(await solveForCohort(test.deps, staff, now(), again, off)).toMatchObject({ reason: 'cancelled' });
    expect((await plan()).shown.shortage).toBeNull();
    expect(await take((await plan()).row.version)).toMatchObject({ reason: 'changed_meanwhile' });
    expect((await expertProfile(database.db, ewa.personId))?.maxLoad).toBe(2);
    const modal = JSON.stringify(await planOfCohort(as(staff), cohort));
    expect(modal).toContain('przelicz plan, aby je uwzględnić');
    expect(modal).not.toContain('Ustalone, przelicz');
  });
});
