import type { Actor } from '../../src/core/actor.ts';
import { closesAfter, toInstant, WARSAW } from '../../src/core/calendar/index.ts';
import type { Answers } from '../../src/features/applications/input/form.ts';
import { saveStep, startDraft } from '../../src/features/applications/operations/draft.ts';
import { submitApplication } from '../../src/features/applications/operations/submit.ts';
import { type ApplicationRow, findApplication } from '../../src/features/applications/queries/entry.ts';
import { callById } from '../../src/features/programmes/public.ts';
import type { TestDeps } from './deps.ts';

/** The closing minute of the story: Sunday 7 May 2023, 23:59 in Warsaw, the whole minute included (T2). */
export const LAST_MOMENT = '2023-05-07T23:59:59.999+02:00';
export const TOO_LATE = '2023-05-08T00:00:00.000+02:00';
export const DURING = '2023-05-05T12:00:00.000+02:00';

/** A call of a cohort, open from 4 April to 7 May 2023. Returns its id. */
export async function makeCall(test: TestDeps, cohortId: string, stage = 1): Promise<string> {
  const opens = { date: '2023-04-04', time: '08:00', zone: WARSAW };
  const closes = { date: '2023-05-07', time: '23:59', zone: WARSAW };
  const id = test.deps.ids.next();
  await test.deps.db.call.create({
    data: {
      ...{ id, cohortId, stage, zone: WARSAW, closingRule: 'inclusive', nextNumber: 1, version: 1 },
      ...{ opensOn: opens.date, opensTime: opens.time, opensAt: toInstant(opens).instant },
      ...{ closesOn: closes.date, closesTime: closes.time, closesAt: toInstant(closes).instant },
      lateFrom: closesAfter(closes, 'inclusive'),
    },
  });
  return id;
}

/** Whole answers to the form of Debiuty, with numbers that pass their checks and belong to nobody. */
export const answersFor = (change: Answers = {}): Answers => ({
  organisation_name: 'Stowarzyszenie Zmyślony Ogród',
  legal_form: 'association',
  register_type: 'krs',
  register_number: '0000999001',
  nip: '9990000014',
  regon: '990000016',
  town: 'Zmyślin',
  voivodeship: 'lubelskie',
  place_description: 'Mała miejscowość, dużo ogrodów.',
  contact_name: 'Halina Próbna',
  contact_email: 'halina@przyklad.example',
  subject: 'Wspólny ogród',
  description: 'Zaprosimy mieszkanki i mieszkańców.',
  first_action: 'first',
  needs: ['diagnosis'],
  requested_amount: 500_000,
  ready_for_mentor: 'yes',
  ...change,
});

export const OTHER_NUMBERS = { register_number: '0000999002', nip: '9990000020', regon: '990000022' } as const;

export const reload = async (test: TestDeps, id: string): Promise<ApplicationRow> => {
  const found = await findApplication(test.deps.db, id);
  if (!found) throw new Error('no such application');
  return found;
};

/** A draft with every step saved, ready to be sent. */
export async function completeDraft(
  test: TestDeps,
  who: Actor,
  callId: string,
  answers: Answers = answersFor(),
): Promise<ApplicationRow> {
  const call = await callById(test.deps.db, callId);
  if (!call) throw new Error('no such call');
  const started = await startDraft(test.deps, who, test.clock.now(), call);
  if (!started.ok) throw new Error(started.reason);
  const { id, version } = started.value.application;
  const saved = await saveStep(test.deps, who, test.clock.now(), { id, step: 3, answers, version });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.application;
}

/** Sends what is on the screen now. */
export const send = (test: TestDeps, who: Actor, { id, version, submissions }: ApplicationRow, at = test.clock.now()) =>
  submitApplication(test.deps, who, at, {
    applicationId: id,
    version,
    sequence: (submissions[0]?.sequence ?? 0) + 1,
  });
