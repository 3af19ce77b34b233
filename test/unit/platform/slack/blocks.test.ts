import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { button, fields, LIMIT, option, plain, typed } from '../../../../src/platform/slack/blocks.ts';
import { selectInput } from '../../../../src/platform/slack/inputs.ts';

describe('words typed by people', () => {
  it('wake no mention, link or formatting', () => {
    const words = typed('<!channel> <@U1> *pilne* _x_ `rm` ~y~ & <https://example.org|x>');
    expect(words).not.toMatch(/<[!@#h]/);
    expect(words).toContain('&lt;!channel&gt;');
    expect(words.replaceAll('\u2060', '')).toContain('*pilne*');
    expect(words).not.toContain('*pilne*');
  });

  it('never contain an angle bracket or a bare mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typed(text)).not.toMatch(/[<>]|(?<!\u2060)[*_~`]/);
      }),
    );
  });
});

describe('blocks', () => {
  it('keep Slack’s limits whatever they are given', () => {
    const long = 'ą'.repeat(4000);
    expect(plain(long).text.length).toBe(LIMIT.text);
    expect(button('x', long).text.text.length).toBe(LIMIT.button);
    expect(option({ value: 'v', text: long, description: long }).text.text.length).toBe(LIMIT.option);
    expect(fields(Array.from({ length: 12 }, () => ['a', long] as const)).fields).toHaveLength(10);
  });

  it('show no initial choice that is not among the choices', () => {
    const input = selectInput({ name: 'x', label: 'X', choices: [{ value: 'a', text: 'A' }], initial: 'gone' });
    expect(input.element).not.toHaveProperty('initial_option');
  });
});
