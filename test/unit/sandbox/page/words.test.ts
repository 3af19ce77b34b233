import { expect, test } from 'vitest';
import {
  dateInWords,
  dayName,
  fillDateTokens,
  fromUnix,
  monthGrid,
  readDate,
  toUnix,
} from '../../../../sandbox/page/src/store/time.ts';
import { matching } from '../../../../sandbox/page/src/ui/choices.ts';

test.each([
  ['2024-05-09', '2024-05-09'],
  ['9.05.2024', '2024-05-09'],
  [' 09.5.2024 ', '2024-05-09'],
  ['29.02.2023', null],
  ['jutro', null],
])('the typed date %s is read as %s', (typed, expected) => {
  expect(readDate(typed)).toBe(expected);
});

test('a date is said in words, whatever the zone of the machine', () => {
  expect(dateInWords('2024-05-09')).toBe('czw., 9 maja 2024');
});

test.each(['2024-03-31', '2024-10-27', '2024-05-10'])(
  'a time in Warsaw on %s survives the way to an instant and back',
  (date) => {
    for (const time of ['00:00', '01:59', '03:00', '23:59'])
      expect(fromUnix(toUnix(date, time))).toEqual({ date, time });
  },
);

test('date tokens are filled in Polish and in Warsaw', () => {
  expect(fillDateTokens(1715551140, '{date_long} {time} {nieznane}')).toBe('niedziela, 12 maja 2024 23:59 {nieznane}');
});

test('days are named as seen from the clock of the sandbox', () => {
  const now = Date.parse('2024-05-09T22:30:00Z');
  expect(dayName(Date.parse('2024-05-09T22:01:00Z'), now)).toBe('Dzisiaj');
  expect(dayName(Date.parse('2024-05-09T21:59:00Z'), now)).toBe('Wczoraj');
  expect(dayName(Date.parse('2024-05-01T12:00:00Z'), now)).toBe('środa, 1 maja 2024');
});

test('a month is shown in six whole weeks from Monday', () => {
  const grid = monthGrid('2024-05-09');
  expect(grid.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(grid[0]?.[0]).toBe('2024-04-29');
});

test('a search finds names with or without Polish marks, by any of their words', () => {
  const choices = ['Fundacja Żółty Łubin', 'Stowarzyszenie Łąka'].map((label) => ({ key: label, label }));
  const found = (query: string) => matching(choices, query).map((choice) => choice.label);
  expect(found('zolty lubin')).toEqual(['Fundacja Żółty Łubin']);
  expect(found('ŁĄK')).toEqual(['Stowarzyszenie Łąka']);
  expect(found('')).toHaveLength(2);
  expect(found('lubin łąka')).toEqual([]);
});
