import { readFile } from 'node:fs/promises';
import { HuotiError } from '@huoti/protocol';

/** One row of a table. */
export interface CsvRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** By the names of the head line, without space around them; '' where the row is too short. */
  readonly values: Readonly<Record<string, string>>;
}

interface Fields {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Splits RFC 4180 text: quoted fields may hold commas, line ends and doubled quotes. Empty lines are no rows. */
function splitRows(text: string, path: string): Fields[] {
  const rows: Fields[] = [];
  let fields: string[] = [];
  let field = '';
  let quotedSince = 0;
  let [line, rowLine] = [1, 1];
  const endRow = (): void => {
    fields.push(field.trim());
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: rowLine, fields });
    [fields, field, rowLine] = [[], '', line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (quotedSince > 0) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') field += text[(at += 1)] ?? '';
      else quotedSince = 0;
    } else if (letter === '"' && field.trim() === '') [field, quotedSince] = ['', line];
    else if (letter === ',') {
      fields.push(field.trim());
      field = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') field += letter;
  }
  if (quotedSince > 0) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${path}: line ${quotedSince}: a quote is never closed; close it`,
    );
  }
  endRow();
  return rows;
}

/**
 * Reads a table with a head line.
 *
 * @param columns that must be there; others come along
 * @throws HuotiError MEDIA_UNREADABLE for a file that can't be read, INVALID_ARGUMENT naming what the table lacks
 * @example const rows = await readCsv('pairs.csv', ['file_a', 'file_b', 'same']);
 */
export async function readCsv(path: string, columns: readonly string[]): Promise<readonly CsvRow[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new HuotiError('MEDIA_UNREADABLE', `${path}: it can't be read; check the path`, { cause: error });
  });
  const [head, ...rows] = splitRows(text.replace(/^\uFEFF/, ''), path);
  const missing = columns.filter((name) => !head?.fields.includes(name));
  if (!head || missing.length > 0) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${path}: column ${missing.join(', ')} is missing; the first line must name ${columns.join(',')}`,
    );
  }
  return rows.map(({ line, fields }) => ({
    line,
    values: Object.fromEntries(head.fields.map((name, index) => [name, fields[index] ?? ''])),
  }));
}
