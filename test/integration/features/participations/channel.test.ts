import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { channelQueue } from '../../../../src/features/participations/jobs/index.ts';
import {
  admit,
  inviteToChannel,
  repairCard,
  retryChannel,
  touchCard,
} from '../../../../src/features/participations/operations/index.ts';
import { participationById } from '../../../../src/features/participations/queries/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import type { SlackGateway } from '../../../../src/platform/slack/gateway.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { addPerson, EMPTY_ALL, makeCohort, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let cohortId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test);
});

const read = async (id: string) => {
  const place = await participationById(database.db, id);
  if (!place) throw new Error('no place');
  return place;
};
const cards = (channelId: string | null) =>
  test.slack.messages.filter((one) => one.channelId === channelId && one.mark !== null && !isNotice(one.mark));
const isNotice = (mark: string) => noticeIds.has(mark);
const noticeIds = new Set<string>();
const saidTo = (channelId: string) =>
  test.slack.messages.filter((one) => one.channelId === channelId).map((one) => JSON.stringify(one.message));
const callsOf = (method: keyof SlackGateway) => test.slack.calls.filter((call) => call.method === method).length;

async function runAll(): Promise<void> {
  await test.runQueued();
  for (const { id } of await database.db.notice.findMany({ select: { id: true } })) noticeIds.add(id);
}

/** Runs the jobs the way the queue does: one that throws is run again. */
async function runWithRetries(tries = 6): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    const jobs = [...test.queued];
    try {
      await runAll();
      return;
    } catch {
      const opening = jobs.find((job) => job.queue === channelQueue.queue);
      if (opening && !test.queued.includes(opening)) test.queued.unshift(opening);
    }
  }
  throw new Error('it never worked');
}

describe('an admitted organisation', () => {
  it('gets one private channel with its people and staff, one pinned card, and is in the programme', async () => {
    const halina = await makePerson(test, 'Halina Próbna');
    const guest = await makePerson(test, 'Igor Gość', { isGuest: true });
    const place = await makePlace(test, cohortId, 'Stowarzyszenie Żółty Łubin');
    await addPerson(test, place.organisationId, halina.personId, true);
    await addPerson(test, place.organisationId, guest.personId);
    await runAll();
    const { channelId, cardTs, state, channelProblem } = await read(place.id);
    expect(test.slack.channels.get(channelId ?? '')).toBe('debiuty-2024-stowarzyszenie-zolty-lubin');
    expect([...(test.slack.invited.get(channelId ?? '') ?? [])].sort()).toEqual(
      [halina, guest, staff].map((one) => one.slackUserId).sort(),
    );
    expect(cards(channelId)).toHaveLength(1);
    expect([...test.slack.pins]).toEqual([`${channelId}/${cardTs}`]);
    expect({ state, channelProblem }).toEqual({ state: 'active', channelProblem: null });
    expect(JSON.stringify(cards(channelId)[0]?.message)).toContain('Stan: *w programie*');
    expect(saidTo('Gdebiuty-2024')).toEqual([]);
  });

  it('has its whole way in the journal, once each', async () => {
    const place = await makePlace(test, cohortId, 'Fundacja Papierowy Most');
    await runAll();
    const lines = await database.db.journalEntry.findMany({ where: { subjectId: place.id }, orderBy: { at: 'asc' } });
    expect(lines.map(({ act, from, to }) => [act, from, to])).toEqual([
      ['participations.admit', null, 'invited'],
      ['participations.start', 'invited', 'active'],
    ]);
  });

  it('is admitted once, however often the release says so', async () => {
    const place = await makePlace(test, cohortId, 'Fundacja Papierowy Most');
    const { organisationId } = place;
    const again = await inTransaction(database.db, (tx) =>
      admit(test.deps, tx, 'bot', test.clock.now(), {
        cohortId,
        organisationId,
        applicationId: null,
        subject: null,
        grantGrosze: 1,
      }),
    );
    expect(again).toBe(place.id);
    expect(test.queued).toHaveLength(1);
  });

  it('has those of its people who are not in Slack passed over and named to staff', async () => {
    const outsider = await makePerson(test, 'Jadwiga Pocztowa', { slackUserId: null });
    const place = await makePlace(test, cohortId, 'Koło Gospodyń');
    await addPerson(test, place.organisationId, outsider.personId, true);
    await runAll();
    expect((await read(place.id)).channelProblem).toBeNull();
    expect(saidTo('Gdebiuty-2024').join()).toContain('Jadwiga Pocztowa');
  });
});

describe('a taken name', () => {
  it('gets a number, also when that is taken too', async () => {
    test.slack.takenNames.add('debiuty-2024-szklana-gora');
    test.slack.takenNames.add('debiuty-2024-szklana-gora-2');
    const place = await makePlace(test, cohortId, 'Szklana Góra');
    await runAll();
    const { channelId, channelName } = await read(place.id);
    expect(channelName).toBe('debiuty-2024-szklana-gora-3');
    expect(test.slack.channels.get(channelId ?? '')).toBe('debiuty-2024-szklana-gora-3');
  });

  it('of an organisation with the same letters is not adopted', async () => {
    const one = await makePlace(test, cohortId, 'Żółw');
    const two = await makePlace(test, cohortId, 'Zolw');
    await runAll();
    const [first, second] = [await read(one.id), await read(two.id)];
    expect(first.channelId).not.toBe(second.channelId);
    expect(new Set(test.slack.channels.values())).toEqual(new Set(['debiuty-2024-zolw', 'debiuty-2024-zolw-2']));
  });

  it('is told to staff when no name is free, and a retry works once one is', async () => {
    for (let n = 1; n <= 20; n += 1) test.slack.takenNames.add(n === 1 ? 'debiuty-2024-a' : `debiuty-2024-a-${n}`);
    const place = await makePlace(test, cohortId, 'A');
    await runAll();
    expect(await read(place.id)).toMatchObject({ state: 'invited', channelId: null });
    expect(saidTo('Gdebiuty-2024').join()).toContain('Nie udało się utworzyć kanału organizacji A');
    test.slack.takenNames.clear();
    expect((await retryChannel(test.deps, staff, test.clock.now(), place.id)).ok).toBe(true);
    await runAll();
    expect(await read(place.id)).toMatchObject({ state: 'active', channelProblem: null });
    expect(saidTo('Gdebiuty-2024').at(-1)).toContain('jest gotowy');
  });
});

const STEPS: readonly (keyof SlackGateway)[] = ['createChannel', 'setPurpose', 'invite', 'findMarked', 'post', 'pin'];

describe('a crash or a lost answer at any step', () => {
  for (const step of STEPS)
    for (const when of ['before', 'after'] as const)
      it(`leaves one channel, one card and one pin: ${when} ${step}`, async () => {
        const halina = await makePerson(test, 'Halina Próbna');
        const place = await makePlace(test, cohortId, 'Zmyślony Ogród');
        await addPerson(test, place.organisationId, halina.personId, true);
        test.slack.failNext(step, new SlackFailure('no_answer', { doubtful: true }), when);
        await runWithRetries();
        const { channelId, state, cardTs, channelProblem } = await read(place.id);
        expect([...test.slack.channels]).toEqual([[channelId, 'debiuty-2024-zmyslony-ogrod']]);
        expect(cards(channelId).map((one) => one.ts)).toEqual([cardTs]);
        expect([...test.slack.pins]).toEqual([`${channelId}/${cardTs}`]);
        expect(test.slack.invited.get(channelId ?? '')?.has(halina.slackUserId)).toBe(true);
        expect({ state, channelProblem }).toEqual({ state: 'active', channelProblem: null });
      });

  it('leaves one of each even when every step fails once, one after the other', async () => {
    const place = await makePlace(test, cohortId, 'Zmyślony Ogród');
    for (const step of STEPS)
      test.slack.failNext(step, new SlackFailure('ratelimited', { retryAfterSeconds: 1 }), 'after');
    await runWithRetries(12);
    const { channelId, cardTs } = await read(place.id);
    expect(test.slack.channels.size).toBe(1);
    expect(cards(channelId)).toHaveLength(1);
    expect([...test.slack.pins]).toEqual([`${channelId}/${cardTs}`]);
  });

  it('shows staff while Slack does not answer, and forgets it when it does', async () => {
    const place = await makePlace(test, cohortId, 'Zmyślony Ogród');
    test.slack.failNext('createChannel', new SlackFailure('http_503', { doubtful: true }));
    const [job] = test.queued;
    await expect(runAll()).rejects.toThrow('http_503');
    expect((await read(place.id)).channelProblem).toContain('slack_unavailable');
    if (job) test.queued.push(job);
    await runAll();
    expect((await read(place.id)).channelProblem).toBeNull();
  });

  it('changes nothing when the whole job is run a second time', async () => {
    const place = await makePlace(test, cohortId, 'Zmyślony Ogród');
    const [job] = test.queued;
    await runAll();
    const before = await read(place.id);
    if (job) test.queued.push(job);
    await runAll();
    expect(await read(place.id)).toEqual(before);
    expect(test.slack.channels.size).toBe(1);
    expect(cards(before.channelId)).toHaveLength(1);
  });
});

describe('somebody who cannot be invited', () => {
  it('does not stop the others; staff are told who and why, once, and can try again', async () => {
    const [restricted, fine] = [await makePerson(test, 'Ryszard Gość'), await makePerson(test, 'Felicja Dobra')];
    const place = await makePlace(test, cohortId, 'Niewidzialni');
    await addPerson(test, place.organisationId, restricted.personId);
    await addPerson(test, place.organisationId, fine.personId);
    test.slack.uninvitable.set(restricted.slackUserId, 'user_is_restricted');
    await runAll();
    const stored = await read(place.id);
    expect(stored).toMatchObject({ state: 'active', channelProblem: expect.stringContaining(restricted.personId) });
    expect(test.slack.invited.get(stored.channelId ?? '')?.has(fine.slackUserId)).toBe(true);
    const told = saidTo('Gdebiuty-2024');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Ryszard Gość: to konto gościa');
    test.slack.uninvitable.clear();
    await retryChannel(test.deps, staff, test.clock.now(), place.id);
    await runAll();
    expect((await read(place.id)).channelProblem).toBeNull();
  });

  it('is named without asking Slack when the account is deactivated', async () => {
    const gone = await makePerson(test, 'Zofia Była', { isDeactivated: true });
    const place = await makePlace(test, cohortId, 'Niewidzialni');
    await addPerson(test, place.organisationId, gone.personId);
    await runAll();
    expect((await read(place.id)).channelProblem).toContain('user_disabled');
    expect(test.slack.calls.filter((c) => c.method === 'invite').flatMap((c) => c.args[1])).not.toContain(
      gone.slackUserId,
    );
  });

  it('is added to what is known when invited later', async () => {
    const place = await makePlace(test, cohortId, 'Niewidzialni');
    await runAll();
    const late = await makePerson(test, 'Paweł Późny');
    test.slack.uninvitable.set(late.slackUserId, 'cant_invite');
    await inTransaction(database.db, (tx) => inviteToChannel(test.deps, tx, place.id, late.personId));
    await runAll();
    expect((await read(place.id)).channelProblem).toContain('cant_invite');
    expect(saidTo('Gdebiuty-2024').join()).toContain('Paweł Późny');
  });
});

describe('the card', () => {
  const touch = async (id: string) => {
    await inTransaction(database.db, (tx) => touchCard(test.deps, tx, id));
    await runAll();
  };

  it('is edited in place when something changed, and left alone when nothing did', async () => {
    const place = await makePlace(test, cohortId, 'Nibylandia');
    await runAll();
    const updates = callsOf('update');
    await touch(place.id);
    expect(callsOf('update')).toBe(updates);
    await database.db.participation.update({ where: { id: place.id }, data: { grantGrosze: 123_400 } });
    await touch(place.id);
    const { channelId } = await read(place.id);
    expect(callsOf('update')).toBe(updates + 1);
    expect(cards(channelId)).toHaveLength(1);
    expect(JSON.stringify(cards(channelId)[0]?.message)).toContain('1\u00a0234,00\u00a0zł');
  });

  it('is posted anew, once, when somebody deleted it', async () => {
    const place = await makePlace(test, cohortId, 'Nibylandia');
    await runAll();
    const { channelId } = await read(place.id);
    test.slack.messages.splice(0);
    await repairCard(test.deps, place.id);
    await repairCard(test.deps, place.id);
    await runAll();
    const [card, ...more] = cards(channelId);
    expect(more).toEqual([]);
    expect((await read(place.id)).cardTs).toBe(card?.ts);
  });

  it('when looked after, brings in those who were missing and forgets what was wrong', async () => {
    const late = await makePerson(test, 'Paweł Późny');
    const place = await makePlace(test, cohortId, 'Nibylandia');
    await addPerson(test, place.organisationId, late.personId);
    test.slack.uninvitable.set(late.slackUserId, 'cant_invite');
    await runAll();
    test.slack.uninvitable.clear();
    await repairCard(test.deps, place.id);
    await runAll();
    const { channelId, channelProblem } = await read(place.id);
    expect(channelProblem).toBeNull();
    expect(test.slack.invited.get(channelId ?? '')?.has(late.slackUserId)).toBe(true);
  });

  it('in a channel that was archived is a problem for staff, not an endless repetition', async () => {
    const place = await makePlace(test, cohortId, 'Nibylandia');
    await runAll();
    test.slack.failNext('update', new SlackFailure('is_archived'));
    await repairCard(test.deps, place.id);
    await runAll();
    expect((await read(place.id)).channelProblem).toContain('is_archived');
    expect(saidTo('Gdebiuty-2024').join()).toContain('zarchiwizowany');
  });

  it('is not asked for before there is a channel', async () => {
    const place = await makePlace(test, cohortId, 'Nibylandia');
    test.queued.splice(0);
    await touch(place.id);
    expect(test.slack.messages).toEqual([]);
  });
});

describe('another try', () => {
  it('is for the cohort’s staff, and only while something is wrong', async () => {
    const place = await makePlace(test, cohortId, 'Nibylandia');
    await runAll();
    const now = test.clock.now();
    const stranger = await makePerson(test, 'Ktoś');
    const other = await makePerson(test, 'Inny Zespół', {
      roles: [{ role: 'staff', cohortId: await makeCohort(test, 'debiuty-2023') }],
    });
    expect(await retryChannel(test.deps, stranger, now, place.id)).toMatchObject({ reason: 'only_staff' });
    expect(await retryChannel(test.deps, other, now, place.id)).toMatchObject({ reason: 'only_staff' });
    expect(await retryChannel(test.deps, staff, now, test.deps.ids.next())).toMatchObject({ reason: 'only_staff' });
    expect(await retryChannel(test.deps, staff, now, place.id)).toMatchObject({ reason: 'not_in_trouble' });
  });
});
