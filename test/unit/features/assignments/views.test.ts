import { describe, expect, it } from 'vitest';
import {
  type AssignmentState,
  type Candidate,
  rank,
  STATES,
} from '../../../../src/features/assignments/rules/index.ts';
import { pl } from '../../../../src/features/assignments/texts.pl.ts';
import {
  proposalMessage,
  type Situation,
  situationModal,
  waitingMessage,
} from '../../../../src/features/assignments/views/index.ts';
import { expectModal } from '../../../support/extremes.ts';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const label = (pl: string) => ({ pl, en: pl });
const fields = Array.from({ length: 30 }, (_, n) => ({
  key: `field_${n}`,
  label: label(`dziedzina, nazwana długo ${n}`),
}));
const needs = fields.map((field) => field.key);

const candidate = (name: string, n: number): Candidate => ({
  expertId: idOf(n),
  name,
  fields: needs.slice(0, n % 31),
  regions: n % 2 ? ['lodzkie'] : [],
  maxLoad: 5,
  load: n % 6,
  isInactive: n % 11 === 0,
  isInCohort: n % 13 !== 0,
  tie: n % 7 === 0 ? 'work' : null,
  hasDeclined: n % 17 === 0,
  experience: n % 4,
});

const situation = (name: string, facts: Partial<Situation> = {}): Situation => ({
  participationId: idOf(1),
  organisation: name,
  town: name,
  voivodeship: 'lodzkie',
  cohort: name,
  subject: name,
  needs,
  current: [],
  handOver: null,
  ranking: null,
  ...facts,
});

describe('an organisation’s situation', () => {
  it('shows every expert once over the pages: ranked with reasons, then excluded with the rule', () => {
    const candidates = Array.from({ length: 25 }, (_, n) => ({ ...candidate('', n + 1), name: `Osoba ${n}.` }));
    const ranking = rank(candidates, { needs, voivodeship: 'lodzkie' });
    const vocabulary = { locale: 'pl', fields, voivodeship: 'lodzkie' } as const;
    const pages = [0, 1, 2, 3].map((page) => situationModal(situation('A', { ranking }), vocabulary, { page }));
    const shown = pages.map((page) => JSON.stringify(page)).join('');
    for (let n = 0; n < 25; n += 1) {
      const ranked = shown.split(`. Osoba ${n}.*`).length - 1;
      const excluded = shown.split(`*Osoba ${n}.* – `).length - 1;
      expect(ranked + excluded).toBe(1);
    }
    expect(shown).toContain('zadeklarowane powiązanie: praca');
    expect(shown).toMatch(/pełne obciążenie 5 z 5/);
    expect(shown).toContain('wcześniejsza odmowa');
    expect(shown).toContain('nieaktywne konto');
    expect(shown).toMatch(/wspólne dziedziny: .* z 30/);
  });

  it('shows who is asked, by whom and since when, with the way back, and who is active without it', () => {
    const current = {
      assignmentId: idOf(2),
      expert: 'Ewa',
      proposedBy: 'Anna',
      since: new Date('2024-06-05T10:00:00Z'),
    };
    const vocabulary = { locale: 'pl', fields, voivodeship: 'lodzkie' } as const;
    const asked = situationModal(situation('A', { current: [{ ...current, isActive: false }] }), vocabulary);
    expect(JSON.stringify(asked)).toContain('Zapytanie od: Anna, środa, 5 czerwca 2024 r., godz. 12:00');
    expect(JSON.stringify(asked)).toContain('assignments_withdraw');
    const active = situationModal(situation('A', { current: [{ ...current, isActive: true }] }), vocabulary);
    expect(JSON.stringify(active)).toContain('*Prowadzi:* Ewa, od 5 czerwca 2024 r.');
    expect(JSON.stringify(active)).not.toContain('assignments_withdraw');
    for (const modal of [asked, active]) expectModal(modal, 'pl');
  });
});

const PROPOSED = { assignmentId: idOf(1), state: 'proposed' } as const;

describe('messages', () => {
  it('ask an expert until there is an answer, and then say what it was, with no button left', () => {
    const facts = { organisation: 'Org', town: 'Zmyślin', subject: null, cohort: 'Debiuty 2024', until: new Date(0) };
    const asked = (state: AssignmentState) => JSON.stringify(proposalMessage({ ...PROPOSED, ...facts, state }, 'pl'));
    expect(asked('proposed')).toContain('Przyjmuję');
    for (const state of STATES.filter((one) => one !== 'proposed')) {
      expect(asked(state)).not.toContain('"button"');
      expect(asked(state)).toContain(pl.proposal.over[state as Exclude<AssignmentState, 'proposed'>]);
    }
  });

  it('tell an expert name, town, subject and edition, and nothing else of the organisation', () => {
    const until = new Date('2024-06-12T21:59:00Z');
    const message = proposalMessage(
      { ...PROPOSED, organisation: 'Org', town: 'Zmyślin', subject: 'Ogród', cohort: 'Debiuty 2024', until },
      'pl',
    );
    const pairs = message.blocks.flatMap((block) => ('fields' in block ? (block.fields ?? []) : [])).map((f) => f.text);
    expect(pairs).toEqual(['*Organizacja*\nOrg', '*Miejscowość*\nZmyślin', '*Edycja*\nDebiuty 2024', '*Temat*\nOgród']);
  });

  it('count in correct Polish', () => {
    const words = (n: number) => waitingMessage(idOf(1), 'E', n, 'pl').text;
    expect([1, 2, 5, 22].map(words)).toEqual([
      '*E*: na eksperta lub ekspertkę czeka 1 organizacja.',
      '*E*: na eksperta lub ekspertkę czekają 2 organizacje.',
      '*E*: na eksperta lub ekspertkę czeka 5 organizacji.',
      '*E*: na eksperta lub ekspertkę czekają 22 organizacje.',
    ]);
  });
});
