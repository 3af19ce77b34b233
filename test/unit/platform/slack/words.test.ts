import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, button, context, fields, header, section, typed } from '../../../../src/platform/slack/blocks.ts';
import { plainWords, reworded } from '../../../../src/platform/slack/words.ts';
import { expectMessage } from '../../../support/extremes.ts';
import { WILD } from '../../../support/words.ts';

const done = button('done', 'Zrobione');
const later = button('later', 'Później');

describe('the plain words of a message', () => {
  it('are all it says, without buttons and marks', () => {
    const blocks = [
      header('Przypomnienie'),
      section('*Złóżcie plan*\nTermin: 3 lipca <https://przyklad.example|tutaj>', done),
      fields([['Kto', 'Ala']]),
      context('Mała uwaga'),
      actions([later]),
    ];
    const words = 'Przypomnienie\n\nZłóżcie plan\nTermin: 3 lipca tutaj\n\nKto\nAla\n\nMała uwaga';
    expect(plainWords({ text: 'x', blocks })).toBe(words);
    expect(plainWords({ text: 'Sam *tekst*', blocks: [] })).toBe('Sam tekst');
  });

  it('show people’s words as they were typed', () => {
    fc.assert(
      fc.property(fc.constantFrom('a & b', '*gwiazdki* _x_', '<!channel>', 'R&D <b>'), (name) => {
        expect(plainWords({ text: '', blocks: [section(typed(name))] })).toBe(name);
      }),
    );
  });
});

describe('a message in other words', () => {
  const message = { text: 'x', blocks: [header('Stare'), section('Stare słowa'), actions([done, later])] };

  it('keeps its buttons and none of its own words', () => {
    const { text, blocks } = reworded(message, 'Nowe <!channel>');
    expect(text).toBe('Nowe &lt;!channel&gt;');
    expect(blocks).toEqual([
      { type: 'section', text: { type: 'plain_text', text: 'Nowe <!channel>', emoji: false } },
      actions([done, later]),
    ]);
  });

  it('keeps a button that stood beside a paragraph; of several, with what each is about', () => {
    const one = { text: 'x', blocks: [section('*Plan*\nWięcej', done), actions([later])] };
    expect(reworded(one, 'Nowe').blocks.slice(1)).toEqual([actions([done]), actions([later])]);
    const two = { text: 'x', blocks: [section('*Plan*\nWięcej', done), section('*Bon*\nTeż', done)] };
    expect(reworded(two, 'Nowe').blocks.slice(1)).toEqual([section('*Plan*', done), section('*Bon*', done)]);
  });

  it('is what Slack takes, whatever was typed', () => {
    fc.assert(fc.property(WILD.text(), (words) => expectMessage(reworded(message, words))));
  });
});
