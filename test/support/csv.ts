/** Reads CSV of RFC 4180 with semicolons strictly, letter by letter; throws on anything else. */
export function strictCsv(file: string): readonly (readonly string[])[] {
  if (!file.startsWith('\ufeff')) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  const quotedCell = (): string => {
    let cell = '';
    for (at += 1; ; at += 1) {
      if (at >= file.length) throw new Error('a quote without an end');
      if (file[at] !== '"') cell += file[at];
      else if (file[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else break;
    }
    at += 1;
    return cell;
  };
  const bareCell = (): string => {
    const begin = at;
    while (at < file.length && !';\r\n"'.includes(file[at] ?? '')) at += 1;
    if (file[at] === '"' || file[at] === '\n') throw new Error(`a stray mark at ${at}`);
    return file.slice(begin, at);
  };
  while (at < file.length) {
    row.push(file[at] === '"' ? quotedCell() : bareCell());
    if (file[at] === ';') at += 1;
    else if (file.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither another cell nor an end of line at ${at}`);
    if (file[at - 1] === ';' && file.startsWith('\r\n', at)) {
      rows.push([...row, '']);
      row = [];
      at += 2;
    }
  }
  if (row.length > 0) throw new Error('a line without an end');
  return rows;
}
