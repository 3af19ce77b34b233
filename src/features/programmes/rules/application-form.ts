import { VOIVODESHIPS } from '../../../core/voivodeships.ts';
import { definitionOf, type Form, type ProgrammeDefinition, type Question } from './definition/index.ts';

type Option = NonNullable<Question['options']>[number];
type CohortNumbers = { readonly id: string; readonly definition: unknown; readonly grantGrosze: number };

const bare = ({ key, label }: Option): Option => ({ key, label });

/** The options that a list of the definition gives to a question. */
function listed(definition: ProgrammeDefinition, from: NonNullable<Question['optionsFrom']>): Option[] {
  switch (from) {
    case 'legal_forms':
      return definition.legalForms.map(bare);
    case 'register_types':
      return definition.registerTypes.map(bare);
    case 'expert_fields':
      return definition.expertFields.map(bare);
    case 'voivodeships':
      return VOIVODESHIPS.map(({ key, pl, en }) => ({ key, label: { pl, en } }));
    default:
      return from satisfies never;
  }
}

function filled(question: Question, definition: ProgrammeDefinition, grantGrosze: number): Question {
  const from = question.kind === 'voivodeship' ? 'voivodeships' : question.optionsFrom;
  return {
    ...question,
    ...(from ? { options: listed(definition, from) } : {}),
    ...(question.maxFrom === 'grant' ? { max: grantGrosze } : {}),
  };
}

/**
 * The application form of a stage, ready to ask: every list is in `options` (voivodeships too) and a limit taken from
 * the cohort's grant is in `max`, in grosze (M2). Throws when the programme has no such stage.
 */
export function formOf(cohort: CohortNumbers, stage = 1): Form {
  const definition = definitionOf(cohort);
  const found = definition.stages.find((one) => one.stage === stage);
  if (!found) throw new RangeError(`${definition.programme} has no stage ${stage}`);
  const steps = found.form.steps.map((step) => ({
    ...step,
    questions: step.questions.map((question) => filled(question, definition, cohort.grantGrosze)),
  }));
  return { version: found.form.version, steps };
}
