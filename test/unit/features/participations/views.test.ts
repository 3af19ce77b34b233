import { describe, expect, it } from 'vitest';
import type { Member } from '../../../../src/features/participations/queries/members.ts';
import { texts } from '../../../../src/features/participations/texts.ts';
import {
  askedMessage,
  type CardFacts,
  cardMessage,
  reportMessage,
} from '../../../../src/features/participations/views/index.ts';
import { button, section } from '../../../../src/platform/slack/blocks.ts';
import { LOCALES } from '../../../support/extremes.ts';

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
  it('says the state, what comes next with its day, the money and the people in plain Polish', () => {
    const words = JSON.stringify(cardMessage(facts('Fundacja Papierowy Most', 2), 'pl'));
    expect(words).toContain('Stan: *w programie*');
    expect(words).toContain('Umówcie pierwszą rozmowę.\\ndo: piątek, 5 lipca 2024 r., godz. 23:59');
    expect(words).toContain('do 6\u00a0000,00\u00a0zł');
    expect(words).toContain('5 czerwca 2024 r.');
    expect(words).toContain('reprezentuje organizację');
  });

  it('stays the same text for the same facts, so that it is edited only when something changed', () => {
    expect(cardMessage(facts('A', 3), 'pl')).toEqual(cardMessage(facts('A', 3), 'pl'));
  });
});

describe('the private word to staff', () => {
  it('is passed on exactly as typed, with the person and the organisation', () => {
    const asked = { person: 'Halina', organisation: 'Fundacja', cohort: 'Debiuty 2024', channelId: 'C1' } as const;
    const text = 'Proszę o *rozmowę* <z kimś>';
    const message = askedMessage({ ...asked, topic: 'question', text }, 'pl');
    expect(message.blocks).toContainEqual(
      expect.objectContaining({ text: expect.objectContaining({ type: 'plain_text', text }) }),
    );
    expect(JSON.stringify(message)).toContain('*Halina* pisze do zespołu');
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

  it('offers another try while something is wrong, and none when all is well', () => {
    expect(JSON.stringify(reportMessage(trouble('A', 'C1', 1), 'pl'))).toContain('participations_retry');
    expect(JSON.stringify(reportMessage(trouble('A', 'C1', 0), 'pl'))).not.toContain('participations_retry');
  });

  it('has words of its own for what Slack is known to answer', () => {
    for (const locale of LOCALES) expect(texts(locale).problems['user_is_restricted']).toBeDefined();
    expect(Object.keys(texts('en').problems)).toEqual(Object.keys(texts('pl').problems));
  });
});
