import { civilOf } from '../../../core/calendar/index.ts';
import { type Column, writeCsv, writeXlsx } from '../../../platform/sheet/index.ts';
import type { MessageFile } from '../../../platform/slack/message.ts';
import type { HeldRow } from '../queries/index.ts';
import { type CardContent, cardContent, cardStateOf, minutesOfMeeting } from '../rules/index.ts';
import { texts } from '../texts.ts';

type SheetRow = {
  readonly held: HeldRow;
  readonly times: Pick<CardContent, 'date' | 'from' | 'to' | 'kind'>;
  readonly minutes: number;
};

/** Accounts are kept in Polish, and look for these names: they stay the same in every language. */
const { columns, standing, name: NAME, tab: TAB } = texts('pl').sheet;

/** The columns of the settlement (ME-10). Nobody of the organisation is named, and nothing of what was said. */
const COLUMNS: readonly Column<SheetRow>[] = [
  { name: columns.cohort, width: 24, of: ({ held }) => held.participation.cohort.name },
  { name: columns.expert, width: 24, of: ({ held }) => held.expert.name },
  { name: columns.organisation, width: 40, of: ({ held }) => held.participation.organisation.name },
  { name: columns.date, width: 12, of: ({ times }) => ({ date: times.date }) },
  { name: columns.from, of: ({ times }) => times.from },
  { name: columns.to, of: ({ times }) => times.to },
  { name: columns.minutes, of: ({ minutes }) => minutes },
  { name: columns.kind, width: 16, of: ({ times }) => texts('pl').kinds[times.kind] },
  { name: columns.card, width: 14, of: ({ held }) => standing[held.card ? cardStateOf(held.card.state) : 'draft'] },
  { name: columns.version, of: ({ held }) => held.card?.number ?? 0 },
  { name: columns.id, width: 38, of: ({ held }) => held.id },
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
  const file = (kind: string, content: MessageFile['content']): MessageFile => {
    const name = `${NAME}-${day}.${kind}`;
    return { name, title: name, content };
  };
  return [file('csv', writeCsv(COLUMNS, rows)), file('xlsx', await writeXlsx(TAB, COLUMNS, rows))];
}
