import { describe, expect, it } from 'vitest';
import { searchText } from '../../../../src/features/organisations/input.ts';
import type { Found, HistoryLine } from '../../../../src/features/organisations/queries.ts';
import { foundMessage, PAGE, pageCodec } from '../../../../src/features/organisations/views.ts';

const AT = new Date('2023-05-07T21:59:07.000Z');
const ID = '00000000-0000-7000-8000-000000000001';

function found(word: string, total: number): Found {
  const organisation = {
    ...{ id: ID, name: word, legalForm: 'association', registerType: 'starosta', registerName: word, createdAt: AT },
    ...{
      registerNumber: word.slice(0, 60),
      nip: '9990000014',
      regon: '990000016',
      town: word,
      voivodeship: 'lubelskie',
    },
    version: 1,
  };
  const line: HistoryLine = {
    ...{ organisationId: ID, organisationName: word, applicationId: ID, cohortId: ID, cohortName: word },
    ...{ programmeKey: 'debiuty', number: 7, state: 'submitted', receivedAt: AT, participation: null },
  };
  const row = { organisation, history: Array.from({ length: 12 }, () => line) };
  return { total, rows: Array.from({ length: Math.min(total, PAGE) }, () => row) };
}

describe('what staff find', () => {
  it('goes on page by page, and ends', () => {
    const pages = (from: number) => JSON.stringify(foundMessage(found('A', 20), { q: 'a b', from }, 'pl').blocks);
    expect(pages(0)).not.toContain('Poprzednie');
    expect(pages(0)).toContain('Następne');
    expect(pages(16)).toContain('Poprzednie');
    expect(pages(16)).not.toContain('Następne');
  });

  it('refuses a paging button that is not ours', () => {
    expect(pageCodec.decode(pageCodec.encode({ q: 'ab', from: 8 }))).toEqual({ q: 'ab', from: 8 });
    for (const raw of ['', '{}', '{"q":"a","from":0}', '{"q":"ab","from":-1}'])
      expect(pageCodec.decode(raw)).toBeNull();
  });
});

describe('what staff look for', () => {
  it('has at least two characters', () => {
    expect(searchText.safeParse('  lipowo  ').data).toBe('lipowo');
    expect(searchText.safeParse(' x ').success).toBe(false);
  });
});
