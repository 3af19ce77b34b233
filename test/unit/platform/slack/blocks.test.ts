import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  button,
  clipMarked,
  fields,
  LIMIT,
  mrkdwn,
  option,
  plain,
  typed,
} from '../../../../src/platform/slack/blocks.ts';
import { numberInput, selectInput, textInput } from '../../../../src/platform/slack/inputs.ts';

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

describe('mrkdwn that is too long', () => {
  it('is cut between escapes, mentions and harmless marks, never inside one', () => {
    for (let max = 10; max < 40; max += 1) {
      for (const piece of ['&', '<', '*', 'a&']) {
        const cut = clipMarked(typed(piece.repeat(20)), max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/&(?!amp;|lt;)|(?<!\u2060)[*]|[*](?!\u2060)/);
      }
      expect(clipMarked(`${'a'.repeat(9)}<@U0001>${'b'.repeat(40)}`, max)).not.toMatch(/<[^>]*$/);
    }
  });

  it('closes a right-to-left name that is cut, and leaves what fits alone', () => {
    expect(mrkdwn(typed('\u05d0'.repeat(4000))).text).toMatch(/^\u2068\u05d0+…\u2069$/);
    expect(mrkdwn(typed('\u05d0'.repeat(4000))).text).toHaveLength(LIMIT.text);
    expect(clipMarked('A &amp; B', 9)).toBe('A &amp; B');
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

  it('open a number with nothing that Slack would refuse, and words with as many as fit', () => {
    const opened = (initial: string) => numberInput({ name: 'n', label: 'N', min: 1, max: 50, initial }).element;
    for (const wrong of ['', 'dużo', '0', '51', '1.5', ' 7']) expect(opened(wrong)).not.toHaveProperty('initial_value');
    for (const right of ['1', '50']) expect(opened(right)).toMatchObject({ initial_value: right });
    expect(textInput({ name: 't', label: 'T', max: 3, initial: 'ab🌻' }).element).toMatchObject({
      initial_value: 'ab',
    });
  });
});
