import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { useId } from 'react';
import { Text } from '../text/text-object.tsx';
import type { ElementProps, Used } from './use-element.tsx';

function pickedOptions({ state }: Used): readonly Option[] {
  if (Array.isArray(state?.selected_options)) return state.selected_options as readonly Option[];
  return state?.selected_option ? [state.selected_option as Option] : [];
}

/** Radio buttons and checkboxes. */
export function ChoiceGroup({ element, field, used }: ElementProps<Checkboxes | RadioButtons>) {
  const id = useId();
  const picked = pickedOptions(used);
  const { type } = element;
  const many = type === 'checkboxes';
  const toggle = (option: Option, on: boolean) => {
    const others = picked.filter((one) => one.value !== option.value);
    if (many) used.commit({ type, selected_options: on ? [...others, option] : others });
    else used.commit({ type, selected_option: option });
  };
  return (
    <fieldset
      className="choice-group"
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      aria-label={field === null ? 'Wybór' : undefined}
    >
      {element.options.map((option, index) => (
        <label key={option.value} className="choice" htmlFor={`${id}-${index}`}>
          <input
            id={`${id}-${index}`}
            type={many ? 'checkbox' : 'radio'}
            name={id}
            checked={picked.some((one) => one.value === option.value)}
            aria-invalid={field?.invalid}
            data-focus-on-load={index === 0 && element.focus_on_load === true ? '' : undefined}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          <span className="words">
            <span>
              <Text of={option.text} />
            </span>
            {option.description === undefined ? null : (
              <small>
                <Text of={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
