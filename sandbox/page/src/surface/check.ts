import type { AnyBlock } from '@slack/types';
import type { ElementState, StateValues } from '../../../page-api.ts';
import { type Interactive, interactives } from './walk.ts';

function isEmpty(state: ElementState): boolean {
  return Object.entries(state).every(
    ([key, value]) => key === 'type' || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function checkText(text: string, min: number | undefined, max: number): string | null {
  const length = [...text].length;
  if (min !== undefined && length < min) return `Za krótko: potrzeba co najmniej ${min} znaków, jest ${length}.`;
  return length > max ? `Za długo: można wpisać ${max} znaków, jest ${length}.` : null;
}

function checkNumber(text: string, element: Extract<Interactive, { type: 'number_input' }>): string | null {
  if (!(element.is_decimal_allowed ? /^-?\d+([.]\d+)?$/ : /^-?\d+$/).test(text))
    return element.is_decimal_allowed ? 'Wpisz liczbę, na przykład 12.5.' : 'Wpisz liczbę całkowitą.';
  if (element.min_value !== undefined && Number(text) < Number(element.min_value))
    return `Najmniejsza możliwa liczba to ${element.min_value}.`;
  if (element.max_value !== undefined && Number(text) > Number(element.max_value))
    return `Największa możliwa liczba to ${element.max_value}.`;
  return null;
}

function checkValue(element: Interactive, state: ElementState): string | null {
  const text = typeof state.value === 'string' ? state.value : '';
  switch (element.type) {
    case 'plain_text_input':
      return checkText(text, element.min_length, element.max_length ?? 3000);
    case 'number_input':
      return checkNumber(text, element);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : 'Wpisz adres e-mail, na przykład anna@example.com.';
    case 'url_text_input':
      return URL.canParse(text) ? null : 'Wpisz pełny adres, na przykład https://example.com.';
    default:
      return null;
  }
}

/** What Slack's own client refuses before anything is sent: empty required fields, lengths, numbers, addresses. Keyed by `block_id`. */
export function checkForm(blocks: readonly AnyBlock[], values: StateValues): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { blockId, actionId, element, input } of interactives(blocks)) {
    const state = values[blockId]?.[actionId];
    if (input === null || state === undefined) continue;
    const missing = input.optional === true ? null : 'Uzupełnij to pole.';
    const problem = isEmpty(state) ? missing : checkValue(element, state);
    if (problem !== null) errors[blockId] = problem;
  }
  return errors;
}
