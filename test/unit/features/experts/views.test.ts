import { describe, expect, it } from 'vitest';
import { VOIVODESHIPS } from '../../../../src/core/voivodeships.ts';
import type { Expert } from '../../../../src/features/experts/queries.ts';
import { expertList } from '../../../../src/features/experts/views/index.ts';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const fields = Array.from({ length: 30 }, (_, n) => {
  const label = `Bardzo długa nazwa dziedziny, w której ktoś pomaga organizacjom, numer ${n}`;
  return { key: `field_${n}`, label: { pl: label, en: label } };
});

const expert = (name: string, n: number, ties: number): Expert => ({
  personId: idOf(n),
  name,
  slackUserId: `U${n}`,
  isBot: false,
  isDeactivated: n % 2 === 0,
  fields: [...fields.map((field) => field.key), 'gone'],
  regions: VOIVODESHIPS.map((one) => one.key),
  maxLoad: 3,
  about: name.slice(0, 600),
  version: 1,
  heldIn: n % 3 === 0 ? [] : [null],
  load: 2,
  absences: [],
  ties: Array.from({ length: ties }, (_, index) => ({
    id: idOf(index),
    organisationId: idOf(index),
    organisation: name,
    category: 'work',
  })),
});

describe('the list of experts', () => {
  it('shows everybody once over its pages, with load against limit', () => {
    const experts = Array.from({ length: 19 }, (_, n) => expert(`Osoba ${n}.`, n, 0));
    const shown = [0, 1, 2]
      .map((page) => JSON.stringify(expertList(experts, fields, { page, today: '2026-06-01' }, 'pl')))
      .join('');
    for (let n = 0; n < 19; n += 1) expect(shown.split(`*Osoba ${n}.*`)).toHaveLength(2);
    expect(shown).toContain('obciążenie 2 z 3');
  });
});
