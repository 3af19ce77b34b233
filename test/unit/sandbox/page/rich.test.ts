import type { RichTextBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { prefix, toMarkup, toRichText, wrap } from '../../../../sandbox/page/src/text/rich.ts';

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });
const parts = (typed: string) => toRichText(typed)?.elements;

test('nothing typed is no rich text', () => {
  expect([toRichText(''), toRichText(' \n ')]).toEqual([null, null]);
});

test('styles, links, emoji and mentions become elements, everything else stays words', () => {
  expect(parts('Zażółć *grubo _i krzywo_* `a*b`')).toEqual([
    section(
      text('Zażółć '),
      text('grubo ', { bold: true }),
      text('i krzywo', { bold: true, italic: true }),
      text(' '),
      text('a*b', { code: true }),
    ),
  ]);
  expect(parts('<https://przyklad.example|łącze> i https://przyklad.example/a.')).toEqual([
    section(
      { type: 'link', url: 'https://przyklad.example', text: 'łącze' },
      text(' i '),
      { type: 'link', url: 'https://przyklad.example/a' },
      text('.'),
    ),
  ]);
  expect(parts(':tada: <@U1> a <b> i &lt;')).toEqual([
    section(
      { type: 'emoji', name: 'tada' },
      text(' '),
      { type: 'user', user_id: 'U1' },
      text(' a '),
      text('<b>'),
      text(' i &lt;'),
    ),
  ]);
});

test('lists, quotations and code stand in parts of their own', () => {
  const typed = [
    'Plan:',
    '- pierwszy',
    '- *drugi*',
    '1. raz',
    '> cytat',
    '> dalej',
    '```',
    'kod *nie* gruby',
    '```',
    'koniec',
  ];
  expect(parts(typed.join('\n'))).toEqual([
    section(text('Plan:')),
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [section(text('pierwszy')), section(text('drugi', { bold: true }))],
    },
    { type: 'rich_text_list', style: 'ordered', elements: [section(text('raz'))] },
    { type: 'rich_text_quote', elements: [text('cytat\ndalej')] },
    { type: 'rich_text_preformatted', elements: [text('kod *nie* gruby')] },
    section(text('koniec')),
  ]);
});

test('a first value is shown as one would type it, and read back the same', () => {
  const typed = 'Witaj *świecie* <https://przyklad.example|tu> :tada:\n- raz\n- dwa\n1. trzy\n> cytat\n```\nkod\n```';
  const block = toRichText(typed) as RichTextBlock;
  expect(toMarkup(block)).toBe(typed);
  expect(toRichText(toMarkup(block))).toEqual(block);
});

test('a tool marks what is selected, or every selected line, and keeps the selection', () => {
  expect(wrap({ text: 'ala ma kota', start: 4, end: 6 }, '*', '*')).toEqual({
    text: 'ala *ma* kota',
    start: 5,
    end: 7,
  });
  expect(prefix({ text: 'raz\ndwa\ntrzy', start: 5, end: 10 }, '- ').text).toBe('raz\n- dwa\n- trzy');
  expect(prefix({ text: 'raz\ndwa', start: 0, end: 7 }, '1. ').text).toBe('1. raz\n2. dwa');
});
