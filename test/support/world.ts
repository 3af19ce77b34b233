import type { Actor } from '../../src/core/actor.ts';
import { civilOf } from '../../src/core/calendar/index.ts';
import { collapse, tidyLines } from '../../src/core/text.ts';
import { repairObligations } from '../../src/features/obligations/operations/repair.ts';
import { reminderKeys } from '../../src/features/obligations/rules/obligation.ts';
import { matterOf } from '../../src/features/obligations/rules/standing.ts';
import { prepareCohort } from '../../src/features/programmes/jobs/index.ts';
import { makeActions } from './action-world.ts';
import { makeAbsence, makeHours } from './availability.ts';
import { makeConsultations } from './consultation-world.ts';
import { makeDates } from './deadlines.ts';
import type { TestDeps } from './deps.ts';
import { makeEvents } from './events.ts';
import { answersFor, makeCall } from './intake.ts';
import { makeOpinions } from './opinion-world.ts';
import { addPerson, makeCohort, makeExpert, makeOrganisation, makePerson, makePlace } from './places.ts';
import { makeRecords } from './record-world.ts';
import { widest } from './rows.ts';
import { leaveSurveys } from './surveys.ts';

/** Words as our forms let them through, cut to the field. */
const cut = (word: string, max: number): string => collapse(word).slice(0, max).trim().toWellFormed();

type WaitingFacts = {
  readonly cohortId: string;
  readonly callId: string;
  readonly by: string;
  readonly assignmentId: string;
  readonly participationId: string;
  readonly expertId: string;
};

/** A world in which everybody and everything is called `word`, with a case of whatever is said or shown. */
export type World = {
  readonly actors: Readonly<Record<'chief' | 'staff' | 'expert' | 'representative' | 'newcomer' | 'everything', Actor>>;
  readonly cohortIds: readonly string[];
  readonly participationIds: readonly string[];
  /** A notice of each kind, in the state in which its words are true. */
  readonly notices: Readonly<Record<string, unknown>>;
};

type Row = Readonly<Record<string, unknown>>;

const longAnswers = (word: string) =>
  answersFor({
    ...{ organisation_name: cut(word, 200), town: cut(word, 100), subject: cut(word, 120) },
    ...{ description: tidyLines(word).slice(0, 3000).toWellFormed(), place_description: cut(word, 1000) },
    ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`more_${n}`, cut(word, 3000)])),
    ...{ experience: cut(word, 1000), contact_name: cut(word, 100), needs: ['diagnosis', 'finance'] },
  });

/** Something that did not arrive, and what staff are told of it. */
async function leaveUndelivered({ deps }: TestDeps, cohortId: string): Promise<Row> {
  const [id, at] = [deps.ids.next(), deps.clock.now()];
  const to = { targetKind: 'channel', target: 'C0GONE0000', cohortId };
  const failed = { state: 'failed', failure: 'is_archived', attempts: 1, dueAt: at, createdAt: at };
  await deps.db.notice.create({ data: { id, kind: 'world.gone', params: {}, key: id, ...to, ...failed } });
  return { 'notices.undelivered': { cohortId, reason: 'archived' } };
}

/** Acts that wait, that were done, and that were refused; what staff are told of the latter, and a correction. */
async function leaveActs({ deps }: TestDeps, word: string, facts: WaitingFacts): Promise<Row> {
  const { cohortId, callId, by, assignmentId, participationId, expertId } = facts;
  const now = deps.clock.now();
  const write = async (kind: string, params: Row, change: Row): Promise<string> => {
    const id = deps.ids.next();
    const asked = { id, kind, params: params as object, key: id, cohortId, byPerson: by, writtenAt: now };
    await deps.db.waitingAct.create({ data: { ...asked, dueAt: now, state: 'waiting', failures: 0, ...change } });
    return id;
  };
  const over = { endedAt: now, endedBy: by };
  const proposal = { participationId, expertId, overrideReason: null };
  const release = { callId, seen: '1.1', publish: true };
  for (let n = 0; n < 3; n += 1) await write('applications.release', release, {});
  await write('assignments.propose', proposal, {});
  const group = { kind: 'plan', state: 'open', date: '2024-05-06', time: '23:59' };
  const target = { cohortId, participationId: null, group };
  const removal = { target, moveId: deps.ids.next(), scope: { of: 'all' }, reason: 'Próba', seen: '-' };
  await write('deadlines.remove', removal, {});
  await write('assignments.withdraw', { assignmentId }, { ...over, state: 'undone' });
  const done = await write('assignments.propose', proposal, { ...over, state: 'done', result: { assignmentId } });
  const actId = await write('applications.release', release, {
    ...{ ...over, endedBy: null, state: 'refused', refusal: 'changed_meanwhile' },
  });
  const correctionId = deps.ids.next();
  const said = { text: tidyLines(word).slice(0, 2500).toWellFormed(), byPerson: by, at: now };
  await deps.db.correction.create({
    data: { id: correctionId, actId: done, targetKind: 'person', target: expertId, ...said },
  });
  return { 'undo.refused': { actId }, 'undo.correction': { correctionId } };
}

/** Writes applications of a call, each in a state of its own, with what was sent. */
function applications(test: TestDeps, word: string, editor: Actor) {
  let number = 0;
  return async (callId: string, cohortId: string, change: Row = {}): Promise<string> => {
    const { db, ids, clock } = test.deps;
    const [id, now] = [ids.next(), clock.now()];
    number += 1;
    const answers = longAnswers(word);
    const moments = { receivedAt: now, enteredAt: now, createdAt: now, updatedAt: now };
    const organisationId = await makeOrganisation(test, cut(word, 200), { town: cut(word, 100) });
    await db.application.create({
      data: {
        ...{ id, callId, cohortId, organisationId, editorId: editor.personId, step: 3, number, answers },
        ...{ state: 'submitted', organisationName: cut(word, 200), onBehalf: false, version: 1, ...moments, ...change },
      },
    });
    const sent = { id: ids.next(), applicationId: id, personId: editor.personId, sequence: 1, late: false };
    await db.submission.create({ data: { ...sent, answers, receivedAt: now, enteredAt: now } });
    return id;
  };
}

/** The intake: an open call with a draft, a late entry and more, and a call whose results are out. */
async function intake(test: TestDeps, word: string, people: { readonly editor: Actor; readonly staff: Actor }) {
  const { db } = test.deps;
  const [openCohort, doneCohort] = [await makeCohort(test, 'debiuty-2023'), await makeCohort(test, 'debiuty-2024')];
  const [openCall, doneCall] = [await makeCall(test, openCohort), await makeCall(test, doneCohort)];
  const write = applications(test, word, people.editor);
  const released = { releasedAt: test.clock.now(), releasedBy: people.staff.personId };
  await db.call.update({ where: { id: doneCall }, data: released });
  const items = [{ key: 'place', mark: 'no', note: cut(word, 300) }];
  const [sent, draft] = [await write(openCall, openCohort), await write(openCall, openCohort, { state: 'draft' })];
  const behalf = { onBehalf: true, receiptWay: 'paper', evidence: cut(word, 500), lateReason: cut(word, 500) };
  const awaiting = await write(openCall, openCohort, { state: 'awaiting_confirmation', ...behalf });
  const result = await write(doneCall, doneCohort, { state: 'refused', preparedReason: cut(word, 2000) });
  const rejected = await write(doneCall, doneCohort, { state: 'formally_rejected', formalItems: items });
  for (let n = 0; n < 12; n += 1) await write(doneCall, doneCohort, { state: 'admitted' });
  const by = people.staff.personId;
  const at = test.clock.now().toISOString();
  const notices = {
    'applications.submitted': { applicationId: sent, sequence: 1, representatives: 'others' },
    'applications.proof': { applicationId: sent, sequence: 1 },
    'applications.withdrawn': { applicationId: sent },
    'applications.pulled_back': { applicationId: draft },
    'applications.late': { applicationId: draft, sequence: 1 },
    'applications.edited': { applicationId: draft, by },
    'applications.awaiting': { applicationId: awaiting, sequence: 1 },
    'applications.answered': { applicationId: awaiting, act: 'decline', personId: by },
    'applications.attempt': { applicationId: sent, reason: 'already_applied', personId: by, at },
    'applications.result': { applicationId: result },
    'applications.released': { callId: doneCall },
    'applications.public_list': { callId: doneCall },
  };
  return { openCohort, doneCohort, doneCall, rejected, notices };
}

/** Organisations of the programme: one led, one asked about, one waiting, one whose channel is in trouble. */
async function programme(
  test: TestDeps,
  word: string,
  cohortId: string,
  people: { readonly expert: Actor; readonly staff: Actor },
) {
  const { db, ids, clock } = test.deps;
  const facts = { town: cut(word, 100), needs: ['diagnosis', 'finance'] };
  const place = () => makePlace(test, cohortId, cut(word, 200), facts);
  const places = [await place(), await place(), await place(), await place(), await place()] as const;
  const [led, asked, waiting, declined, gone] = places;
  await db.participation.updateMany({ data: { subject: cut(word, 120) } });
  const assign = async (participationId: string, state: string, change: Row = {}): Promise<string> => {
    const id = ids.next();
    const now = clock.now();
    const { expert, staff } = people;
    const who = { participationId, expertId: expert.personId, proposedBy: staff.personId, proposedAt: now };
    await db.assignment.create({ data: { id, ...who, state, answeredAt: now, version: 1, ...change } });
    return id;
  };
  const [accepted, proposed] = [await assign(led.id, 'active'), await assign(asked.id, 'proposed')];
  const refusal = { declineCategory: 'other', declineNote: cut(word, 1000) };
  const no = await assign(declined.id, 'declined', refusal);
  const withdrawn = await assign(gone.id, 'withdrawn');
  const note = tidyLines(word).slice(0, 2000).toWellFormed();
  const passes = async (participationId: string, assignmentId: string, change: Row): Promise<Row> => {
    const id = ids.next();
    const who = { participationId, assignmentId, cohortId, formerId: people.expert.personId, note };
    const asked = { state: 'open', reason: 'leave', askedBy: people.staff.personId, askedAt: clock.now(), version: 1 };
    await db.handOver.create({ data: { id, ...who, ...asked, ...change } });
    return { handOverId: id };
  };
  const left = await assign(gone.id, 'replaced');
  const at = clock.now();
  const done = { state: 'done', successorId: accepted, leftAt: at, endedAt: at };
  const passed = {
    'assignments.handing_over': await passes(led.id, accepted, { lastOn: '2024-05-06' }),
    'assignments.left': await passes(gone.id, left, { leftAt: at }),
    'assignments.brief': await passes(led.id, left, done),
    'assignments.stays': await passes(gone.id, left, { state: 'stopped', endedAt: at }),
  };
  const [signalId, alarmId] = [ids.next(), ids.next()];
  const silent = {
    participationId: led.id,
    expertId: people.expert.personId,
    fact: 'no_booking',
    since: at,
    toldAt: at,
  };
  await db.silenceSignal.create({ data: { id: signalId, ...silent } });
  const alarm = {
    participationId: led.id,
    personId: people.expert.personId,
    topic: 'risk',
    askedAt: at,
    answerOn: '2024-05-06',
  };
  await db.helpRequest.create({ data: { id: alarmId, ...alarm, text: note.slice(0, 3000) } });
  const refused = [{ participationId: waiting.id, expertId: people.expert.personId, reason: 'full' }];
  const requestId = ids.next();
  const ask = { participationId: led.id, personId: people.staff.personId, topic: 'complaint', askedAt: clock.now() };
  await db.helpRequest.create({ data: { id: requestId, ...ask, text: tidyLines(word).slice(0, 3000).toWellFormed() } });
  const notices = {
    'assignments.accepted': { assignmentId: accepted },
    'assignments.proposed': { assignmentId: proposed },
    'assignments.answered': { assignmentId: no },
    'assignments.withdrawn': { assignmentId: withdrawn },
    'assignments.waiting': { cohortId },
    ...passed,
    'assignments.parting': passed['assignments.left'],
    'concerns.raised': { requestId: alarmId },
    'concerns.silent': { signalId },
    'assignments.plan_applied': { cohortId, by: cut(word, 250), proposed: 2, refused: JSON.stringify(refused) },
    'participations.channel_report': { participationId: waiting.id, asked: true },
    'participations.help_asked': { requestId },
  };
  return { places, waiting, proposed, notices };
}

/** Everybody who belongs to an organisation: some in Slack, some not. */
async function crowdOf(test: TestDeps, word: string, organisationId: string, n: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < n; index += 1) {
    const person = await makePerson(test, cut(word, 250), index % 2 ? { slackUserId: null } : {});
    await addPerson(test, organisationId, person.personId, index === 0);
    ids.push(person.personId);
  }
  return ids;
}

/** A reminder of everything that anybody owes in the world, in one message. Returns the message's id. */
async function remindOfAll({ deps }: TestDeps): Promise<string> {
  const at = deps.clock.now();
  await repairObligations(deps, at);
  const messageId = deps.ids.next();
  const open = await deps.db.obligation.findMany({ where: { closedAt: null } });
  const line = { step: 'day', recipient: 'staff:all', messageId, at };
  await deps.db.reminder.createMany({
    data: open.map((one) => {
      const key = reminderKeys(matterOf(one))(line.step);
      return { id: deps.ids.next(), key, obligationId: one.id, ...line };
    }),
  });
  return messageId;
}

/** Hours of the expert, and an absence with somebody who stands in. */
async function leaveHours(test: TestDeps, word: string, expertId: string): Promise<Row> {
  const { deps } = test;
  await makeHours(test, expertId, { words: cut(word, 300) });
  const substitute = await makeExpert(test, cut(word, 250));
  const away = { expertId, substituteId: substitute.personId, by: substitute.personId };
  const absenceId = await makeAbsence(test, { ...away, from: civilOf(deps.clock.now()).date, last: '2099-12-31' });
  return {
    'availability.away': { absenceId, isBack: false, to: 'staff', cohortId: null },
    'availability.stands_in': { absenceId, isBack: false },
  };
}

/** Makes the world; its jobs are run, so that channels and cards stand. */
export async function makeWorld(test: TestDeps, word: string): Promise<World> {
  const name = cut(word, 250);
  const everywhere = { cohortId: null };
  const chief = await makePerson(test, name, { roles: [{ role: 'staff', ...everywhere }] });
  const editor = await makePerson(test, name);
  const expert = await makeExpert(test, name, {
    fields: ['diagnosis', 'finance', 'gone'],
    regions: ['lodzkie', 'gone'],
  });
  await test.deps.db.expertProfile.updateMany({ data: { about: cut(word, 600) } });
  const { openCohort, doneCohort, doneCall, notices } = await intake(test, word, { editor, staff: chief });
  const data = { name: cut(word, 60), ...(widest[0] ? { definition: widest[0] } : {}) };
  await test.deps.db.cohort.updateMany({ data });
  const staff = await makePerson(test, name, { roles: [{ role: 'staff', cohortId: doneCohort }] });
  const { places, waiting, proposed, notices: said } = await programme(test, word, doneCohort, { expert, staff });
  const [{ organisationId }] = places;
  await test.runQueued();
  for (const cohortId of [openCohort, doneCohort]) await prepareCohort(test.deps, cohortId);
  const people = [
    ...(await crowdOf(test, word, organisationId, 14)),
    ...(await crowdOf(test, word, waiting.organisationId, 14)),
  ];
  const problem = JSON.stringify(people.map((personId) => ({ code: 'cant_invite', personId })));
  await test.deps.db.participation.update({ where: { id: waiting.id }, data: { channelProblem: problem } });
  const organisationIds = places.map((place) => place.organisationId);
  const undelivered = await leaveUndelivered(test, doneCohort);
  const acts = await leaveActs(test, word, {
    ...{ cohortId: doneCohort, callId: doneCall, by: staff.personId, assignmentId: proposed },
    ...{ participationId: waiting.id, expertId: expert.personId },
  });
  const representative = { ...editor, organisationIds };
  const reason = tidyLines(word).slice(0, 300).toWellFormed();
  const dated = { staff: chief, representative, reason, places, cohortId: doneCohort, openCohort };
  const dates = await makeDates(test, dated);
  const words = tidyLines(word).slice(0, 1000).toWellFormed();
  const asked = { cohortId: doneCohort, personId: expert.personId, others: [editor.personId, staff.personId] };
  const surveys = await leaveSurveys(test, words, asked);
  const talk = {
    ...{ cohortId: doneCohort, participationIds: places.map(({ id }) => id) },
    ...{ expertId: expert.personId, personId: editor.personId },
  };
  const deeds = await makeActions(test, word, talk);
  const records = await makeRecords(test, word, talk);
  const hours = await leaveHours(test, word, expert.personId);
  const titled = { title: cut(word, 100), reason, staff: chief, representative, expert, places, cohortId: doneCohort };
  const gatherings = await makeEvents(test, titled);
  const talks = await makeConsultations(test, word, talk);
  const opinions = await makeOpinions(test, word, { ...talk, staffId: staff.personId });
  await test.runQueued();
  const roles = [...chief.roles, ...expert.roles];
  return {
    actors: {
      ...{ chief, staff, expert, newcomer: await makePerson(test, name) },
      representative,
      everything: { ...expert, roles, organisationIds },
    },
    cohortIds: [openCohort, doneCohort],
    participationIds: places.map((place) => place.id),
    notices: {
      ...{ ...notices, ...said, ...undelivered, ...acts, ...dates, ...hours, ...talks, ...records, ...surveys },
      ...{ ...gatherings, ...deeds, ...opinions },
      'obligations.reminder': { messageId: await remindOfAll(test) },
      'obligations.digest': { cohortId: doneCohort },
    },
  };
}
