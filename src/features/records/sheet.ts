import { civilOf } from '../../core/calendar/index.ts';
import { type Column, writeCsv, writeXlsx } from '../../platform/sheet/index.ts';
import type { MessageFile } from '../../platform/slack/message.ts';
import type { HeldRow } from './queries/index.ts';
import { type CardContent, type CardState, cardContent, cardStateOf, minutesOfMeeting } from './rules/index.ts';
import { texts } from './texts.ts';

type SheetRow = {
  readonly held: HeldRow;
  readonly times: Pick<CardContent, 'date' | 'from' | 'to' | 'kind'>;
  readonly minutes: number;
};

const STANDING: Readonly<Record<CardState, string>> = {
  draft: 'brak',
  published: 'wysłana',
  commented: 'uwagi',
  confirmed: 'potwierdzona',
};

/**
 * The columns of the settlement (ME-10). Their names stay: accounts are kept in sheets that look for them. Nobody of
 * the organisation is named, and nothing of what was said.
 */
const COLUMNS: readonly Column<SheetRow>[] = [
  { name: 'edycja', width: 24, of: ({ held }) => held.participation.cohort.name },
  { name: 'prowadzi', width: 24, of: ({ held }) => held.expert.name },
  { name: 'organizacja', width: 40, of: ({ held }) => held.participation.organisation.name },
  { name: 'data', width: 12, of: ({ times }) => ({ date: times.date }) },
  { name: 'od', of: ({ times }) => times.from },
  { name: 'do', of: ({ times }) => times.to },
  { name: 'minuty', of: ({ minutes }) => minutes },
  { name: 'forma', width: 16, of: ({ times }) => texts('pl').kinds[times.kind] },
  { name: 'karta', width: 14, of: ({ held }) => STANDING[held.card ? cardStateOf(held.card.state) : 'draft'] },
  { name: 'wersja_karty', of: ({ held }) => held.card?.number ?? 0 },
  { name: 'identyfikator', width: 38, of: ({ held }) => held.id },
];

/** A meeting as it counts. */
export const countedOf = ({ participation, startsAt, endsAt, minutesCounted, card }: HeldRow) => ({
  organisation: participation.organisation.name,
  ...{ startsAt, endsAt, minutes: card?.versions[0]?.minutes ?? minutesCounted },
});

function rowOf(held: HeldRow): SheetRow {
  const written = cardContent.safeParse(held.card?.versions[0]?.content).data;
  const [from, to] = [civilOf(held.startsAt, held.zone), civilOf(held.endsAt, held.zone)];
  const kind = held.kind as CardContent['kind'];
  const times = written ?? { date: from.date, from: from.time, to: to.time, kind };
  return { held, times, minutes: minutesOfMeeting(countedOf(held)) };
}

/** The settlement as CSV and XLSX with the same columns and rows. `day` is the civil date in their names. */
export async function sheetFiles(held: readonly HeldRow[], day: string): Promise<readonly MessageFile[]> {
  const rows = held.map(rowOf);
  const { sheet } = texts('pl');
  const file = (kind: string, content: MessageFile['content']): MessageFile => {
    const name = `${sheet.name}-${day}.${kind}`;
    return { name, title: name, content };
  };
  return [file('csv', writeCsv(COLUMNS, rows)), file('xlsx', await writeXlsx(sheet.tab, COLUMNS, rows))];
}
