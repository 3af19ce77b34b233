import { useWorkspace } from '../store/workspace.tsx';
import { type Choice, kindName, matching, personChoice } from '../ui/choices.ts';

type Completion = {
  readonly title: string;
  readonly choices: readonly Choice[];
  /** What stands before the caret once one is chosen. */
  readonly complete: (choice: Choice) => string;
};

const most = 8;

/** A finished name is not offered again. */
function offer(title: string, choices: readonly Choice[], before: string, typed: string): Completion | null {
  const found = matching(choices, typed).slice(0, most);
  if (found.length === 0 || found.some((choice) => choice.label.slice(1) === typed)) return null;
  const start = before.slice(0, before.length - typed.length - 1);
  return { title, choices: found, complete: (choice) => `${start}${choice.label} ` };
}

/** What to offer for the text before the caret: commands for a first word with `/`, people after `@`, channels after `#`. */
export function useCompletion(before: string, withCommands: boolean): Completion | null {
  const { snapshot } = useWorkspace();
  if (withCommands && /^\/\S*$/.test(before)) {
    const choices = snapshot.commands
      .filter((one) => one.command.startsWith(before))
      .map((one): Choice => {
        const label = `${one.command} ${one.usageHint}`.trim();
        return { key: one.command, label, description: one.description, tag: snapshot.app.name };
      });
    return choices.length === 0 ? null : { title: 'Polecenia', choices, complete: (choice) => `${choice.key} ` };
  }
  const person = /(?:^|\s)@(\p{L}*(?: \p{L}*)?)$/u.exec(before)?.[1];
  if (person !== undefined) {
    const people = snapshot.people
      .filter((one) => one.kind !== 'deactivated')
      .map((one): Choice => ({ ...personChoice(one), label: `@${one.name}`, tag: kindName(one) }));
    return offer('Osoby', people, before, person);
  }
  const channel = /(?:^|\s)#([\p{L}\d_-]*)$/u.exec(before)?.[1];
  if (channel === undefined) return null;
  const channels = snapshot.channels
    .filter((one) => one.kind !== 'im')
    .map((one): Choice => ({ key: one.id, label: `#${one.name}`, description: one.topic }));
  return offer('Kanały', channels, before, channel);
}
