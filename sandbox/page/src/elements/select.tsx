import type { ExternalSelect, MultiExternalSelect, Option } from '@slack/types';
import { useWorkspace } from '../store/workspace.tsx';
import { actionIdOf } from '../surface/walk.ts';
import type { Choice } from '../ui/choices.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Failure } from './button.tsx';
import { keyOf, pickedOf, stateWith } from './select-state.ts';
import { type AnySelect, choicesOf, optionChoice, staticOptions } from './sources.ts';
import { type ElementProps, useElement } from './use-element.tsx';
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
  const { options, note, ask } = useSuggestions(blockId, actionIdOf(element), element.min_query_length ?? 3);
  return (
    <SelectField
      {...props}
      source={{ choices: options.map((option) => optionChoice(option)), options, note, onQuery: ask }}
    />
  );
}

function SelectField(props: ElementProps<AnySelect> & { readonly source: Source }) {
  const { element, field, source } = props;
  const { state, commit, pressing, failed, confirming } = useElement(props);
  const picked = pickedOf(element, state);
  const shown = picked.map(
    (one): Choice =>
      source.choices.find((choice) => choice.key === keyOf(one)) ??
      (typeof one === 'string' ? { key: one, label: one } : optionChoice(one)),
  );
  const onChange = (choices: readonly Choice[]) => {
    const limit =
      'max_selected_items' in element
        ? (element.max_selected_items ?? Number.POSITIVE_INFINITY)
        : Number.POSITIVE_INFINITY;
    if (choices.length > limit) return;
    const next = choices.map(
      ({ key }) =>
        source.options.find((option) => keyOf(option) === key) ?? picked.find((one) => keyOf(one) === key) ?? key,
    );
    commit(stateWith(element, next));
  };
  const placeholder = element.placeholder?.text ?? 'Wybierz';
  return (
    <div className={field === null ? 'select select-inline' : 'select'} aria-busy={pressing}>
      <Combobox
        id={field?.id}
        label={field?.label ?? placeholder}
        describedBy={field?.describedBy}
        invalid={field?.invalid}
        focusOnLoad={element.focus_on_load}
        placeholder={placeholder}
        choices={source.choices}
        picked={shown}
        multiple={element.type.startsWith('multi_')}
        clearable={field?.optional === true}
        note={source.note ?? null}
        onChange={onChange}
        {...(source.onQuery === undefined ? {} : { onQuery: source.onQuery })}
      />
      <Failure text={failed} />
      {confirming}
    </div>
  );
}
