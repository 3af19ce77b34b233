import { describe, expect, it } from 'vitest';
import { documentOf, opinionFile } from '../../../../src/features/opinions/operations/index.ts';
import type { OpinionRow } from '../../../../src/features/opinions/queries/index.ts';
import type { ReleasedFacts } from '../../../../src/features/opinions/views/index.ts';
import { definitions } from '../../../../src/features/programmes/public.ts';
import { programmeFiles } from '../../../support/deps.ts';
import { readPdf } from '../../../support/pdf.ts';

const LONG = 'Zażółć gęślą jaźń: mieszkanki i mieszkańcy rozmawiali przy ławkach o źródłach światła. ';
const [definition] = definitions({ programmeFiles: programmeFiles() });
const row = { participation: { cohort: { definition } } } as unknown as OpinionRow;

const facts = (change: Partial<ReleasedFacts> = {}): ReleasedFacts => ({
  ...{
    opinionId: 'o',
    organisation: 'Koło Zmyślonych Gospodyń',
    cohort: 'Debiuty 2023',
    action: 'Spacer',
    at: new Date(0),
  },
  ...{ isPreparation: false, principles: definition?.opinionPrinciples ?? [], number: 1, newest: 1, reason: null },
  ...{ writer: 'Celina Źdźbłowska', isByAnother: false, read: null, reaction: null, isSelfSent: true },
  content: {
    ...{ smooth: LONG.repeat(28), care: `${LONG}\n\nDrugi akapit 🌻 <!channel>`, ratings: { openness: 4, gone: 1 } },
    ...{ evidence: 'observed', recommendations: ['Plakaty wcześniej', 'Opisać wyniki'] },
  },
  ...change,
});

const wordsOf = async (change: Partial<ReleasedFacts> = {}): Promise<string> => {
  const { content } = await opinionFile(row, facts(change));
  const { pages } = await readPdf(content as Uint8Array);
  return pages.join(' ');
};

describe('the PDF of an opinion', () => {
  it('holds both parts, what was rated, what is advised and who wrote it, with Polish letters', async () => {
    const words = await wordsOf();
    for (const said of [
      ...['Opinia ekspercka po działaniu', 'Koło Zmyślonych Gospodyń', 'obserwacja działania', 'Co poszło gładko'],
      ...['Co wymaga więcej uwagi następnym razem', 'Zażółć gęślą jaźń', 'Drugi akapit <!channel>', 'powszechność'],
      ...['Plakaty wcześniej', 'Opisać wyniki', 'Celina Źdźbłowska', 'strona 2 z 2'],
    ])
      expect(words).toContain(said);
    expect(words).not.toMatch(/dobra wiara|Powód zmiany|🌻/);
  });

  it('says why there is a new version, that somebody else than its expert wrote it, and that there was no action', async () => {
    const words = await wordsOf({
      number: 2,
      newest: 2,
      reason: 'Pomyłka w dacie',
      isByAnother: true,
      isPreparation: true,
    });
    for (const said of ['Powód zmiany', 'Pomyłka w dacie', 'która nie prowadziła organizacji', 'o przygotowaniach'])
      expect(words).toContain(said);
  });

  it('without ratings has no table of them', () => {
    const { content } = facts();
    const { parts } = documentOf(row, facts({ content: { ...content, ratings: {} } }));
    expect(parts.map(({ kind }) => kind)).not.toContain('together');
  });
});
