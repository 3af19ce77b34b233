import { actions, button, clipMarked, section, typed, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { cohortValue, IDS } from '../ids.ts';
import type { ProgrammesTexts } from '../texts.ts';

const NAME_SHOWN = 60;
const NAMES_SHOWN = 500;

/** A step that Slack refused, with the names of the people it concerns. */
export type ShownProblem = {
  readonly step: keyof ProgrammesTexts['problem']['steps'];
  readonly code: string;
  readonly names: readonly string[];
};

/** Each problem on a line: what did not work, why, and whom it concerns. */
export function problemLines(problems: readonly ShownProblem[], texts: ProgrammesTexts): string {
  const words = texts.problem;
  const lines = problems.map(({ step, code, names }) => {
    const people = names.map((name) => typedShort(name, NAME_SHOWN)).join(', ');
    const whom = names.length > 0 ? ` ${words.people(clipMarked(people, NAMES_SHOWN))}.` : '';
    return `• ${words.steps[step]}: ${words.codes[code] ?? words.other(code)}.${whom}`;
  });
  return lines.join('\n');
}

export const retryButton = (cohortId: string, texts: ProgrammesTexts) =>
  button(IDS.retry, texts.details.retry, { value: cohortValue.encode(cohortId), style: 'primary' });

/** What staff hears when Slack refuses for good, with the button that tries again. */
export function problemMessage(
  cohort: { readonly id: string; readonly name: string },
  problems: readonly ShownProblem[],
  texts: ProgrammesTexts,
): Message {
  const heading = texts.problem.heading(typed(cohort.name));
  return {
    text: heading.replaceAll('*', ''),
    blocks: [section(`${heading}\n${problemLines(problems, texts)}`), actions([retryButton(cohort.id, texts)])],
  };
}
