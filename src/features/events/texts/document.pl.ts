import { plural } from '../../../core/text.ts';

const hours = (n: number) => `${n} ${plural('pl', n, { one: 'godzina', few: 'godziny', many: 'godzin' })}`;
const minutes = (n: number) => `${n} ${plural('pl', n, { one: 'minuta', few: 'minuty', many: 'minut' })}`;

function length(whole: number, rest: number): string {
  if (rest === 0) return hours(whole);
  return whole === 0 ? minutes(rest) : `${hours(whole)} i ${minutes(rest)}`;
}

/** The certificate of attendance. English mirrors the shape. */
export const pl = {
  title: 'Zaświadczenie o udziale',
  confirms: 'Zaświadczamy, że w wydarzeniu wzięła udział osoba:',
  took: (kind: string) => `Wydarzenie (${kind}):`,
  organisation: (name: string) => `reprezentująca organizację: ${name}`,
  programme: (name: string) => `Program: ${name}`,
  day: 'Dzień',
  times: 'Godziny',
  way: 'Udział',
  ways: { in_room: 'na miejscu', online: 'przez internet' },
  total: (whole: number, rest: number) => `Łącznie: ${length(whole, rest)}.`,
  place: (place: string) => `Miejsce: ${place}`,
  signed: 'zespół programu',
  pageOf: (page: number, all: number) => `strona ${page} z ${all}`,
  file: 'zaswiadczenie.pdf',
};
export type DocumentTexts = typeof pl;
