import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  added,
  allowed,
  momentsOf,
  monthsLater,
  NOTHING,
  resultsOf,
  roundDue,
  shuffled,
} from '../../../../src/features/surveys/rules/index.ts';

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    overall: fc.integer({ min: 1, max: 5 }),
    most: fc.constantFrom('people', 'practice'),
    change: fc.string().map((words) => ({ words })),
  },
  { requiredKeys: [] },
);

describe('what is added up', () => {
  it('is the same to the letter in whatever order people answered', () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), fc.nat(), (all, turn) => {
        const other = all.toSorted(() => (turn % 3) - 1).toReversed();
        const sum = (given: readonly Answers[]) => given.reduce((tally, one) => added(tally, one, 'salt'), NOTHING);
        expect(JSON.stringify(sum(other))).toBe(JSON.stringify(sum(all)));
      }),
    );
  });

  it('has words in another order in each survey', () => {
    const words = ['jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem'];
    expect(shuffled(words, 'a')).not.toEqual(shuffled(words, 'b'));
    expect(shuffled(words, 'a').toSorted()).toEqual(words.toSorted());
  });

  it('hides a question with too few answers, and says nothing of its words', () => {
    const asked = [
      { key: 'overall', kind: 'scale', values: ['1', '2', '3'] },
      { key: 'change', kind: 'open', values: [] },
    ] as const;
    const tally = { answers: 6, counts: { overall: { '1': 2, '3': 4 } }, texts: { change: ['a', 'b'] } };
    expect(resultsOf(asked, tally, 5)).toEqual([
      { question: 'overall', counts: [2, 0, 4], texts: [], answers: 6, average: 14 / 6, isHidden: false },
      { question: 'change', counts: [], texts: [], answers: 2, average: null, isHidden: true },
    ]);
  });
});

describe('when it is asked', () => {
  const settings = { reminderTime: '09:00', quietFrom: '20:00', quietTo: '08:00' };
  const pace = { ...settings, noticesPerPersonDay: 3, postsPerChannelWeek: 5 };

  it('is an hour after the end, once more after five days, and over five days later', () => {
    const ended = new Date('2024-03-28T13:00:00Z');
    const moments = momentsOf(ended, new Date('2024-03-28T14:02:00Z'), null, pace);
    // The clocks change on 31 March: nine o'clock stays nine o'clock (T6).
    expect(Object.values(moments).map((at) => at.toISOString())).toEqual([
      '2024-03-28T14:02:00.000Z',
      '2024-04-02T07:00:00.000Z',
      '2024-04-07T07:00:00.000Z',
    ]);
  });

  it.each([
    ['2024-01-10T18:30:00Z', '2024-01-10T18:30:00.000Z'],
    ['2024-01-10T20:30:00Z', '2024-01-11T07:00:00.000Z'],
    ['2024-01-11T04:00:00Z', '2024-01-11T07:00:00.000Z'],
  ])('waits for the morning at night: %s', (at, said) => {
    expect(allowed(new Date(at), settings).toISOString()).toBe(said);
  });

  it.each([
    ['2024-01-30', null],
    ['2024-01-31', { round: 1, on: '2024-01-31' }],
    ['2024-02-14', { round: 1, on: '2024-01-31' }],
    ['2024-02-15', null],
    ['2024-03-31', { round: 2, on: '2024-03-31' }],
  ])('asks of a match 30 days after it and then every 60, on %s', (today, due) => {
    expect(roundDue('2024-01-01', { days: 30, every: 60 }, today)).toEqual(due);
  });

  it.each([
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2024-01-31', 36, '2027-01-31'],
  ])('%s and %i months are %s', (date, months, later) => {
    expect(monthsLater(date, months)).toBe(later);
  });
});
