import type { Evidence } from '../rules/index.ts';

export const pl = {
  title: 'Opinia ekspercka po działaniu',
  titlePreparation: 'Opinia ekspercka o przygotowaniach do działania',
  file: 'opinia.pdf',
  what: 'Czego dotyczy',
  facts: 'Opis',
  organisation: 'Organizacja',
  programme: 'Program',
  action: 'Działanie',
  evidence: 'Podstawa',
  evidences: {
    observed: 'obserwacja działania',
    documents: 'dokumenty i rozmowy',
  } satisfies Record<Evidence, string>,
  byAnother: 'dokumenty; opinię napisała osoba, która nie prowadziła organizacji w czasie działania',
  version: 'Wersja',
  versionOf: (number: number, day: string) => `${number}, z dnia ${day}`,
  reason: 'Powód zmiany',
  smooth: 'Co poszło gładko',
  care: 'Co wymaga więcej uwagi następnym razem',
  ratings: 'Zasady konsultacji',
  principle: 'Zasada',
  rating: 'Ocena (od 1 do 5)',
  rate: (n: number) => String(n),
  recommendations: 'Rekomendacje',
  writer: 'ekspert lub ekspertka',
  pageOf: (page: number, all: number) => `strona ${page} z ${all}`,
};
export type DocumentTexts = typeof pl;
