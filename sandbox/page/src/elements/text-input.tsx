import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ElementState } from '../../../page-api.ts';
import { dispatchesOn, type ElementProps, useElement } from './use-element.tsx';

type TextLike = PlainTextInput | NumberInput | EmailInput | URLInput | RichTextInput;

const modes: Readonly<Record<string, 'email' | 'url' | 'decimal'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

type Rich = { readonly elements?: readonly { readonly elements?: readonly { readonly text?: string }[] }[] };

function textOf(state: ElementState | undefined): string {
  if (typeof state?.value === 'string') return state.value;
  const rich = state?.rich_text_value as Rich | null | undefined;
  return rich?.elements?.flatMap((part) => part.elements?.map((one) => one.text ?? '') ?? []).join('') ?? '';
}

function stateFor(type: string, text: string): ElementState {
  if (type !== 'rich_text_input') return { type, value: text === '' ? null : text };
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type, rich_text_value: text === '' ? null : { type: 'rich_text', elements: [section] } };
}

type CounterProps = { readonly length: number; readonly min: number | undefined; readonly max: number | undefined };

/** How much is typed and how much may be; the server and Slack count the same way, in characters. */
function Counter({ length, min = 0, max }: CounterProps) {
  if (length === 0 || (max === undefined && min === 0)) return null;
  const wrong = (max !== undefined && length > max) || length < min;
  return (
    <span className={wrong ? 'counter is-wrong' : 'counter'}>
      {max === undefined ? `${length} (co najmniej ${min})` : `${length} / ${max}`}
    </span>
  );
}

/** One-line and many-line text, numbers, e-mail and web addresses. Rich text is taken without formatting. */
export function TextInput(props: ElementProps<TextLike>) {
  const { element, field } = props;
  const { state, set, commit } = useElement(props);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const text = textOf(state);
  const many =
    element.type === 'rich_text_input' || (element.type === 'plain_text_input' && element.multiline === true);
  const onType = (typed: string) => {
    const next = stateFor(element.type, typed);
    set(next);
    if (!dispatchesOn(field, element.dispatch_action_config, 'on_character_entered')) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(next), 400);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || many) return;
    if (!dispatchesOn(field, element.dispatch_action_config, 'on_enter_pressed')) return;
    event.preventDefault();
    commit(stateFor(element.type, text));
  };
  const common = {
    id: field?.id,
    value: text,
    placeholder: element.placeholder?.text ?? '',
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid,
    'data-focus-on-load': element.focus_on_load === true ? '' : undefined,
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
    onKeyDown,
  };
  const limits = element.type === 'plain_text_input' ? element : null;
  return (
    <div className="text-input">
      {many ? (
        <textarea className="input" rows={4} {...common} />
      ) : (
        <input className="input" type="text" inputMode={modes[element.type]} autoComplete="off" {...common} />
      )}
      <Counter length={[...text].length} min={limits?.min_length} max={limits?.max_length} />
    </div>
  );
}
