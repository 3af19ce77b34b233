import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { askForHelp } from '../../../../src/features/participations/operations/index.ts';
import { participationById } from '../../../../src/features/participations/queries/index.ts';
import {
  askAction,
  cardCommand,
  ownOffer,
  troubleOffer,
  whoAction,
} from '../../../../src/features/participations/slack/index.ts';
import type { Handling } from '../../../../src/platform/slack/handlers.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { addPerson, EMPTY_ALL, makeCohort, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let halina: Actor;
let place: { readonly id: string; readonly organisationId: string };
let channelId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  const person = await makePerson(test, 'Halina Próbna');
  place = await makePlace(test, await makeCohort(test), 'Zmyślony Ogród');
  await addPerson(test, place.organisationId, person.personId, true);
  halina = { ...person, organisationIds: [place.organisationId] };
  await test.runQueued();
  channelId = (await participationById(database.db, place.id))?.channelId ?? '';
});

const as = (actor: Actor, where: string | null): Handling => ({
  deps: test.deps,
  actor,
  now: test.clock.now(),
  channelId: where,
});
const wish = (text: string, requestId = test.deps.ids.next()) =>
  ({ requestId, participationId: place.id, topic: 'expert', text }) as const;
const inStaffChannel = () =>
  test.slack.messages.filter((m) => m.channelId === 'Gdebiuty-2024').map((m) => JSON.stringify(m.message));

describe('a private word to the team (OR-15)', () => {
  it('reaches the staff channel with the words as typed, and no other channel', async () => {
    const words = 'Prosimy o inną osobę. <!channel> *pilne*';
    expect((await askForHelp(test.deps, halina, test.clock.now(), wish(words), channelId)).ok).toBe(true);
    await test.runQueued();
    const [said, ...more] = inStaffChannel();
    expect(more).toEqual([]);
    expect(said).toContain('Prosimy o inną osobę. <!channel> *pilne*');
    expect(said).toContain('Halina Próbna');
    const elsewhere = test.slack.messages.filter((m) => m.channelId !== 'Gdebiuty-2024');
    expect(JSON.stringify(elsewhere)).not.toContain('Prosimy o inną osobę');
  });

  it('is one word when the form is delivered twice', async () => {
    const once = wish('Pytanie');
    for (let n = 0; n < 3; n += 1) await askForHelp(test.deps, halina, test.clock.now(), once, channelId);
    await test.runQueued();
    expect(inStaffChannel()).toHaveLength(1);
    expect(await database.db.helpRequest.count()).toBe(1);
  });

  it('keeps its words out of the journal', async () => {
    await askForHelp(test.deps, halina, test.clock.now(), wish('Tajne słowa'), channelId);
    expect(JSON.stringify(await database.db.journalEntry.findMany())).not.toContain('Tajne słowa');
  });

  it('is refused from somebody who has nothing to do with the organisation', async () => {
    const stranger = await makePerson(test, 'Ktoś Obcy');
    const asked = await askForHelp(test.deps, stranger, test.clock.now(), wish('Ha'), 'C0ELSEWHERE');
    expect(asked).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(await database.db.helpRequest.count()).toBe(0);
  });
});

describe('buttons on the card', () => {
  it('show who is who to everybody in the channel, with roles in plain words', async () => {
    const visitor = await makePerson(test, 'Gość Kanału');
    const reply = await whoAction.run(as(visitor, channelId), place.id, {});
    expect(JSON.stringify(reply)).toContain(`<@${halina.slackUserId}>`);
    expect(JSON.stringify(reply)).toContain('reprezentuje organizację, osoba do kontaktu');
    expect(JSON.stringify(reply)).toContain('zespół programu: pytania o terminy');
  });

  it('tell a stranger nothing, not even whether there is such a place', async () => {
    const stranger = await makePerson(test, 'Ktoś Obcy');
    const known = await whoAction.run(as(stranger, 'C0ELSEWHERE'), place.id, {});
    const unknown = await whoAction.run(as(stranger, 'C0ELSEWHERE'), test.deps.ids.next(), {});
    expect(known).toEqual(unknown);
    expect(JSON.stringify(known)).not.toContain('Zmyślony');
    expect(await askAction.run(as(stranger, null), place.id, {})).toEqual(known);
  });

  it('do nothing with a value that is not ours', async () => {
    for (const raw of [null, '', '42', "'; drop table", '{"id":1}'])
      expect(await whoAction.run(as(halina, channelId), raw, {})).toBeNull();
  });
});

describe('the card command', () => {
  it('links to the card in its channel and has it looked after', async () => {
    const reply = await cardCommand.run(as(halina, channelId), '');
    expect(JSON.stringify(reply)).toContain(`https://slack.com/archives/${channelId}/p`);
    expect(test.queued.map((job) => job.data)).toMatchObject([{ task: 'repair', participationId: place.id }]);
  });

  it('shows the way to the own cards elsewhere, and a hint to others', async () => {
    expect(JSON.stringify(await cardCommand.run(as(halina, 'C0ELSEWHERE'), ''))).toContain(`<#${channelId}>`);
    const stranger = await makePerson(test, 'Ktoś Obcy');
    expect(JSON.stringify(await cardCommand.run(as(stranger, null), ''))).toContain('w kanale organizacji');
    expect(test.queued).toEqual([]);
  });
});

describe('App Home', () => {
  it('shows representatives the way to their channel, and staff the channels in trouble', async () => {
    expect(JSON.stringify(await ownOffer(test.deps, halina, test.clock.now()))).toContain(`<#${channelId}>`);
    expect(await ownOffer(test.deps, staff, test.clock.now())).toBeNull();
    expect(await troubleOffer(test.deps, staff, test.clock.now())).toBeNull();
    await database.db.participation.update({
      where: { id: place.id },
      data: { channelProblem: '[{"code":"is_archived"}]' },
    });
    expect(JSON.stringify(await troubleOffer(test.deps, staff, test.clock.now()))).toContain('zarchiwizowany');
    expect(await troubleOffer(test.deps, halina, test.clock.now())).toBeNull();
  });
});
