import { formatDay } from '../../../core/dates-text.ts';
import { type Part, type PdfDocument, pdfOf } from '../../../platform/documents/index.ts';
import type { MessageFile } from '../../../platform/slack/message.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { WholeRegistration } from '../queries/index.ts';
import { kindOf, minutesOf } from '../rules/index.ts';
import { documentTexts } from '../texts/document.ts';
import { texts } from '../texts.ts';

type Way = 'in_room' | 'online';

/** The days on which somebody was there: each with its hours and how. */
function dayRows({ event, attendances }: WholeRegistration): readonly (readonly string[])[] {
  const words = documentTexts('pl');
  return attendances.map(({ date, way }) => {
    const parts = event.sessions.filter((one) => one.date === date);
    const times = parts.map(({ fromTime, toTime }) => `${fromTime}–${toTime}`).join(', ');
    return [formatDay(date, 'pl'), times, words.ways[way as Way]];
  });
}

/** What a certificate says: who, of which organisation, at what, on which days and for how many hours (CO-15). */
export function certificateOf(row: WholeRegistration): PdfDocument {
  const words = documentTexts('pl');
  const { event, person, invitation, attendances } = row;
  const { name, organiser } = definitionOf(event.cohort);
  const dates = attendances.map(({ date }) => date);
  const minutes = minutesOf(event.sessions, dates);
  const organisation = invitation?.participation.organisation.name;
  const author = organiser ?? name.pl;
  const centred = (text: string, strong = false): Part => ({ kind: 'paragraph', text, align: 'center', strong });
  return {
    ...{ title: `${words.title}: ${event.title}`, author, subject: name.pl, language: 'pl' },
    ...{ madeAt: event.endedAt ?? event.endsAt, pageOf: words.pageOf },
    parts: [
      { kind: 'gap' },
      { kind: 'heading', text: words.title },
      centred(words.confirms),
      centred(person.name, true),
      ...(organisation ? [centred(words.organisation(organisation))] : []),
      centred(words.took(texts('pl').kinds[kindOf(event.kind)])),
      centred(event.title, true),
      { kind: 'gap' },
      { kind: 'table', head: [words.day, words.times, words.way], rows: dayRows(row) },
      { kind: 'paragraph', text: words.total(Math.floor(minutes / 60), minutes % 60) },
      ...(event.place ? [{ kind: 'paragraph', text: words.place(event.place) } as const] : []),
      { kind: 'paragraph', text: words.programme(name.pl) },
      { kind: 'signature', name: author, role: words.signed },
    ],
  };
}

/** The certificate as a file for Slack. */
export const certificateFile = async (row: WholeRegistration): Promise<MessageFile> => ({
  ...{ name: documentTexts('pl').file, title: documentTexts('pl').title, content: await pdfOf(certificateOf(row)) },
});
