import { describe, expect, it } from 'vitest';
import { HELP_TOPICS } from '../../../../src/features/participations/ids.ts';
import type { Member } from '../../../../src/features/participations/queries/members.ts';
import { STATES } from '../../../../src/features/participations/rules/index.ts';
import { texts } from '../../../../src/features/participations/texts.ts';
import {
  askedMessage,
  askModal,
  type CardFacts,
  cardMessage,
  ownCards,
  ownHome,
  reportMessage,
  troubleHome,
  whoModal,
} from '../../../../src/features/participations/views/index.ts';
import { button, section } from '../../../../src/platform/slack/blocks.ts';
import { AWKWARD, expectHome, expectMessage, expectModal, LOCALES } from '../../../support/extremes.ts';

const ID = '00000000-0000-7000-8000-000000000001';

const member = (name: string, index: number): Member => ({
  personId: `${ID.slice(0, -3)}${String(index).padStart(3, '0')}`,
  name,
  slackUserId: index % 3 === 0 ? null : `U${index}`,
  isDeactivated: index % 5 === 0,
  belongs:
    index % 2 === 0
      ? { as: 'representative', isContact: index === 0, function: name }
      : { as: 'other', role: 'prowadzi Was w programie' },
});

const facts = (name: string, people: number): CardFacts => ({
  participationId: ID,
  organisation: name,
  cohort: name,
  state: 'active',
  subject: name,
  grantGrosze: 600_000,
  voucherGrosze: 200_000,
  since: new Date('2024-06-05T10:00:00Z'),
  members: Array.from({ length: people }, (_, index) => member(name, index)),
  parts: [
    {
      order: 1,
      fields: Array.from({ length: 14 }, (_, index) => [`Pole ${index}`, 'wartość'] as const),
      next: { text: 'Umówcie pierwszą rozmowę.', due: new Date('2024-07-05T21:59:00Z') },
      blocks: Array.from({ length: 30 }, () => section('część')),
      buttons: Array.from({ length: 4 }, (_, index) => button(`other_${index}`, 'Nasze zgłoszenie', { value: ID })),
    },
  ],
});

describe('the card', () => {
  it('is one that Slack takes, with any names, in both languages, with 200 people', () => {
    for (const locale of LOCALES)
      for (const name of AWKWARD)
        for (const people of [0, 1, 200]) expectMessage(cardMessage(facts(name, people), locale));
  });

  it('says the state, what comes next with its day, the money and the people in plain Polish', () => {
    const words = JSON.stringify(cardMessage(facts('Fundacja Papierowy Most', 2), 'pl'));
    expect(words).toContain('Stan: *w programie*');
    expect(words).toContain('Umówcie pierwszą rozmowę.\\ndo: piątek, 5 lipca 2024 r., godz. 23:59');
    expect(words).toContain('do 6\u00a0000,00\u00a0zł');
    expect(words).toContain('5 czerwca 2024 r.');
    expect(words).toContain('reprezentuje organizację');
  });

  it('has a sentence for every state even when no feature offers anything', () => {
    for (const locale of LOCALES)
      for (const state of STATES)
        expectMessage(cardMessage({ ...facts('A', 1), state, parts: [], subject: null }, locale));
  });

  it('stays the same text for the same facts, so that it is edited only when something changed', () => {
    expect(cardMessage(facts('A', 3), 'pl')).toEqual(cardMessage(facts('A', 3), 'pl'));
  });
});

describe('who is who', () => {
  it('is a modal that Slack takes, with nobody and with 200 people', () => {
    for (const locale of LOCALES)
      for (const name of AWKWARD)
        for (const people of [0, 200]) {
          const members = facts(name, people).members;
          expectModal(whoModal({ organisation: name, cohort: name, botUserId: 'U0BOT' }, members, locale), locale);
        }
  });
});

describe('the private word to staff', () => {
  it('is a form and a message that Slack takes, the words exactly as typed', () => {
    for (const locale of LOCALES) {
      expectModal(askModal({ participationId: ID, requestId: ID }, locale), locale);
      for (const name of AWKWARD)
        for (const topic of HELP_TOPICS) {
          const message = askedMessage(
            {
              person: name,
              organisation: name,
              cohort: name,
              channelId: 'C1',
              topic,
              text: 'Pomocy: proszę o rozmowę',
            },
            locale,
          );
          expectMessage(message);
          expect(JSON.stringify(message)).toContain('Pomocy: proszę o rozmowę');
        }
    }
  });
});

describe('what staff are told of a channel', () => {
  const trouble = (name: string, channelId: string | null, problems: number) => ({
    participationId: ID,
    organisation: name,
    channelId,
    problems: Array.from({ length: problems }, (_, n) => ({
      code: n % 2 ? 'cant_invite' : 'what_is_this',
      person: name,
    })),
    outside: Array.from({ length: problems }, () => name),
  });

  it('is a message that Slack takes, with any names and any number of problems', () => {
    for (const locale of LOCALES)
      for (const name of AWKWARD)
        for (const channelId of [null, 'C1'])
          for (const problems of [0, 1, 40]) expectMessage(reportMessage(trouble(name, channelId, problems), locale));
  });

  it('offers another try while something is wrong, and none when all is well', () => {
    expect(JSON.stringify(reportMessage(trouble('A', 'C1', 1), 'pl'))).toContain('participations_retry');
    expect(JSON.stringify(reportMessage(trouble('A', 'C1', 0), 'pl'))).not.toContain('participations_retry');
  });

  it('has words of its own for what Slack is known to answer', () => {
    for (const locale of LOCALES) expect(texts(locale).problems['user_is_restricted']).toBeDefined();
    expect(Object.keys(texts('en').problems)).toEqual(Object.keys(texts('pl').problems));
  });

  it('fits App Home', () => {
    for (const name of AWKWARD)
      expectHome({ blocks: troubleHome([trouble(name, null, 3), trouble(name, 'C1', 1)], 99, 'pl') });
  });
});

describe('the way to one’s own cards', () => {
  it('fits a message and App Home, with none and with many', () => {
    for (const locale of LOCALES)
      for (const name of AWKWARD)
        for (const n of [0, 1, 50]) {
          const places = Array.from({ length: n }, (_, index) => ({
            channelId: index % 2 ? 'C1' : null,
            state: 'active',
            organisation: { name },
            cohort: { name },
          }));
          expectMessage(ownCards(places, locale));
          expectHome({ blocks: ownHome(places, locale) });
        }
  });
});
