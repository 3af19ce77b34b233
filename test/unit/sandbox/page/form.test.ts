import type { AnyBlock, InputBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { checkForm } from '../../../../sandbox/page/src/surface/check.ts';
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
const error = (block: AnyBlock, state: ElementState) => checkForm([block], { b: { a: state } })['b'];
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

test('an empty field is refused only when it is required', () => {
  expect(error(input({ type: 'plain_text_input' }), text(null))).toBe('Uzupełnij to pole.');
  expect(error(input({ type: 'plain_text_input' }, true), text(null))).toBeUndefined();
});

test('lengths are counted in characters, at the limit and one beyond', () => {
  const block = input({ type: 'plain_text_input', min_length: 2, max_length: 3 });
  expect(error(block, text('ł'))).toContain('Za krótko');
  expect(error(block, text('łą'))).toBeUndefined();
  expect(error(block, text('łąk'))).toBeUndefined();
  expect(error(block, text('łąka'))).toContain('Za długo');
  expect(error(input({ type: 'plain_text_input' }), text('a'.repeat(3001)))).toContain('3000');
});

test.each([
  ['12', undefined],
  ['30', undefined],
  ['31', 'Największa możliwa liczba to 30.'],
  ['0', 'Najmniejsza możliwa liczba to 1.'],
  ['1.5', 'Wpisz liczbę całkowitą.'],
  ['dwa', 'Wpisz liczbę całkowitą.'],
])('the number %s is answered with %s', (value, expected) => {
  const block = input({ type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '30' });
  expect(error(block, { type: 'number_input', value })).toBe(expected);
});

test('addresses must look like addresses', () => {
  const mail = input({ type: 'email_text_input' });
  expect(error(mail, { type: 'email_text_input', value: 'anna@przyklad' })).toContain('e-mail');
  expect(error(mail, { type: 'email_text_input', value: 'anna@przyklad.example' })).toBeUndefined();
  const site = input({ type: 'url_text_input' });
  expect(error(site, { type: 'url_text_input', value: 'przyklad.example' })).toContain('https://');
  expect(error(site, { type: 'url_text_input', value: 'https://przyklad.example' })).toBeUndefined();
});
