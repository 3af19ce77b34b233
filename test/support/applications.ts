import type { Actor } from '../../src/core/actor.ts';
import type { Reviewed } from '../../src/features/applications/queries/review.ts';
import type { Mark, MarkedItem } from '../../src/features/applications/rules/formal.ts';
import { definitions, type ProgrammeDefinition } from '../../src/features/programmes/public.ts';
import { programmeFiles, type TestDeps } from './deps.ts';
import { makeOrganisation } from './places.ts';

const AT = new Date('2023-05-07T21:59:07.000Z');
const ID = '00000000-0000-7000-8000-00000000000';

/** Read once: definitions are parsed for each array of files. */
const files = { programmeFiles: programmeFiles() };

export const definitionNamed = (key: string): ProgrammeDefinition => {
  const found = definitions(files).find((one) => `${one.programme}-${one.edition}` === key);
  if (!found) throw new Error(`no definition ${key}`);
  return found;
};

/** An application as staff see it, without a database; every word in it is the given one. */
export function reviewed(word = 'Zmyślony Ogród', change: Partial<Reviewed> = {}): Reviewed {
  const definition = definitionNamed('debiuty-2023');
  const questions = definition.stages.flatMap((stage) => stage.form.steps.flatMap((step) => step.questions));
  const special: Readonly<Record<string, unknown>> = { choices: [word], money: 600_000 };
  const answers = Object.fromEntries(questions.map(({ key, kind }) => [key, special[kind] ?? word]));
  const cohort = {
    ...{ id: `${ID}1`, programmeKey: 'debiuty', definition, name: word, slug: 'proba', places: 30 },
    ...{ grantGrosze: 600_000, voucherGrosze: 200_000, copiedFromId: null, endsOn: null },
    ...{ channelId: 'C1', staffChannelId: 'G1' },
    ...{ cardTs: null, cardHash: null, createdAt: AT, createdBy: `${ID}9`, version: 1 },
  };
  const call = {
    ...{ id: `${ID}2`, cohortId: cohort.id, stage: 1, opensOn: '2023-04-04', opensTime: '00:00' },
    ...{ closesOn: '2023-05-07', closesTime: '23:59', zone: 'Europe/Warsaw', opensAt: AT, closesAt: AT, lateFrom: AT },
    ...{ closingRule: 'inclusive', releasedAt: null, releasedBy: null, nextNumber: 2, version: 1 },
  };
  const organisation = {
    ...{ id: `${ID}3`, name: word, legalForm: 'association', registerType: 'krs', registerName: null },
    ...{ registerNumber: '0000999001', nip: null, regon: null, town: word, voivodeship: 'lodzkie' },
    ...{ createdAt: AT, version: 1 },
  };
  const whole: unknown = {
    ...{ id: `${ID}4`, callId: call.id, cohortId: cohort.id, editorId: `${ID}5`, organisationId: organisation.id },
    ...{ state: 'submitted', step: 3, answers, unfinished: null, organisationName: word, number: 12 },
    ...{ receivedAt: AT, enteredAt: AT, onBehalf: true, evidence: word, lateReason: word, confirmedBy: null },
    ...{ formalResult: null, formalNote: null, formalItems: null, preparedDecision: null, preparedReason: null },
    ...{ reservePosition: null, decidedAt: null, createdAt: AT, updatedAt: AT, version: 3 },
    ...{
      organisation,
      call,
      cohort,
      editor: { id: `${ID}5`, name: word },
      _count: { submissions: 2 },
      submissions: [],
    },
  };
  return { ...(whole as Reviewed), ...change };
}

type CallFacts = { readonly places?: number; readonly closed?: boolean };

/** A call of a cohort that has closed (or is still open at the test clock's moment). */
export async function makeCall(test: TestDeps, cohortId: string, facts: CallFacts = {}): Promise<string> {
  const { db, ids } = test.deps;
  const id = ids.next();
  const closesOn = facts.closed === false ? '2024-12-31' : '2024-01-22';
  const lateFrom = new Date(`${closesOn}T23:00:00.000Z`);
  await db.cohort.update({ where: { id: cohortId }, data: { places: facts.places ?? 30 } });
  await db.call.create({
    data: {
      ...{ id, cohortId, stage: 1, opensOn: '2024-01-02', opensTime: '09:00', closesOn, closesTime: '23:59' },
      ...{ zone: 'Europe/Warsaw', opensAt: new Date('2024-01-02T08:00:00.000Z'), closesAt: lateFrom, lateFrom },
      ...{ closingRule: 'inclusive', nextNumber: 1, version: 1 },
    },
  });
  return id;
}

type SentFacts = {
  readonly editor: Actor;
  readonly number: number;
  readonly name?: string;
  readonly voivodeship?: string;
  readonly change?: Readonly<Record<string, unknown>>;
};

/** An application that was sent, with its organisation. */
export async function makeSent(test: TestDeps, callId: string, facts: SentFacts): Promise<string> {
  const { db, ids } = test.deps;
  const { editor, number, voivodeship = 'lodzkie', change = {} } = facts;
  const name = facts.name ?? `Zmyślona Organizacja ${number}`;
  const { cohortId } = await db.call.findUniqueOrThrow({ where: { id: callId } });
  const organisationId = await makeOrganisation(test, name, { voivodeship });
  const id = ids.next();
  const at = new Date(Date.UTC(2024, 0, 3, 10, 0, number));
  await db.application.create({
    data: {
      ...{ id, callId, cohortId, editorId: editor.personId, organisationId, state: 'submitted', step: 3 },
      answers: {
        ...{ organisation_name: name, town: 'Zmyślin', voivodeship, subject: 'Ogród', requested_amount: 420_000 },
        ...{ contact_name: 'Halina Próbna', contact_email: 'halina@ogrod.example', contact_phone: '600 100 200' },
      },
      ...{ organisationName: name, number, receivedAt: at, enteredAt: at, onBehalf: false },
      ...{ createdAt: at, updatedAt: at, version: 1, ...change },
    },
  });
  return id;
}

/** The version that a person who looks at the application now would see. */
export const versionOf = async ({ deps }: TestDeps, id: string): Promise<number> =>
  (await deps.db.application.findUniqueOrThrow({ where: { id } })).version;

/** Every item of the checklist with the same answer, as the form sends it. */
export const marked = (mark: Mark): readonly MarkedItem[] =>
  definitionNamed('debiuty-2024').checklist.map(({ key }) => ({ key, mark, note: 'sprawdzono' }));
