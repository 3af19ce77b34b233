import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrom } from '../../../../src/features/events/operations/code.ts';
import {
  COUNTED,
  canLeave,
  canPassOn,
  changedMarks,
  choiceOf,
  dateOfCode,
  EVENT_STATES,
  type EventAct,
  minutesOf,
  needsReason,
  next,
  nextInQueue,
  nextRegistration,
  offerUntil,
  parseSessions,
  phaseOf,
  REGISTRATION_STATES,
  type RegistrationAct,
  SEATED,
  seatFor,
  sessionLine,
  tidyCode,
  timed,
} from '../../../../src/features/events/rules/index.ts';
import { documentTexts } from '../../../../src/features/events/texts/document.ts';

const ACTS: readonly EventAct[] = [
  'edit',
  'announce',
  'announce_provisional',
  'move',
  'confirm',
  'hold',
  'cancel',
  'drop',
];
const STEPS: readonly RegistrationAct[] = [
  ...(['sign_up', 'queue', 'offer', 'claim', 'lapse', 'decline', 'excuse', 'replace', 'attend', 'miss'] as const),
];

describe('the states of an event', () => {
  it('what is held or cancelled stays so, and only what was announced can be moved or cancelled', () => {
    const able = (act: EventAct) => EVENT_STATES.filter((state) => next(state, act) !== null);
    for (const act of ACTS) expect(able(act)).not.toContain('held');
    for (const act of ACTS) expect(able(act)).not.toContain('cancelled');
    expect(able('move')).toEqual(['provisional', 'announced']);
    expect(able('cancel')).toEqual(['provisional', 'announced']);
    expect(able('confirm')).toEqual(['provisional']);
  });
});

describe('the states of a registration', () => {
  it('every walk stays in the table; who waits is never seated without an offer and a claim', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (acts) => {
        let state: Parameters<typeof nextRegistration>[0] = 'none';
        for (const act of acts) {
          const to = nextRegistration(state, act);
          if (state === 'waiting') expect(to === 'going').toBe(false);
          if (to) expect(REGISTRATION_STATES).toContain(to);
          state = to ?? state;
        }
      }),
    );
  });

  it('whoever holds a seat of the event holds one of the organisation', () => {
    expect(SEATED.every((one) => COUNTED.includes(one))).toBe(true);
  });
});

const queued = fc
  .uniqueArray(fc.nat({ max: 500 }), { maxLength: 30 })
  .map((numbers) => numbers.map((queueNumber) => ({ id: `r${queueNumber}`, state: 'waiting' as const, queueNumber })));

describe('the queue', () => {
  it('offers free seats to the first who wait, in order and never more than there are', () => {
    fc.assert(
      fc.property(queued, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (all, seats, taken) => {
        const offered = nextInQueue(all, { seats, taken: Math.min(taken, seats) });
        const order = all.toSorted((a, b) => a.queueNumber - b.queueNumber).map(({ id }) => id);
        expect(offered).toEqual(order.slice(0, seats - Math.min(taken, seats)));
      }),
    );
  });

  it('who comes anew is seated only when no earlier one would be left without a seat', () => {
    fc.assert(
      fc.property(queued, fc.nat({ max: 40 }), (all, free) => {
        const act = seatFor(all, { seats: free, taken: 0 });
        expect(act === 'sign_up').toBe(free > all.length);
      }),
    );
    expect(seatFor([], { seats: null, taken: 999 })).toBe('sign_up');
  });

  it('keeps a seat for the hours of the setting, never past the beginning', () => {
    const now = new Date('2023-10-02T10:00:00Z');
    expect(offerUntil(now, 24, new Date('2023-10-09T10:00:00Z'))).toEqual(new Date('2023-10-03T10:00:00Z'));
    expect(offerUntil(now, 24, new Date('2023-10-02T15:00:00Z'))).toEqual(new Date('2023-10-02T15:00:00Z'));
    expect(offerUntil(now, 24, now)).toBeNull();
  });
});

describe('what an organisation chooses', () => {
  const held = (...states: readonly string[]) => states.map((state, at) => ({ personId: `p${at}`, state }));

  it('passes seats on from who leaves to who comes, the best first; only the rest is given back or asked for', () => {
    const all = held('waiting', 'going', 'attended');
    const { passing, leaving, fresh } = choiceOf(all, ['new1', 'new2']);
    expect(passing.map(({ from, personId }) => `${from.state} ${personId}`)).toEqual(['attended new1', 'going new2']);
    expect(leaving).toEqual([all[0]]);
    expect(fresh).toEqual([]);
    expect(choiceOf(all, ['p0', 'p1', 'p2', 'new1'])).toMatchObject({ passing: [], leaving: [], fresh: ['new1'] });
  });

  it('nobody gives up a day on which they were there', () => {
    expect(held('attended', 'absent', 'going', 'waiting', 'offered').map(canLeave)).toEqual([
      ...[false, false, true, true, true],
    ]);
    expect(held('attended').every(canPassOn)).toBe(true);
  });

  it('a reason is needed for a required event, and from the end of sign-up', () => {
    const signUpUntil = new Date('2023-11-16T17:01:00Z');
    const before = new Date(signUpUntil.getTime() - 1);
    expect(needsReason({ isRequired: true, signUpUntil }, before)).toBe(true);
    expect(needsReason({ isRequired: false, signUpUntil }, before)).toBe(false);
    expect(needsReason({ isRequired: false, signUpUntil }, signUpUntil)).toBe(true);
  });
});

describe('the form of attendance', () => {
  it('says only what was changed in it, so that what came meanwhile stays (R4)', () => {
    const shown = [
      { registrationId: 'a', way: 'in_room' as const },
      { registrationId: 'b', way: null },
      { registrationId: 'c', way: null },
      { registrationId: 'd', way: 'online' as const },
    ];
    expect(changedMarks(shown, { here: ['a'], online: ['d'] })).toEqual([]);
    expect(changedMarks(shown, { here: ['a', 'b', 'c'], online: ['b'] })).toEqual([
      { registrationId: 'b', way: 'online' },
      { registrationId: 'c', way: 'in_room' },
      { registrationId: 'd', way: null },
    ]);
  });
});

describe('the length on a certificate', () => {
  it('leaves out hours or minutes that are none', () => {
    const { total } = documentTexts('pl');
    expect([total(0, 45), total(2, 0), total(1, 5)]).toEqual([
      'Łącznie: 45 minut.',
      'Łącznie: 2 godziny.',
      'Łącznie: 1 godzina i 5 minut.',
    ]);
  });
});

const DAYS = [
  { date: '2023-10-28', from: '10:00', to: '12:00' },
  { date: '2023-10-28', from: '13:00', to: '16:00' },
  { date: '2023-10-29', from: '01:30', to: '03:30' },
];
const sessions = timed(DAYS, 'Europe/Warsaw');

describe('sessions and codes', () => {
  it('counts real hours, also over the night in which clocks go back (T6, T7)', () => {
    if (typeof sessions === 'string') throw new Error(sessions);
    expect(minutesOf(sessions, ['2023-10-28'])).toBe(300);
    expect(minutesOf(sessions, ['2023-10-29'])).toBe(180);
  });

  it('refuses what ends before it begins, what overlaps, and nothing at all', () => {
    expect(timed([], 'Europe/Warsaw')).toBe('no_session');
    expect(timed([{ date: '2023-10-28', from: '12:00', to: '12:00' }], 'Europe/Warsaw')).toBe('ends_before');
    const [first] = DAYS;
    expect(timed(first ? [first, { ...first, from: '11:59', to: '14:00' }] : [], 'Europe/Warsaw')).toBe('overlap');
  });

  it('reads back the lines it writes, and Polish dates', () => {
    expect(parseSessions(DAYS.map(sessionLine).join('\n'))).toEqual(DAYS);
    expect(parseSessions('24.11.2023 9:00–15:00\n\n')).toEqual([{ date: '2023-11-24', from: '09:00', to: '15:00' }]);
    expect(parseSessions('jutro od rana')).toBeNull();
  });

  it('a code is good during its day, some minutes around it and at lunch, and for no other day', () => {
    if (typeof sessions === 'string') throw new Error(sessions);
    const at = (iso: string) => dateOfCode(sessions, new Date(iso), 30);
    expect(at('2023-10-28T09:30:00+02:00')).toBe('2023-10-28');
    expect(at('2023-10-28T09:29:59+02:00')).toBeNull();
    expect(at('2023-10-28T12:30:00+02:00')).toBe('2023-10-28');
    expect(at('2023-10-28T16:30:01+02:00')).toBeNull();
    expect(at('2023-10-29T03:30:00+01:00')).toBe('2023-10-29');
  });

  it('codes are five letters that nobody mixes up, typed in any way', () => {
    const codes = new Set(Array.from({ length: 500 }, (_, n) => codeFrom(`id-${n}`)));
    expect(codes.size).toBeGreaterThan(495);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}$/);
    expect(tidyCode(' ab-2 3c ')).toBe('AB23C');
  });

  it('the closing minute still counts (T2)', () => {
    const event = {
      state: 'announced' as const,
      signUpUntil: new Date('2023-11-16T17:01:00Z'),
      endsAt: new Date('2023-11-24T12:00:00Z'),
    };
    expect(phaseOf(event, new Date('2023-11-16T17:00:59.999Z'))).toBe('open');
    expect(phaseOf(event, new Date('2023-11-16T17:01:00Z'))).toBe('closed');
    expect(phaseOf(event, event.endsAt)).toBe('over');
  });
});
