import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/core/calendar/index.ts';
import { next } from '../../../../src/features/notices/rules/index.ts';
import { rehearsalForm, wordsForm } from '../../../../src/features/outbox/input.ts';
import { allDates, figuresOf, proposedDates, stepNamed } from '../../../../src/features/outbox/rules/index.ts';
import { parseForm } from '../../../../src/platform/slack/form.ts';

const ACTS = ['hold', 'resume', 'cancel', 'hurry', 'reword'] as const;

describe('what staff may do with a notice', () => {
  it.each(['sending', 'sent', 'failed', 'dropped', 'cancelled'] as const)('is nothing while it is %s', (state) => {
    expect(ACTS.map((act) => next(state, act))).toEqual([null, null, null, null, null]);
  });

  it('is to hold, cancel, hurry and reword one that waits, and to let go one that is held', () => {
    expect(ACTS.map((act) => next('pending', act))).toEqual(['held', null, 'cancelled', 'pending', 'pending']);
    expect(ACTS.map((act) => next('held', act))).toEqual([null, 'pending', 'cancelled', 'pending', 'held']);
    expect(next('held', 'post')).toBeNull();
  });
});

describe('the name of a step', () => {
  it('is read as the planner writes it, and never guessed', () => {
    expect(stepNamed('before:7d')).toEqual({ when: 'before', count: 7, unit: 'd' });
    expect(stepNamed('before:2wd:expert')).toEqual({ when: 'before', count: 2, unit: 'wd' });
    expect(stepNamed('after:1d:staff')).toEqual({ when: 'after', count: 1, unit: 'd' });
    expect(stepNamed('opening:0h')).toEqual({ when: 'opening', count: 0, unit: 'h' });
    expect(stepNamed('day')).toEqual({ when: 'day' });
    expect(stepNamed('snooze:2023-06-14T07:00:00.000Z')).toEqual({ when: 'snooze' });
    for (const strange of ['', 'before:', 'before:7x', 'daybreak'])
      expect(stepNamed(strange)).toEqual({ when: 'other' });
  });
});

describe('figures', () => {
  const one = (at: string, recipient: string, isPerson = false) => ({ at: new Date(at), recipient, isPerson });

  it('of nothing are zero', () => {
    const zero = { total: 0, recipients: 0, oneDayMost: 0, personDayMost: 0, channelWeekMost: 0, busiest: null };
    expect(figuresOf([])).toEqual(zero);
  });

  it('count days by Warsaw’s midnight, weeks from Monday, people apart from channels', () => {
    const figures = figuresOf([
      one('2023-06-11T22:30:00Z', 'a', true),
      one('2023-06-11T21:30:00Z', 'a', true),
      one('2023-06-12T07:00:00Z', 'a', true),
      one('2023-06-11T07:00:00Z', 'c'),
      one('2023-06-12T07:00:00Z', 'c'),
      one('2023-06-18T07:00:00Z', 'c'),
    ]);
    const most = { oneDayMost: 2, personDayMost: 2, channelWeekMost: 2 };
    expect(figures).toEqual({ total: 6, recipients: 2, ...most, busiest: { date: '2023-06-12', count: 3 } });
  });

  it('keep the weeks at the turn of a year whole', () => {
    const turn = ['2024-12-30', '2024-12-31', '2025-01-01', '2025-01-05'].map((day) => one(`${day}T10:00:00Z`, 'c'));
    expect(figuresOf(turn).channelWeekMost).toBe(4);
  });
});

describe('the dates of a rehearsal', () => {
  const kinds = [{ key: 'plan' }, { key: 'action' }, { key: 'report', after: { kind: 'action' } }];

  it('are proposed for kinds that follow no other, in their order, within the cohort', () => {
    const dates = proposedDates(kinds, '2023-06-01', '2023-09-01');
    expect([...dates.keys()]).toEqual(['plan', 'action']);
    const [plan = '', action = ''] = dates.values();
    expect('2023-06-01' < plan && plan < action && action < '2023-09-01').toBe(true);
    expect(proposedDates(kinds, '2023-06-01', '2023-05-01').get('plan')).toBe('2023-07-31');
  });

  it('follow from those given; what follows nothing that has a date is left out', () => {
    const follow = (from: string) => addDays(from, 30);
    const given = new Map([['action', '2023-07-01']]);
    expect([...allDates(kinds, given, follow)]).toEqual([
      ['action', '2023-07-01'],
      ['report', '2023-07-31'],
    ]);
    expect(allDates(kinds, new Map(), follow).size).toBe(0);
  });
});

describe('the forms', () => {
  it('take words of one to three thousand characters', () => {
    expect(parseForm(wordsForm, { words: ' \n ' })).toEqual({ ok: false, errors: { words: 'words_missing' } });
    expect(parseForm(wordsForm, { words: null })).toEqual({ ok: false, errors: { words: 'words_missing' } });
    expect(parseForm(wordsForm, { words: 'x'.repeat(3001) })).toEqual({ ok: false, errors: { words: 'words_long' } });
    expect(parseForm(wordsForm, { words: `${'x'.repeat(3000)} ` }).ok).toBe(true);
  });

  it('take a cohort of one to five hundred organisations, with the dates that were chosen', () => {
    const good = { places: '30', experts: '0', start: '2023-06-01', date_plan: '2023-07-01', date_action: null };
    const parsed = parseForm(rehearsalForm, good);
    expect(parsed).toMatchObject({ ok: true, value: { places: 30, experts: 0, start: '2023-06-01' } });
    if (parsed.ok) expect([...parsed.value.dates]).toEqual([['plan', '2023-07-01']]);
    const wrong = { places: '0', experts: '201', start: '2023-02-30' };
    const errors = { places: 'places_wrong', experts: 'experts_wrong', start: 'date_missing' };
    expect(parseForm(rehearsalForm, wrong)).toEqual({ ok: false, errors });
    expect(parseForm(rehearsalForm, {}).ok).toBe(false);
  });
});
