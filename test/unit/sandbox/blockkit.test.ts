import { describe, expect, it } from 'vitest';
import { clientFaults } from '../../../sandbox/blockkit/client-check.ts';
import { stateOf } from '../../../sandbox/blockkit/state.ts';
import { blocksTooLong, validateBlocks, validateView, viewTooLarge } from '../../../sandbox/blockkit/validate.ts';
import { EMPTY_VALUES } from '../../../sandbox/contract/empty-values.ts';
import { sampleElement } from './samples.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string, more: object = {}) => ({ type: 'section', text: mrkdwn(text), ...more });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain('Pole'),
  element: { action_id: 'a', ...element },
  ...more,
});
const pointers = (blocks: unknown, surface: 'message' | 'modal' | 'home' = 'message') =>
  validateBlocks(blocks, surface).map((one) => one.pointer);
const option = (value: string) => ({ text: plain(value), value });

describe('the validator of blocks', () => {
  it('names an unknown field, as Slack refuses it', () => {
    expect(pointers([section('a', { colour: 'red' })])).toEqual(['/blocks/0/colour']);
  });
  it('refuses an empty text and a missing one', () => {
    expect(pointers([section('')])).toEqual(['/blocks/0/text/text']);
    expect(pointers([{ type: 'section' }])).toEqual(['/blocks/0']);
  });
  it('refuses mrkdwn where only plain text may stand', () => {
    expect(pointers([{ type: 'header', text: mrkdwn('a') }])).toEqual(['/blocks/0/text/type']);
  });
  it('refuses two blocks with one id, and two elements with one id in a block', () => {
    expect(pointers([section('a', { block_id: 'x' }), section('b', { block_id: 'x' })])).toEqual([
      '/blocks/1/block_id',
    ]);
    const button = { type: 'button', text: plain('a'), action_id: 'x' };
    expect(pointers([{ type: 'actions', elements: [button, button] }])).toEqual(['/blocks/0']);
  });
  it('wants exactly one of options and option groups, and an initial option that is on offer', () => {
    const select = { type: 'static_select', options: [option('a')] };
    expect(pointers([input(select)])).toEqual([]);
    expect(pointers([input({ type: 'static_select' })])).toEqual(['/blocks/0/element']);
    expect(pointers([input({ ...select, initial_option: option('b') })])).toEqual(['/blocks/0/element/initial_option']);
  });
  it('takes a table in a message only, and one of them', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
    expect(pointers([table])).toEqual([]);
    expect(pointers([table, table])).toEqual(['/blocks']);
    expect(pointers([table], 'modal')).toEqual(['/blocks/0/type']);
  });
  it('takes numbers of a number input as strings only', () => {
    const number = { type: 'number_input', is_decimal_allowed: false };
    expect(pointers([input({ ...number, min_value: '1' })])).toEqual([]);
    expect(pointers([input({ ...number, min_value: 1 })])).toEqual(['/blocks/0/element/min_value']);
    expect(pointers([input({ ...number, min_value: '9', max_value: '1' })])).toEqual(['/blocks/0/element/min_value']);
  });
  it('counts the text of a whole message', () => {
    const many = (size: number) => Array.from({ length: 4 }, () => section('a'.repeat(size)));
    expect(blocksTooLong(many(3_000))).toBe(false);
    expect(blocksTooLong([...many(3_000), section('a')])).toBe(true);
  });
});

describe('the validator of views', () => {
  const modal = { type: 'modal', title: plain('Tytuł'), blocks: [section('a')] };
  it('takes a plain modal', () => expect(validateView(modal, 'modal')).toEqual([]));
  it('wants a submit button when there are inputs', () => {
    const blocks = [input(sampleElement('plain_text_input'))];
    expect(validateView({ ...modal, blocks }, 'modal').map((one) => one.pointer)).toEqual(['/view/submit']);
  });
  it('refuses a title in Home and no blocks at all', () => {
    expect(validateView({ type: 'home', title: plain('a'), blocks: [section('a')] }, 'home')).toHaveLength(1);
    expect(validateView({ ...modal, blocks: [] }, 'modal')).toHaveLength(1);
  });
  it('refuses two elements that want the focus', () => {
    const focus = (id: string) => ({ ...input({ type: 'plain_text_input', focus_on_load: true }), block_id: id });
    const view = { ...modal, submit: plain('OK'), blocks: [focus('x'), focus('y')] };
    expect(validateView(view, 'modal')).toHaveLength(1);
  });
  it('knows when a view is too large', () => {
    expect(viewTooLarge({ blocks: ['a'.repeat(249_000)] })).toBe(false);
    expect(viewTooLarge({ blocks: ['a'.repeat(250_001)] })).toBe(true);
  });
});

describe('the state of inputs', () => {
  const block = (element: object) => ({ type: 'input', block_id: 'b', element: { action_id: 'a', ...element } });
  it.each(Object.entries(EMPTY_VALUES))('an empty %s stands as documented', (type, empty) => {
    expect(stateOf([block({ type })], {})).toEqual({ b: { a: { type, ...empty } } });
  });
  it('keeps what was typed where block, action and type are the same', () => {
    const typed = { b: { a: { type: 'plain_text_input', value: 'Łąka' } } };
    expect(stateOf([block({ type: 'plain_text_input', initial_value: 'x' })], typed)).toEqual(typed);
    expect(stateOf([block({ type: 'number_input' })], typed)['b']?.['a']?.['value']).toBeNull();
  });
  it('starts with the initial value', () => {
    expect(stateOf([block({ type: 'datepicker', initial_date: '2026-11-22' })], {})['b']?.['a']).toEqual({
      type: 'datepicker',
      selected_date: '2026-11-22',
    });
  });
  it.each([
    ['plain_text_input', {}, null, true],
    ['plain_text_input', { min_length: 3 }, 'ab', true],
    ['plain_text_input', { max_length: 3 }, 'abcd', true],
    ['plain_text_input', { min_length: 3 }, 'abc', false],
    ['number_input', { is_decimal_allowed: false }, '1.5', true],
    ['number_input', { is_decimal_allowed: true, max_value: '2' }, '1.5', false],
    ['number_input', { is_decimal_allowed: true }, '1,5', true],
    ['number_input', { is_decimal_allowed: true, max_value: '2' }, '3', true],
    ['email_text_input', {}, 'bez małpy', true],
    ['email_text_input', {}, 'a@przyklad.example', false],
    ['url_text_input', {}, 'przyklad', true],
  ] as const)('the client checks a %s with %o and value %s', (type, more, value, faulty) => {
    const blocks = [block({ type, ...more })];
    const faults = clientFaults(blocks, { b: { a: { type, value } } }, 'pl-PL');
    expect(Object.keys(faults)).toEqual(faulty ? ['b'] : []);
  });
  it('lets an optional field be empty', () => {
    const blocks = [{ ...block({ type: 'users_select' }), optional: true }];
    expect(clientFaults(blocks, stateOf(blocks, {}), null)).toEqual({});
  });
});
