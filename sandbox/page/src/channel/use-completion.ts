import { useWorkspace } from '../store/workspace.tsx';
import { type Choice, kindName, matching, personChoice } from '../ui/choices.ts';

/** The unfinished mention at the end of what was typed: `an` in `przydziel @an`. */
const openMention = (typed: string): string | null => /(?:^|\s)@([\p{L}]*(?: [\p{L}]*)?)$/u.exec(typed)?.[1] ?? null;

type Completion = {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly complete: (choice: Choice) => string;
};

/** Commands while the first word starts with `/`, people after an `@`; `null` when there is nothing to offer. */
export function useCompletion(typed: string, withCommands: boolean): Completion | null {
  const { snapshot } = useWorkspace();
  if (withCommands && /^\/\S*$/.test(typed)) {
    const choices = snapshot.commands
      .filter((one) => one.command.startsWith(typed))
      .map(
        (one): Choice => ({
          key: one.command,
          label: `${one.command} ${one.usageHint}`.trim(),
          description: one.description,
          tag: snapshot.app.name,
        }),
      );
    return choices.length === 0 ? null : { title: 'Polecenia', choices, complete: (choice) => `${choice.key} ` };
  }
  const mention = openMention(typed);
  if (mention === null) return null;
  const people = snapshot.people
    .filter((person) => person.kind !== 'deactivated')
    .map((person): Choice => ({ ...personChoice(person), tag: kindName(person) }));
  const choices = matching(people, mention).slice(0, 8);
  if (choices.length === 0 || choices.some((choice) => choice.label === mention)) return null;
  return {
    title: 'Osoby',
    choices,
    complete: (choice) => `${typed.slice(0, typed.length - mention.length)}${choice.label} `,
  };
}
