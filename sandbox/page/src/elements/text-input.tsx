import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { fieldAttributes } from '../ui/combobox.tsx';
import { dispatchesOn, type ElementProps, fieldProps, textOf } from './use-element.tsx';

type TextLike = PlainTextInput | NumberInput | EmailInput | URLInput;

const keyboards: Readonly<Record<string, 'email' | 'url' | 'decimal'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** How much is typed and how much may be, once there are limits and something is typed. */
function countOf(element: TextLike, length: number): { readonly words: string; readonly wrong: boolean } | null {
  const { min_length: min = 0, max_length: max } = element.type === 'plain_text_input' ? element : {};
  if (length === 0 || (max === undefined && min === 0)) return null;
  const words = max === undefined || length < min ? `${length} (co najmniej ${min})` : `${length} / ${max}`;
  return { words, wrong: length < min || (max !== undefined && length > max) };
}

/** Tells the app what is typed where the block dispatches: on Enter, or a moment after the last character. */
function useDispatch({ element, field, used }: ElementProps<TextLike>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onType = (typed: string) => {
    const next = { type: element.type, value: typed === '' ? null : typed };
    used.set(next);
    if (!dispatchesOn(field, element.dispatch_action_config, 'on_character_entered')) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => used.commit(next), 400);
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !dispatchesOn(field, element.dispatch_action_config, 'on_enter_pressed')) return;
    event.preventDefault();
    used.commit({ type: element.type, value: textOf(used, 'value') });
  };
  return { onType, onEnter };
}

/** One-line and many-line text, numbers, e-mail and web addresses. */
export function TextInput(props: ElementProps<TextLike>) {
  const { element, field } = props;
  const { onType, onEnter } = useDispatch(props);
  const text = textOf(props.used, 'value') ?? '';
  const counter = countOf(element, text.length);
  const counterId = useId();
  const placeholder = element.placeholder?.text ?? '';
  const attributes = fieldAttributes(fieldProps(field, element, placeholder));
  const common = {
    ...attributes,
    'aria-describedby': [attributes['aria-describedby'], counter && counterId].filter(Boolean).join(' ') || undefined,
    className: 'input',
    value: text,
    placeholder,
    onChange: (event: { readonly target: { readonly value: string } }) => onType(event.target.value),
  };
  return (
    <>
      {element.type === 'plain_text_input' && element.multiline === true ? (
        <textarea rows={4} {...common} />
      ) : (
        <input type="text" inputMode={keyboards[element.type]} onKeyDown={onEnter} {...common} />
      )}
      {counter === null ? null : (
        <span id={counterId} className={counter.wrong ? 'counter is-wrong' : 'counter'}>
          {counter.words}
        </span>
      )}
    </>
  );
}
