import fc from 'fast-check';
import type { ApplicationRow } from '../../src/features/applications/queries/entry.ts';
import type { Reviewed } from '../../src/features/applications/queries/review.ts';
import { APPLICATION_STATES } from '../../src/features/applications/rules/machine.ts';
import {
  type CallOfCohort,
  definitionOf,
  definitions,
  type Form,
  formOf,
  type ProgrammeDefinition,
  type Question,
} from '../../src/features/programmes/public.ts';
import type { Call, Cohort, Organisation, Prisma } from '../../src/platform/db/generated/client.ts';
import { programmeFiles } from './deps.ts';
import { channelId, count, crowd, day, grosze, maybe, moment, userId, uuid, type Words } from './words.ts';

/** The programmes there are, and one that takes all the room which definitions leave. */
const real = definitions({ programmeFiles: programmeFiles() });

const long = (text: string, length: number): string =>
  text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .trim();
const label = (length: number) => ({
  pl: long('Budżet < 5 tys. & *to*, co łączy; ', length),
  en: long('A budget < 5k & *what* joins us; ', length),
});
const options = (n: number) => Array.from({ length: n }, (_, index) => ({ key: `option_${index}`, label: label(75) }));

/** A question with the longest words around it; its kind and choices stay. */
const stretched = (question: Question): Question => ({
  ...question,
  label: label(200),
  hint: label(500),
  ...(question.options ? { options: options(question.options.length) } : {}),
});

/** Five steps and forty questions, those that there are and long ones. */
function stretchedForm({ version, steps }: Form): Form {
  const asked = steps.flatMap((step) => step.questions).map(stretched);
  const more = Array.from({ length: 40 - asked.length }, (_, n): Question => {
    return { key: `more_${n}`, kind: 'long_text', label: label(200), required: false };
  });
  const questions = [...asked, ...more];
  const step = (n: number) => ({
    key: `step_${n}`,
    title: label(24),
    intro: label(1000),
    questions: questions.slice(n * 8, n * 8 + 8),
  });
  return { version, steps: [0, 1, 2, 3, 4].map(step) };
}

type Survey = ProgrammeDefinition['surveys'][number];

/** Eight questions of every kind, the longest there may be; the first stays, for a low score is one of its. */
function stretchedSurvey(given: Survey): Survey {
  const wide = given.questions.map((one): Survey['questions'][number] => {
    const words = { ...one, label: label(200), hint: label(300) };
    if (words.kind === 'scale') return { ...words, to: 7, ends: { low: label(60), high: label(60) } };
    return words.kind === 'choice' ? { ...words, options: options(8) } : words;
  });
  const questions = Array.from({ length: 8 }, (_, n) => {
    const one = wide[n % wide.length] ?? wide[0];
    return { ...one, key: wide[n]?.key ?? `more_${n}` };
  }) as Survey['questions'];
  return { ...given, title: label(24), asks: label(150), questions };
}

function stretchedDefinition(given: ProgrammeDefinition): ProgrammeDefinition {
  const copy = structuredClone(given);
  const [meeting] = copy.meetings;
  const meetings = Array.from({ length: 15 }, (_, n) => ({
    ...meeting,
    key: `meeting_${n}`,
    name: label(150),
    days: n % 2 ? [] : ['2023-10-29'],
  }));
  return definitionOf({
    definition: {
      ...copy,
      ...{ name: label(100), about: label(1500), audience: label(1500), difference: label(300) },
      ...{ expertFields: options(30), legalForms: options(20), meetings },
      registerTypes: given.registerTypes.map((one) => ({ ...one, label: label(75) })),
      deadlines: given.deadlines.map((one) => ({ ...one, label: label(60), what: label(150) })),
      surveys: given.surveys.map(stretchedSurvey),
      checklist: Array.from({ length: 20 }, (_, n) => ({ key: `item_${n}`, label: label(300), note: n % 2 === 0 })),
      stages: copy.stages.map((stage) => ({ ...stage, name: label(60), form: stretchedForm(stage.form) })),
    },
  });
}

/** Each programme with as many and as long words as a definition may have. */
export const widest = real.map(stretchedDefinition);

/** A programme's edition as a cohort keeps it; with ordinary words, one of those that exist. */
export const definition = (words: Words): fc.Arbitrary<ProgrammeDefinition> =>
  fc.constantFrom(...(words.areTame ? real : [...real, ...widest]));

export const cohort = (words: Words): fc.Arbitrary<Cohort> =>
  fc.record({
    definition: definition(words),
    ...{ id: uuid, programmeKey: fc.constant('debiuty'), name: words.line(60), slug: fc.constant('proba') },
    ...{ places: count, grantGrosze: grosze, voucherGrosze: grosze, copiedFromId: maybe(uuid), endsOn: maybe(day) },
    ...{ channelId: maybe(channelId), staffChannelId: maybe(channelId), cardTs: fc.constant(null) },
    ...{ cardHash: fc.constant(null), cardShows: fc.constant(null), noteTs: fc.constant(null) },
    ...{ problem: fc.constant(null), createdAt: moment, createdBy: uuid, version: count },
  });

/** A call of its cohort, in a stage that the cohort's programme has. */
export const call = (words: Words): fc.Arbitrary<CallOfCohort> =>
  cohort(words).chain((of) =>
    fc.record({
      cohort: fc.constant(of),
      cohortId: fc.constant(of.id),
      stage: fc.constantFrom(...definitionOf(of).stages.map((one) => one.stage)),
      ...{ id: uuid, opensOn: day, opensTime: fc.constant('00:00'), closesOn: day, closesTime: fc.constant('23:59') },
      ...{ zone: fc.constant('Europe/Warsaw'), opensAt: moment, closesAt: moment, lateFrom: moment },
      ...{ closingRule: fc.constantFrom('inclusive', 'exclusive'), releasedAt: maybe(moment), releasedBy: maybe(uuid) },
      ...{ nextNumber: count, version: count },
    }),
  );

type Json = Prisma.JsonValue;

function answer({ kind, max, options: given = [] }: Question, words: Words): fc.Arbitrary<Json> {
  const keys = given.map((one) => one.key);
  switch (kind) {
    case 'choices':
      return fc.subarray([...keys, 'xvq']);
    case 'choice':
    case 'voivodeship':
      return fc.constantFrom(...keys, 'xvq');
    case 'money':
      return grosze;
    case 'number':
      return count;
    case 'yes_no':
      return fc.constantFrom('yes', 'no');
    case 'date':
      return day;
    case 'person':
      return words.areTame ? fc.constant('U0QVX') : userId;
    case 'email':
      return fc.constantFrom('qvx@qvx.qvx', `${'qvx'.repeat(60)}@qvx.qvx`);
    case 'long_text':
      return words.text(max);
    default:
      return words.line(kind === 'text' ? max : 60);
  }
}

/** Answers to a form: any of them may be empty or missing. */
export const answersTo = (form: Form, words: Words): fc.Arbitrary<Prisma.JsonObject> =>
  fc.record(
    Object.fromEntries(
      form.steps.flatMap((step) => step.questions.map((asked) => [asked.key, maybe(answer(asked, words))])),
    ),
    { requiredKeys: [] },
  );

export const organisation = (words: Words): fc.Arbitrary<Organisation> =>
  fc.record({
    ...{ id: uuid, name: words.line(), legalForm: fc.constantFrom('association', 'xvq') },
    ...{ registerType: fc.constantFrom('krs', 'starosta', 'xvq'), registerName: maybe(words.line(150)) },
    ...{
      registerNumber: words.line(60),
      nip: maybe(fc.constant('9990000014')),
      regon: maybe(fc.constant('990000016')),
    },
    ...{ town: words.line(), voivodeship: fc.constantFrom('lodzkie', 'xvq'), createdAt: moment, version: count },
  });

const own = (words: Words, of: CallOfCohort) => ({
  ...{ id: uuid, callId: fc.constant(of.id), cohortId: fc.constant(of.cohortId), editorId: uuid },
  ...{ organisationId: maybe(uuid), state: fc.constantFrom(...APPLICATION_STATES), step: fc.constantFrom(0, 1, 3, 9) },
  ...{ answers: answersTo(formOf(of.cohort, of.stage), words), unfinished: fc.constant(null) },
  ...{ organisationName: maybe(words.line()), number: maybe(count), receivedAt: maybe(moment) },
  ...{ enteredAt: maybe(moment), onBehalf: fc.boolean(), receiptAt: maybe(moment) },
  ...{ receiptWay: maybe(fc.constantFrom('mail', 'xvq')), evidence: maybe(words.line(500)) },
  ...{ lateReason: maybe(words.line(500)), confirmedBy: maybe(uuid) },
  ...{ formalResult: maybe(fc.constantFrom('accepted', 'rejected')), formalNote: fc.constant(null) },
  ...{ formalItems: maybe(marked(definitionOf(of.cohort).checklist, words)) },
  ...{ preparedDecision: maybe(fc.constantFrom('admitted', 'reserve', 'refused')) },
  ...{ preparedReason: maybe(words.text(2000)), reservePosition: maybe(count), decidedAt: maybe(moment) },
  ...{ createdAt: moment, updatedAt: moment, version: count },
});

/** A formal check of a checklist. */
export const marked = (checklist: ProgrammeDefinition['checklist'], words: Words) =>
  fc
    .tuple(fc.array(words.text(300), { minLength: 1, maxLength: 3 }), fc.constantFrom('no', 'yes', 'not_applicable'))
    .map(([notes, mark]) =>
      checklist.map(({ key }, n) => ({
        key,
        mark: mark as 'no' | 'yes',
        note: n % 4 === 3 ? '' : (notes[n % notes.length] ?? ''),
      })),
    );

const bare = ({ cohort: _cohort, ...rest }: CallOfCohort): Call => rest;

/** What people typed in a form and nobody has checked: anything in every field. */
const unchecked = (form: Form, words: Words): fc.Arbitrary<Prisma.JsonObject> =>
  fc.record(
    Object.fromEntries(
      form.steps.flatMap((step) =>
        step.questions.map(({ key, kind }) => [
          key,
          kind === 'choices' ? fc.array(words.line(40), { maxLength: 2 }) : fc.oneof(words.text(), fc.constant('')),
        ]),
      ),
    ),
    { requiredKeys: [] },
  );

/** An application as its own people have it. */
export const application = (words: Words): fc.Arbitrary<ApplicationRow> =>
  call(words).chain((of) =>
    fc.record({
      ...own(words, of),
      unfinished: maybe(unchecked(formOf(of.cohort, of.stage), words)),
      call: fc.constant(of),
      submissions: fc.constantFrom([], [{ sequence: 7 } as ApplicationRow['submissions'][number]]),
    }),
  );

/** An application as staff see it. */
export const reviewedBy = (words: Words): fc.Arbitrary<Reviewed> =>
  call(words).chain((of) =>
    fc.record({
      ...own(words, of),
      organisation: maybe(organisation(words)),
      call: fc.constant(bare(of)),
      cohort: fc.constant(of.cohort),
      editor: fc.record({ id: uuid, name: words.line() }),
      _count: fc.record({ submissions: count }),
      submissions: crowd(fc.record({ personId: uuid }), 1).map((all) => [...all]),
    }),
  );
