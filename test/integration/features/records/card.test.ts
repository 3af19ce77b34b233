import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordSource } from '../../../../src/features/records/obligations.ts';
import { cardBrief, overdueCards } from '../../../../src/features/records/offers.ts';
import {
  commentCard,
  confirmCard,
  decideHow,
  doDue,
  sayHow,
  sendSheet,
  sheetFiles,
  writeCard,
} from '../../../../src/features/records/operations/index.ts';
import { heldOf } from '../../../../src/features/records/queries/index.ts';
import { strictCsv } from '../../../support/csv.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { cardOf, makeMeeting, makeStage, RECORD_FEATURES, type Stage } from '../../../support/records.ts';

const DAY = '2024-03-05';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;
let meeting: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice"');
  test = testDeps(database.db, RECORD_FEATURES);
  stage = await makeStage(test);
  meeting = await makeMeeting(test, stage, DAY);
  test.clock.set('2024-03-05T12:00:00+01:00');
  test.queued.length = 0;
});

type Who = 'member' | 'expert' | 'staff';
const write = (change: Parameters<typeof cardOf>[1] = {}, version = 0, who: Who = 'expert') =>
  writeCard(test.deps, stage[who], test.clock.now(), { consultationId: meeting, version }, cardOf(DAY, change));
const card = () =>
  database.db.consultationCard.findUniqueOrThrow({
    where: { consultationId: meeting },
    include: { versions: { orderBy: { number: 'asc' } }, comments: true },
  });
const confirm = async (number: number, who: Who = 'member', channelId: string | null = null) =>
  confirmCard(test.deps, stage[who], test.clock.now(), { cardId: (await card()).id, number }, channelId);
const comment = async (number: number, text: string, who: Who = 'member') =>
  commentCard(test.deps, stage[who], test.clock.now(), { cardId: (await card()).id, number, text }, null);
const consultation = () => database.db.consultation.findUniqueOrThrow({ where: { id: meeting } });
const shown = () => JSON.stringify(test.slack.messages.map(({ message }) => message));
const owed = async () =>
  [...(await recordSource.owed(test.deps, database.db, [meeting])).values()].flat().map(({ kind }) => kind);

describe('the card of a consultation', () => {
  it('is kept as an unfinished draft that the organisation does not see', async () => {
    expect(await write({ send: 'later', agreed: '', people: '' })).toMatchObject({ ok: true, value: { number: null } });
    await test.runQueued();
    expect([(await card()).state, shown()]).toEqual(['draft', '[]']);
    expect(await owed()).toEqual(['consultations.card']);
  });

  it('is sent to the channel, says that the meeting took place, and how long', async () => {
    expect(await write()).toMatchObject({ ok: true, value: { number: 1 } });
    await test.runQueued();
    expect(shown()).toContain('90 minut');
    expect(await owed()).toEqual(['consultations.confirm_card']);
    expect((await consultation()).state).toBe('booked');
    const says = { consultationId: meeting, says: 'yes' } as const;
    await sayHow(test.deps, stage.member, test.clock.now(), says, null);
    expect(await consultation()).toMatchObject({ state: 'held', minutesCounted: 90 });
  });

  it('is written by its expert, or by staff for them, and after the meeting alone', async () => {
    expect(await write({}, 0, 'member')).toMatchObject({ reason: 'not_allowed' });
    test.clock.set('2024-03-05T10:59:59+01:00');
    expect(await write()).toMatchObject({ reason: 'not_over' });
    test.clock.set('2024-03-05T12:00:00+01:00');
    expect(await write({ date: '2024-03-06' })).toMatchObject({ reason: 'in_future' });
    expect(await write({}, 0, 'staff')).toMatchObject({ ok: true });
    expect(await write()).toMatchObject({ reason: 'changed_meanwhile' });
    const [line] = await database.db.journalEntry.findMany({ where: { act: 'records.send_card', subjectId: meeting } });
    expect(line).toMatchObject({ role: 'staff', onBehalfOf: 'Celina Przykładowa' });
  });

  it('sent twice at once is one version', async () => {
    const both = await Promise.all([write(), write()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await card()).versions).toHaveLength(1);
  });

  it('is not there for a meeting that did not take place', async () => {
    for (const who of ['member', 'expert'] as const)
      await sayHow(test.deps, stage[who], test.clock.now(), { consultationId: meeting, says: 'no' }, null);
    expect(await write()).toMatchObject({ reason: 'not_held' });
    expect(await owed()).toEqual([]);
  });

  it('is confirmed by the organisation with one click, once, and not by its writer', async () => {
    await write();
    expect(await confirm(1, 'expert')).toMatchObject({ reason: 'not_yours' });
    expect(await confirm(1)).toMatchObject({ ok: true });
    expect(await confirm(1)).toMatchObject({ reason: 'already_confirmed' });
    await test.runQueued();
    expect(shown()).toContain('Potwierdzona: Halina Zmyślona');
    expect(shown()).not.toContain('records_confirm');
  });

  it('is confirmed by silence after the last minute of the seventh day, but not when there are remarks', async () => {
    await write();
    test.clock.set('2024-03-12T23:59:59+01:00');
    await doDue(test.deps, test.clock.now());
    expect((await card()).state).toBe('published');
    test.clock.set('2024-03-13T00:00:00+01:00');
    await doDue(test.deps, test.clock.now());
    expect(await card()).toMatchObject({ state: 'confirmed', confirmedBy: null });

    meeting = await makeMeeting(test, stage, DAY, { from: '07:00', to: '08:00' });
    await write();
    await comment(1, 'Brakuje terminu');
    test.clock.set('2024-05-12T12:00:00+02:00');
    await doDue(test.deps, test.clock.now());
    expect((await card()).state).toBe('commented');
  });

  it('is answered by a new version; the old one stays and cannot be confirmed any more', async () => {
    await write();
    await test.runQueued();
    expect(await comment(1, 'Było krócej')).toMatchObject({ ok: true });
    await test.runQueued();
    expect(shown()).toContain('Było krócej');
    expect(await write({ to: '11:00' }, (await card()).version)).toMatchObject({ value: { number: 2 } });
    await test.runQueued();
    expect(shown()).toContain('Jest nowsza wersja tej karty: 2.');
    expect(await confirm(1)).toMatchObject({ reason: 'not_newest' });
    expect(await confirm(2)).toMatchObject({ ok: true });
    expect((await card()).versions.map(({ minutes }) => minutes)).toEqual([90, 60]);
  });

  it('corrected after it was confirmed is to be confirmed again, and the minutes follow', async () => {
    await write();
    await sayHow(test.deps, stage.member, test.clock.now(), { consultationId: meeting, says: 'yes' }, null);
    await confirm(1);
    await write({ minutes: '45' }, (await card()).version);
    expect(await card()).toMatchObject({ state: 'published', number: 2, confirmedAt: null });
    expect(await consultation()).toMatchObject({ minutesCounted: 45 });
  });

  it('written more than fourteen days later is marked so; a correction is not', async () => {
    test.clock.set('2024-03-20T00:00:00+01:00');
    await write();
    await write({}, (await card()).version);
    expect((await card()).versions.map(({ isLate }) => isLate)).toEqual([true, false]);
  });

  it('cannot be changed afterwards by anybody', async () => {
    await write();
    await expect(database.db.cardVersion.updateMany({ data: { minutes: 1 } })).rejects.toThrow();
    await expect(database.db.cardVersion.deleteMany()).rejects.toThrow();
  });

  it('that is owed makes its expert silent after its last day', async () => {
    const silent = async (iso: string) =>
      (await overdueCards(test.deps, database.db, stage.cohortId, new Date(iso))).map(({ fact }) => fact);
    expect(await silent('2024-03-12T22:59:59Z')).toEqual([]);
    expect(await silent('2024-03-12T23:00:00Z')).toEqual(['overdue_card']);
    await write();
    expect(await silent('2024-03-12T23:00:00Z')).toEqual([]);
  });

  it('a remark within the last named minute still counts', async () => {
    await write();
    test.clock.set('2024-03-12T23:59:59+01:00');
    await doDue(test.deps, test.clock.now());
    expect(await owed()).toEqual(['consultations.confirm_card']);
    expect(await comment(1, 'Było krócej')).toMatchObject({ ok: true });
    test.clock.set('2024-03-13T00:00:00+01:00');
    await doDue(test.deps, test.clock.now());
    expect(await card()).toMatchObject({ state: 'commented', confirmedAt: null });
  });

  it.each(['not_held', 'organisation_absent', 'expert_absent'] as const)(
    'sent before staff decide that nobody met (%s) counts no minutes and waits for nobody',
    async (decision) => {
      await write();
      await test.runQueued();
      expect(await owed()).toEqual(['consultations.confirm_card']);
      const wanted = { consultationId: meeting, decision };
      expect(await decideHow(test.deps, stage.staff, test.clock.now(), wanted)).toMatchObject({ ok: true });
      await test.runQueued();
      expect(await owed()).toEqual([]);
      expect(await card()).toMatchObject({ state: 'confirmed', number: 2, confirmBy: null, confirmedBy: null });
      expect((await card()).versions.map(({ minutes, writtenBy }) => [minutes, writtenBy])).toEqual([
        [90, stage.expert.personId],
        [0, null],
      ]);
      expect((await consultation()).minutesCounted).toBeNull();
      expect(shown()).toContain('Jest nowsza wersja tej karty: 2.');
      expect(shown()).toContain('Spotkania nie było, dlatego karta ma 0 minut.');
      expect(shown()).not.toMatch(/records_confirm|records_write/);
      expect(await confirm(1)).toMatchObject({ reason: 'not_newest' });
      expect(await write({}, (await card()).version)).toMatchObject({ reason: 'not_held' });
      test.clock.set('2024-05-12T12:00:00+02:00');
      await doDue(test.deps, test.clock.now());
      expect((await card()).versions).toHaveLength(2);
      expect(await cardBrief(test.deps, database.db, stage.participationId, 'pl')).toEqual([]);
    },
  );

  it('confirmed or remarked upon by staff is so on behalf of the organisation', async () => {
    await write({}, 0, 'staff');
    await comment(1, 'Brakuje terminu', 'staff');
    expect(await confirm(1, 'staff')).toMatchObject({ ok: true });
    await test.runQueued();
    const acts = ['records.say_yes', 'records.comment_card', 'records.confirm_card'];
    const lines = await database.db.journalEntry.findMany({ where: { subjectId: meeting, act: { in: acts } } });
    expect(new Map(lines.map(({ act, role, onBehalfOf }) => [act, [role, onBehalfOf]]))).toEqual(
      new Map([
        ['records.say_yes', ['staff', 'Celina Przykładowa']],
        ['records.comment_card', ['staff', 'Stowarzyszenie Zmyślony Ogród']],
        ['records.confirm_card', ['staff', 'Stowarzyszenie Zmyślony Ogród']],
      ]),
    );
    expect(shown()).toContain('Potwierdzona w imieniu organizacji przez zespół programu: Alicja Zespołowa');
  });

  it('confirmed by the organisation itself is not on anybody’s behalf, also after staff did it once', async () => {
    await write();
    await confirm(1, 'staff');
    await write({ to: '11:00' }, (await card()).version);
    await confirm(2);
    await test.runQueued();
    expect(shown()).toContain('Potwierdzona: Halina Zmyślona');
    expect(shown()).not.toContain('Potwierdzona w imieniu');
  });

  it('tells a successor what was agreed last', async () => {
    expect(await cardBrief(test.deps, database.db, stage.participationId, 'pl')).toEqual([]);
    await write();
    expect(await cardBrief(test.deps, database.db, stage.participationId, 'pl')).toEqual([
      'Ustalenia z ostatniej karty (wtorek, 5 marca 2024 r.): Plan do poprawy',
      'Następne kroki: Szkic | Halina | 2024-06-10; Telefon do gminy',
    ]);
  });
});

describe('the settlement', () => {
  it('comes to whoever asked, as CSV and XLSX with the same rows', async () => {
    await write();
    await sayHow(test.deps, stage.member, test.clock.now(), { consultationId: meeting, says: 'yes' }, null);
    await test.runQueued();
    expect(await sendSheet(test.deps, stage.expert, test.clock.now(), { own: true })).toMatchObject({ ok: true });
    await test.runQueued();
    const sent = test.slack.messages.at(-1);
    expect([sent?.channelId, sent?.message.text]).toEqual([stage.expert.slackUserId, 'Rozliczenie konsultacji']);
    const files = [...test.slack.files.values()];
    expect(files.map(({ name }) => name)).toEqual(['konsultacje-2024-03-05.csv', 'konsultacje-2024-03-05.xlsx']);
    expect(files.every(({ thread }) => thread === `${sent?.channelId}/${sent?.ts}`)).toBe(true);

    const [csv, xlsx] = await sheetFiles(await heldOf(database.db, { cohortId: stage.cohortId }), DAY);
    const [head, row] = strictCsv(String(csv?.content));
    expect(head).toEqual([
      ...[
        'edycja',
        'prowadzi',
        'organizacja',
        'data',
        'od',
        'do',
        'minuty',
        'forma',
        'karta',
        'wersja_karty',
        'identyfikator',
      ],
    ]);
    expect(row?.slice(1, 10)).toEqual([
      ...[
        'Celina Przykładowa',
        'Stowarzyszenie Zmyślony Ogród',
        DAY,
        '10:00',
        '11:30',
        '90',
        'online',
        'do potwierdzenia',
        '1',
      ],
    ]);
    const [sheet] = await readXlsxFile(Buffer.from(xlsx?.content ?? ''));
    expect(sheet?.data[0]).toEqual(head);
    expect(sheet?.data[1]?.slice(3, 7)).toEqual([new Date(`${DAY}T00:00:00Z`), '10:00', '11:30', 90]);
  });

  it('of a cohort is for its staff, one’s own for experts, and names nobody of the organisation', async () => {
    const ask = async (who: Who, of: Parameters<typeof sendSheet>[3]) =>
      (await sendSheet(test.deps, stage[who], test.clock.now(), of)).ok;
    const cohort = { cohortId: stage.cohortId };
    const asked = [ask('member', { own: true }), ask('member', cohort), ask('expert', cohort), ask('staff', cohort)];
    expect(await Promise.all(asked)).toEqual([false, false, false, true]);
    await write();
    const files = await sheetFiles(await heldOf(database.db, cohort), DAY);
    expect(String(files[0]?.content)).not.toContain('Halina');
  });
});
