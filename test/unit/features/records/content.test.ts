import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardForm } from '../../../../src/features/records/input.ts';
import {
  elapsedMinutes,
  isLateCard,
  monthsOf,
  nextOfCard,
  parseLinks,
  parseSteps,
  stepLines,
} from '../../../../src/features/records/rules/index.ts';
import { texts } from '../../../../src/features/records/texts.ts';
import { cardOf } from '../../../support/records.ts';

const WARSAW = 'Europe/Warsaw';
const settings = { consultationCardDays: 7, cardConfirmDays: 7, cardLateDays: 14, tookPlaceDays: 5 };

describe('next steps', () => {
  it('are a line each: what, who and until when, as far as it is said', () => {
    expect(parseSteps('Szkic | Anna | 10.06.2026\n\n Telefon do gminy \nPlan;Jan;2026-06-11\nRozmowa | jutro')).toEqual(
      [
        { what: 'Szkic', who: 'Anna', until: '2026-06-10' },
        { what: 'Telefon do gminy', who: null, until: null },
        { what: 'Plan', who: 'Jan', until: '2026-06-11' },
        { what: 'Rozmowa', who: 'jutro', until: null },
      ],
    );
  });

  it('read the same when they are written down again', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aż1. 😀|;\n'), maxLength: 60 });
    fc.assert(
      fc.property(word, (words) => {
        const steps = parseSteps(words);
        expect(parseSteps(stepLines(steps))).toEqual(steps);
      }),
    );
  });

  it('that name a day the calendar does not have keep it as words', () => {
    expect(parseSteps('Szkic | 31.02.2026')).toEqual([{ what: 'Szkic', who: '31.02.2026', until: null }]);
  });
});

describe('links', () => {
  it('are web addresses alone', () => {
    expect(parseLinks('https://pliki.example/a\nhttp://b.example')).toEqual([
      'https://pliki.example/a',
      'http://b.example',
    ]);
    for (const bad of ['javascript:alert(1)', 'plik.pdf', 'https://', 'https://a b'])
      expect(parseLinks(bad), bad).toBeNull();
  });
});

describe('minutes', () => {
  it('are those that passed, also when the clocks change in between', () => {
    expect(elapsedMinutes({ date: '2026-06-02', time: '10:00', zone: WARSAW }, '11:30')).toBe(90);
    expect(elapsedMinutes({ date: '2026-03-29', time: '01:30', zone: WARSAW }, '03:30')).toBe(60);
    expect(elapsedMinutes({ date: '2026-10-25', time: '01:30', zone: WARSAW }, '03:30')).toBe(180);
  });

  it('of a month are those of Warsaw’s calendar, by organisation', () => {
    const meeting = (organisation: string, start: string, minutes: number | null) => {
      const startsAt = new Date(start);
      return { organisation, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), minutes };
    };
    const meetings = [
      meeting('Żółw', '2026-05-31T22:30:00Z', 90),
      meeting('Ara', '2026-05-31T21:00:00Z', null),
      meeting('Ara', '2026-06-10T08:00:00Z', 0),
    ];
    expect(monthsOf(meetings)).toEqual([
      {
        month: '2026-06',
        minutes: 90,
        lines: [
          { organisation: 'Ara', minutes: 0, meetings: 1 },
          { organisation: 'Żółw', minutes: 90, meetings: 1 },
        ],
      },
      { month: '2026-05', minutes: 60, lines: [{ organisation: 'Ara', minutes: 60, meetings: 1 }] },
    ]);
  });
});

describe('a card', () => {
  it('is late from the minute after the last minute of the last day', () => {
    const endsAt = new Date('2026-06-02T09:00:00Z');
    expect(isLateCard(new Date('2026-06-16T21:59:59.999Z'), endsAt, settings)).toBe(false);
    expect(isLateCard(new Date('2026-06-16T22:00:00Z'), endsAt, settings)).toBe(true);
  });

  it('with remarks is not confirmed by silence, and a confirmed one only changed by a new version', () => {
    expect(nextOfCard('commented', 'confirm_silently')).toBeNull();
    expect(nextOfCard('commented', 'confirm')).toBe('confirmed');
    expect(nextOfCard('confirmed', 'comment')).toBeNull();
    expect(nextOfCard('confirmed', 'confirm')).toBeNull();
    expect(nextOfCard('confirmed', 'send')).toBe('published');
    expect(nextOfCard('draft', 'confirm')).toBeNull();
  });

  it('of a meeting that was not ends from everywhere', () => {
    for (const state of ['draft', 'published', 'commented', 'confirmed'] as const)
      expect(nextOfCard(state, 'count_nothing')).toBe('confirmed');
  });
});

describe('the form of a card', () => {
  const faults = (change: Parameters<typeof cardOf>[1]) =>
    cardForm
      .safeParse({ ...cardOf('2026-06-02'), ...change })
      .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

  it('may be left unfinished as a draft', () => {
    expect(cardForm.safeParse({ send: 'later' }).success).toBe(true);
  });

  it('that is sent says when, how, who was there and what was agreed', () => {
    expect(faults({ date: '', from: '', to: '', kind: '', people: ' ', agreed: '\n' })).toEqual([
      ['date', 'date_missing'],
      ['from', 'time_missing'],
      ['to', 'time_missing'],
      ['kind', 'choose_kind'],
      ['people', 'people_missing'],
      ['agreed', 'agreed_missing'],
    ]);
  });

  it('refuses an end before the beginning, more minutes than a day has, and what is no link', () => {
    expect(faults({ to: '10:00' })).toEqual([['to', 'to_before_from']]);
    expect(faults({ minutes: '1441' })).toEqual([['minutes', 'minutes_wrong']]);
    expect(faults({ minutes: '0', documents: 'plik.pdf' })).toEqual([['documents', 'not_links']]);
  });

  it('takes 3 000 letters of any kind', () => {
    for (const letter of ['ż', '😀', 'م']) {
      const agreed = letter.repeat(3_000 / letter.length);
      expect(cardForm.parse({ ...cardOf('2026-06-02'), agreed }).agreed).toBe(agreed);
    }
  });
});

describe('what waits for staff', () => {
  it('is counted as Polish counts', () => {
    const { many } = texts('pl').matters;
    expect([1, 2, 5, 22].map(many)).toEqual([
      '1 spotkanie czeka na rozstrzygnięcie, czy się odbyło',
      '2 spotkania czekają na rozstrzygnięcie, czy się odbyły',
      '5 spotkań czeka na rozstrzygnięcie, czy się odbyły',
      '22 spotkania czekają na rozstrzygnięcie, czy się odbyły',
    ]);
  });
});
