import type { MultiSelect, Option, PlainTextOption, Select } from '@slack/types';
import type { Workspace } from '../store/workspace.tsx';
import { type Choice, kindName, personChoice } from '../ui/choices.ts';

export type AnySelect = Select | MultiSelect;
type PlainOption = Option | PlainTextOption;

export const optionChoice = (option: PlainOption, group?: string): Choice => ({
  key: option.value ?? option.text.text,
  label: option.text.text,
  ...(option.description === undefined ? {} : { description: option.description.text }),
  ...(group === undefined ? {} : { group }),
});

function people({ snapshot }: Workspace): readonly Choice[] {
  return snapshot.people
    .filter((person) => person.kind !== 'deactivated' && person.kind !== 'bot')
    .map((person) => ({ ...personChoice(person), tag: kindName(person) }));
}

type Filter = {
  readonly include?: readonly string[];
  readonly exclude_bot_users?: boolean;
  readonly exclude_external_shared_channels?: boolean;
};

function conversations({ snapshot, person }: Workspace, filter: Filter | undefined): readonly Choice[] {
  const wanted = filter?.include ?? ['public', 'private', 'im', 'mpim'];
  return snapshot.channels
    .filter(
      (channel) =>
        wanted.includes(channel.kind) && (channel.isMember || channel.kind === 'public') && !channel.archived,
    )
    .filter((channel) => filter?.exclude_bot_users !== true || person(channel.withUser)?.kind !== 'bot')
    .filter((channel) => filter?.exclude_external_shared_channels !== true || channel.sharedWith.length === 0)
    .map((channel) => ({
      key: channel.id,
      label: channel.kind === 'im' ? channel.name : `#${channel.name}`,
      description: channel.topic,
    }));
}

/** The options of a static select, one after another, with the label of their group. */
export function staticOptions(
  element: AnySelect,
): readonly { readonly option: PlainOption; readonly group?: string }[] {
  if (element.type !== 'static_select' && element.type !== 'multi_static_select') return [];
  const grouped = element.option_groups?.flatMap((group) =>
    group.options.map((option) => ({ option, group: group.label.text })),
  );
  return grouped ?? element.options?.map((option) => ({ option })) ?? [];
}

/** What one may choose from without asking the app. */
export function choicesOf(element: AnySelect, workspace: Workspace): readonly Choice[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return staticOptions(element).map(({ option, group }) => optionChoice(option, group));
    case 'users_select':
    case 'multi_users_select':
      return people(workspace);
    case 'conversations_select':
    case 'multi_conversations_select':
      return conversations(workspace, element.filter);
    case 'channels_select':
    case 'multi_channels_select':
      return conversations(workspace, { include: ['public'] });
    default:
      return [];
  }
}
