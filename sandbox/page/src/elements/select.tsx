import type { ExternalSelect, MultiExternalSelect, Option } from '@slack/types';
import { useWorkspace } from '../store/workspace.tsx';
import { actionIdOf } from '../surface/walk.ts';
import type { Choice } from '../ui/choices.ts';
import { Combobox } from '../ui/combobox.tsx';
import { keyOf, pickedOf, stateWith } from './select-state.ts';
import { type AnySelect, choicesOf, optionChoice, staticOptions } from './sources.ts';
import { type ElementProps, fieldProps } from './use-element.tsx';
import { useSuggestions } from './use-suggestions.ts';

type Source = {
  readonly choices: readonly Choice[];
  readonly options: readonly Option[];
  readonly note?: string | null;
  readonly onQuery?: (query: string) => void;
};

/** Static, people, conversation and channel selects: everything to choose from is already here. */
export function Select(props: ElementProps<Exclude<AnySelect, ExternalSelect | MultiExternalSelect>>) {
  const choices = choicesOf(props.element, useWorkspace());
  const options = staticOptions(props.element).map(({ option }) => option as Option);
  return <SelectField {...props} source={{ choices, options }} />;
}

/** Selects whose options the app offers while one types. */
export function SuggestingSelect(props: ElementProps<ExternalSelect | MultiExternalSelect>) {
  const { element, blockId } = props;
  const { options, groups, note, ask } = useSuggestions(blockId, actionIdOf(element), element.min_query_length ?? 3);
  const choices = options.map((option, index) => optionChoice(option, groups?.[index]));
  return <SelectField {...props} source={{ choices, options, note, onQuery: ask }} />;
}

function SelectField({ element, field, used, source }: ElementProps<AnySelect> & { readonly source: Source }) {
  const picked = pickedOf(element, used.state);
  const shown = picked.map(
    (one): Choice =>
      source.choices.find((choice) => choice.key === keyOf(one)) ??
      (typeof one === 'string' ? { key: one, label: one } : optionChoice(one)),
  );
  const most = 'max_selected_items' in element ? element.max_selected_items : undefined;
  const full = most !== undefined && picked.length >= most;
  const onChange = (choices: readonly Choice[]) => {
    const next = choices.map(
      ({ key }) =>
        source.options.find((option) => keyOf(option) === key) ?? picked.find((one) => keyOf(one) === key) ?? key,
    );
    used.commit(stateWith(element, next));
  };
  const placeholder = element.placeholder?.text ?? 'Wybierz';
  return (
    <Combobox
      {...fieldProps(field, element, placeholder)}
      placeholder={placeholder}
      choices={
        full
          ? source.choices.map((one) => ({ ...one, disabled: shown.every(({ key }) => key !== one.key) }))
          : source.choices
      }
      picked={shown}
      multiple={element.type.startsWith('multi_')}
      clearable={field?.optional === true}
      note={full ? `Wybrano już największą liczbę pozycji: ${most}` : (source.note ?? null)}
      onChange={onChange}
      {...(source.onQuery === undefined ? {} : { onQuery: source.onQuery })}
    />
  );
}
