import { describe, expect, it } from 'vitest';
import { definitions } from '../../../../src/features/programmes/input/definitions.ts';
import { instantsOf } from '../../../../src/features/programmes/rules/calls.ts';
import { cardFacts } from '../../../../src/features/programmes/rules/card-facts.ts';
import { plannedDates } from '../../../../src/features/programmes/rules/plan.ts';
import { texts } from '../../../../src/features/programmes/texts.ts';
import { cohortCard } from '../../../../src/features/programmes/views/card.ts';
import { cohortModal, detailsModal } from '../../../../src/features/programmes/views/index.ts';
import { problemMessage } from '../../../../src/features/programmes/views/problem.ts';
import { button } from '../../../../src/platform/slack/blocks.ts';
import type { Message } from '../../../../src/platform/slack/message.ts';
import { programmeFiles } from '../../../support/deps.ts';
import { AWKWARD, expectMessage, expectModal, LOCALES } from '../../../support/extremes.ts';

const ID = '00000000-0000-7000-8000-000000000001';
const all = definitions({ programmeFiles: programmeFiles() });
const [debiuty] = all;
if (!debiuty) throw new Error('no definition');

const call = (facts = {}) => {
  const window = {
    opensOn: '2023-04-04',
    opensTime: '00:00',
    closesOn: '2023-05-07',
    closesTime: '23:59',
    closingRule: 'inclusive' as const,
  };
  return { stage: 1, ...window, ...instantsOf(window), releasedAt: null, ...facts };
};
const cohort = (name = 'Debiuty 2023', calls = [call()]) => ({
  name,
  places: 30,
  grantGrosze: 600_000,
  voucherGrosze: 200_000,
  calls,
});
const card = (at: string, name?: string, calls?: ReturnType<typeof call>[]): Message =>
  cohortCard(cardFacts(cohort(name, calls), debiuty, new Date(at), 'pl'), [], texts('pl'), 'pl');
const words = (message: { readonly blocks: readonly unknown[] }) =>
  JSON.stringify(message.blocks).replaceAll('\u00a0', ' ');

describe('the pinned card', () => {
  it('tells amounts, places and the closing moment with its weekday, and the days left', () => {
    const open = words(card('2023-05-05T12:00:00+02:00'));
    expect(open).toContain('niedziela, 7 maja 2023 r., godz. 23:59');
    expect(open).toContain('zostały 2 dni');
    expect(open).toContain('do 6 000,00 zł');
    expect(open).toContain('do 2 000,00 zł');
    expect(open).toContain('trwa nabór');
    expect(open).toContain('organizacje pozarządowe zarejestrowane w Polsce');
  });

  it('has the right words for one day, for the last day, before, after and without dates', () => {
    expect(words(card('2023-05-06T12:00:00+02:00'))).toContain('został 1 dzień');
    expect(words(card('2023-05-01T12:00:00+02:00'))).toContain('zostało 6 dni');
    expect(words(card('2023-05-07T12:00:00+02:00'))).toContain('dziś ostatni dzień');
    expect(words(card('2023-04-01T12:00:00+02:00'))).toContain(
      'Nabór zacznie się: *wtorek, 4 kwietnia 2023 r., godz. 00:00*',
    );
    expect(words(card('2023-05-08T00:00:00+02:00'))).toContain('Nabór się zakończył');
    expect(words(card('2023-05-08T00:00:00+02:00', 'D', []))).toContain('Termin naboru podamy wkrótce.');
  });

  it('shows what other features add in their order', () => {
    const parts = [2, 1].map((order) => ({ order, buttons: [button(`b_${order}`, `Przycisk ${order}`)] }));
    const message = cohortCard(
      cardFacts(cohort(), debiuty, new Date('2023-05-05T12:00:00Z'), 'pl'),
      parts,
      texts('pl'),
      'pl',
    );
    expect(words(message)).toMatch(/b_1.*b_2/);
  });
});

describe('the forms', () => {
  it('hide the voucher of a programme that has none', () => {
    const data = {
      metadata: { cohortId: ID, basis: { cohort: ID }, seen: null },
      fields: {},
      programme: 'P',
      copyOf: null,
      inclusive: true,
      stages: {},
      toSet: [],
      warnings: [],
    };
    expect(JSON.stringify(cohortModal(data, texts('pl'), 'pl'))).not.toContain('"voucher"');
  });
});

describe('lists and details', () => {
  it('offer the dates of a call that has none, and another try after trouble', () => {
    for (const locale of LOCALES)
      for (const name of AWKWARD) {
        const problems = [
          { step: 'invite' as const, code: 'cant_invite', names: Array.from({ length: 30 }, () => name) },
        ];
        const modal = detailsModal(
          {
            id: ID,
            name,
            programme: 'Wydział',
            places: 20,
            grantGrosze: 1,
            voucherGrosze: null,
            channelId: null,
            staffChannelId: 'C1',
            stages: [1, 2].map((stage) => ({
              stage,
              name: `etap ${stage}`,
              call: stage === 1 ? { phase: 'closed' as const, ...instantsOf(call()) } : null,
            })),
            toSet: plannedDates(debiuty, []),
            stale: plannedDates(debiuty, []),
            problems,
            isUnfinished: true,
          },
          texts(locale),
          locale,
        );
        expectModal(modal, locale);
        expect(JSON.stringify(modal.blocks)).toContain('programmes_set_call');
        expect(JSON.stringify(modal.blocks)).toContain('programmes_retry');
        expectMessage(problemMessage({ id: ID, name }, problems, texts(locale)));
      }
  });
});
