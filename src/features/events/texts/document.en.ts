import { plural } from '../../../core/text.ts';
import type { DocumentTexts } from './document.pl.ts';

const hours = (n: number) => `${n} ${plural('en', n, { one: 'hour', other: 'hours' })}`;
const minutes = (n: number) => `${n} ${plural('en', n, { one: 'minute', other: 'minutes' })}`;

function length(whole: number, rest: number): string {
  if (rest === 0) return hours(whole);
  return whole === 0 ? minutes(rest) : `${hours(whole)} and ${minutes(rest)}`;
}

export const en = {
  title: 'Certificate of attendance',
  confirms: 'This is to certify that the following person took part in an event:',
  took: (kind: string) => `Event (${kind}):`,
  organisation: (name: string) => `of the organisation: ${name}`,
  programme: (name: string) => `Programme: ${name}`,
  day: 'Day',
  times: 'Hours',
  way: 'Took part',
  ways: { in_room: 'on site', online: 'online' },
  total: (whole: number, rest: number) => `In all: ${length(whole, rest)}.`,
  place: (place: string) => `Place: ${place}`,
  signed: 'the programme team',
  pageOf: (page: number, all: number) => `page ${page} of ${all}`,
  file: 'certificate.pdf',
} satisfies DocumentTexts;
