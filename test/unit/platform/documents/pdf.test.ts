import { describe, expect, it } from 'vitest';
import { type Part, type PdfDocument, pdfOf } from '../../../../src/platform/documents/index.ts';
import { readPdf } from '../../../support/pdf.ts';

const POLISH = 'Zażółć gęślą jaźń – „ŻÓŁĆ” ĄĘŚŹĆŃ';

const documentOf = (parts: readonly Part[]): PdfDocument => ({
  ...{ title: 'Opinia po działaniu', author: 'Fundacja Zmyślona', language: 'pl', parts },
  madeAt: new Date('2023-11-24T13:00:00Z'),
  pageOf: (page, all) => `strona ${page} z ${all}`,
});

const EVERYTHING: readonly Part[] = [
  { kind: 'heading', text: 'Nagłówek' },
  { kind: 'paragraph', text: POLISH },
  { kind: 'heading', text: 'Co poszło gładko', level: 2 },
  { kind: 'list', items: ['pierwsza rzecz', 'druga rzecz'] },
  { kind: 'list', items: ['zalecenie'], ordered: true },
  {
    kind: 'table',
    head: ['Dzień', 'Godziny'],
    rows: [
      ['czwartek', '10:00–16:00'],
      ['piątek', '9:00–13:00'],
    ],
  },
  { kind: 'gap' },
  { kind: 'signature', name: 'Celina Ekspercka', role: 'ekspertka' },
];

describe('documents', () => {
  it('keep every part, Polish letters, the organiser and page numbers, and say what they are', async () => {
    const { pages, info } = await readPdf(await pdfOf(documentOf(EVERYTHING)));
    expect(pages).toHaveLength(1);
    for (const words of [
      POLISH,
      'Nagłówek',
      'druga rzecz',
      'zalecenie',
      '10:00–16:00',
      'Celina Ekspercka',
      'strona 1 z 1',
    ])
      expect(pages[0]).toContain(words);
    expect(pages[0]?.startsWith('Fundacja Zmyślona') || pages[0]?.includes('Fundacja Zmyślona')).toBe(true);
    expect(info).toMatchObject({ Title: 'Opinia po działaniu', Author: 'Fundacja Zmyślona', Language: 'pl' });
  });

  it('go over many pages, each numbered, and a heading never ends a page alone', async () => {
    const parts = Array.from({ length: 30 }, (_, n): Part[] => [
      { kind: 'heading', text: `Rozdział ${n + 1}`, level: 2 },
      { kind: 'paragraph', text: `${POLISH}. `.repeat(12) },
    ]).flat();
    const { pages } = await readPdf(await pdfOf(documentOf(parts)));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, at) => {
      expect(page).toContain(`strona ${at + 1} z ${pages.length}`);
      expect(page).not.toMatch(/Rozdział \d+\s+strona/);
    });
  });

  it('take whatever people typed: emoji, controls, right to left, endless words, nothing', async () => {
    const awkward = [
      '',
      '👩‍🌾🌻',
      'جمعية',
      'x'.repeat(3001),
      'ż'.repeat(900),
      'a\u0000b\u202Ec',
      '{{page}} <b>&amp;</b>',
      '\uD800',
    ];
    const parts = awkward.flatMap((text): Part[] => [
      { kind: 'paragraph', text },
      { kind: 'table', head: [text, text], rows: [[text, text]] },
      { kind: 'list', items: [text] },
    ]);
    const { pages } = await readPdf(await pdfOf(documentOf(parts)));
    expect(pages.join(' ')).toContain('{{page}} <b>&amp;</b>');
  });

  it('are the same bytes when made twice', async () => {
    const [one, two] = [await pdfOf(documentOf(EVERYTHING)), await pdfOf(documentOf(EVERYTHING))];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
