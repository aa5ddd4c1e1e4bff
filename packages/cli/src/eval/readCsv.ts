import { readFile } from 'node:fs/promises';
import { HuotiError } from '@huoti/protocol';

/** Splits one line of RFC 4180: quoted fields may hold commas and doubled quotes. */
function splitLine(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index] ?? '';
    if (quoted && letter === '"' && line[index + 1] === '"') {
      field += '"';
      index += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else field += letter;
  }
  fields.push(field);
  return fields;
}

/**
 * Reads a table with a head line.
 *
 * @param columns that must be there; others come along
 * @throws HuotiError MEDIA_UNREADABLE for a missing file, INVALID_ARGUMENT naming the missing column
 */
export async function readCsv(
  path: string,
  columns: readonly string[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new HuotiError('MEDIA_UNREADABLE', `${path}: it can't be read; check the path`, { cause: error });
  });
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const head = splitLine(lines[0] ?? '').map((name) => name.trim());
  const missing = columns.filter((name) => !head.includes(name));
  if (missing.length > 0) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${path}: column ${missing.join(', ')} is missing; the head line must have ${columns.join(',')}`,
    );
  }
  return lines.slice(1).map((line) => {
    const fields = splitLine(line);
    return Object.fromEntries(head.map((name, index) => [name, (fields[index] ?? '').trim()]));
  });
}
