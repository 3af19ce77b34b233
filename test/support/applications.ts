import type { Reviewed } from '../../src/features/applications/queries/review.ts';
import { definitions, type ProgrammeDefinition } from '../../src/features/programmes/public.ts';
import { programmeFiles } from './deps.ts';

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
    ...{ grantGrosze: 600_000, voucherGrosze: 200_000, copiedFromId: null, channelId: 'C1', staffChannelId: 'G1' },
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
    ...{ organisation, call, cohort, editor: { id: `${ID}5`, name: word }, _count: { submissions: 2 } },
  };
  return { ...(whole as Reviewed), ...change };
}
