import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../sandbox/demo/options.ts';

describe('the flags of the demo', () => {
  it('play nothing and open the browser unless asked otherwise', () => {
    expect(readOptions([])).toEqual({ open: true, play: null });
    expect(readOptions(['--no-open'])).toEqual({ open: false, play: null });
  });

  it('play in Polish at an ordinary pace, or as asked', () => {
    expect(readOptions(['--play'])).toEqual({ open: true, play: { language: 'pl', speed: 1 } });
    const asked = readOptions(['--play', '--language', 'en', '--speed', '2.5']);
    expect(asked.play).toEqual({ language: 'en', speed: 2.5 });
  });

  it.each([
    [['--language', 'en'], '--play'],
    [['--play', '--language', 'de'], 'pl or en'],
    [['--play', '--speed', '0'], 'above 0'],
    [['--play', '--speed', 'fast'], 'above 0'],
    [['--paly'], '--paly'],
  ])('%s is refused with what is wrong', (words, why) => {
    expect(() => readOptions(words)).toThrow(why);
  });
});
