import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Column, writeCsv, writeXlsx } from '../../../../src/platform/sheet/index.ts';
import { strictCsv } from '../../../support/csv.ts';

type Row = { readonly name: string; readonly day: string; readonly minutes: number };

const COLUMNS: readonly Column<Row>[] = [
  { name: 'organizacja', width: 30, of: ({ name }) => name },
  { name: 'data', of: ({ day }) => ({ date: day }) },
  { name: 'minuty', of: ({ minutes }) => minutes },
  { name: 'uwagi', of: () => null },
];
const row = (name: string, minutes = 90): Row => ({ name, day: '2026-03-29', minutes });
const HEAD = COLUMNS.map(({ name }) => name);

const readXlsx = async (rows: readonly Row[]) => {
  const [sheet] = await readXlsxFile(Buffer.from(await writeXlsx('Rozliczenie', COLUMNS, rows)));
  return sheet;
};

const WORDS = ['=1+1', '+48 22', '-5', '@SUM(A1)', '\t=2', ' =3', '=cmd|/C calc!A0', '%0A', '|x'];

describe('a sheet', () => {
  it('has the same columns and rows as CSV and as XLSX', async () => {
    const rows = [row('Fundacja „Żółw”; Łódź'), row('Stowarzyszenie\nw dwóch wierszach', 1.5)];
    expect(strictCsv(writeCsv(COLUMNS, rows))).toEqual([
      HEAD,
      ['Fundacja „Żółw”; Łódź', '2026-03-29', '90', ''],
      ['Stowarzyszenie\nw dwóch wierszach', '2026-03-29', '1,5', ''],
    ]);
    const day = new Date('2026-03-29T00:00:00Z');
    expect(await readXlsx(rows)).toMatchObject({
      sheet: 'Rozliczenie',
      data: [HEAD, ['Fundacja „Żółw”; Łódź', day, 90, null], ['Stowarzyszenie\nw dwóch wierszach', day, 1.5, null]],
    });
  });

  it('makes no formula of what somebody typed: an apostrophe in CSV, a text in XLSX', async () => {
    const rows = WORDS.map((word) => row(word));
    expect(strictCsv(writeCsv(COLUMNS, rows)).slice(1)).toEqual(
      rows.map(({ name }) => [`'${name}`, '2026-03-29', '90', '']),
    );
    const read = await readXlsx(rows);
    expect(read?.data.slice(1).map(([name]) => name)).toEqual(WORDS.map((word) => word.trim()));
  });

  it('leaves our own numbers alone, also those below nought', () => {
    expect(strictCsv(writeCsv(COLUMNS, [row('a', -90)]))[1]).toEqual(['a', '2026-03-29', '-90', '']);
  });

  it('without rows has its head', async () => {
    expect(strictCsv(writeCsv(COLUMNS, []))).toEqual([HEAD]);
    expect((await readXlsx([]))?.data).toEqual([HEAD]);
  });

  it('takes whatever was typed into CSV and gives it back', () => {
    const any = fc.string({ unit: fc.constantFrom(...'ż;"\n\r=\'a,😀'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(any), (names) => {
        const read = strictCsv(
          writeCsv(
            COLUMNS,
            names.map((name) => row(name)),
          ),
        );
        const texts = read.slice(1).map(([cell]) => cell ?? '');
        const expected = names.map((name) => name.replace(/\r\n?/g, '\n').toWellFormed());
        expect(texts.map((text, index) => (text === `'${expected[index]}` ? expected[index] : text))).toEqual(expected);
      }),
    );
  });

  it('keeps texts that Excel can hold: no control characters, no half letters, 32 767 at most', async () => {
    const rows = [row('a\u0000b\u0007c\ud800'), row('😀'.repeat(20_000))];
    const names = (await readXlsx(rows))?.data.slice(1).map(([name]) => String(name)) ?? [];
    expect([names[0], names[1]?.length, names[1]?.endsWith('😀')]).toEqual(['abc', 32_766, true]);
    expect(strictCsv(writeCsv(COLUMNS, rows))[1]?.[0]).toBe('abc\ufffd');
  });
});
