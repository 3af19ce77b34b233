import type { InputBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { stateOf } from '../../../../sandbox/page/src/surface/state.ts';
import type { ElementState } from '../../../../sandbox/page-api.ts';

const input = (element: InputBlock['element'], optional = false): InputBlock => ({
  type: 'input',
  block_id: 'b',
  optional,
  label: { type: 'plain_text', text: 'Pole' },
  element: { ...element, action_id: 'a' },
});
const option = { text: { type: 'plain_text' as const, text: 'Tak' }, value: 't' };
const empty = (element: InputBlock['element']) => stateOf([input(element)], {})['b']?.['a'];
const text = (value: string | null): ElementState => ({ type: 'plain_text_input', value });

test.each<[InputBlock['element'], ElementState]>([
  [{ type: 'plain_text_input' }, { type: 'plain_text_input', value: null }],
  [
    { type: 'number_input', is_decimal_allowed: true },
    { type: 'number_input', value: null },
  ],
  [{ type: 'datepicker' }, { type: 'datepicker', selected_date: null }],
  [{ type: 'timepicker' }, { type: 'timepicker', selected_time: null }],
  [{ type: 'datetimepicker' }, { type: 'datetimepicker', selected_date_time: null }],
  [
    { type: 'static_select', options: [option] },
    { type: 'static_select', selected_option: null },
  ],
  [
    { type: 'checkboxes', options: [option] },
    { type: 'checkboxes', selected_options: [] },
  ],
  [
    { type: 'radio_buttons', options: [option] },
    { type: 'radio_buttons', selected_option: null },
  ],
  [{ type: 'users_select' }, { type: 'users_select', selected_user: null }],
  [{ type: 'multi_users_select' }, { type: 'multi_users_select', selected_users: [] }],
  [{ type: 'conversations_select' }, { type: 'conversations_select', selected_conversation: null }],
  [{ type: 'multi_external_select' }, { type: 'multi_external_select', selected_options: [] }],
])('an untouched %o has the empty shape of Slack contract 5.5', (element, shape) => {
  expect(empty(element)).toEqual(shape);
});

test('what was typed is kept while block, action and element stay, and dropped when the element changes', () => {
  const typed = { b: { a: text('Łąka') } };
  expect(stateOf([input({ type: 'plain_text_input', initial_value: 'inne' })], typed)['b']?.['a']).toEqual(
    text('Łąka'),
  );
  expect(stateOf([input({ type: 'datepicker', initial_date: '2024-05-09' })], typed)['b']?.['a']).toEqual({
    type: 'datepicker',
    selected_date: '2024-05-09',
  });
});
