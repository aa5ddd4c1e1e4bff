import { HuotiError } from '@huoti/protocol';
import { readCsv } from '../readCsv.js';
import type { PairRow } from './PairRow.js';

/**
 * Reads pairs: columns `file_a,file_b,same` (1 or 0); `category`, `person_a` and `person_b` are used where they stand.
 *
 * @throws HuotiError MEDIA_UNREADABLE, INVALID_ARGUMENT naming the line
 */
export async function readPairTable(path: string): Promise<readonly PairRow[]> {
  const rows = await readCsv(path, ['file_a', 'file_b', 'same']);
  if (rows.length === 0) {
    throw new HuotiError('INVALID_ARGUMENT', `${path}: it has no row; name two pictures a line`);
  }
  return rows.map(({ line, values }) => {
    const { file_a: fileA = '', file_b: fileB = '', same = '' } = values;
    const fail = (what: string): never => {
      throw new HuotiError('INVALID_ARGUMENT', `${path}: line ${line}: ${what}`);
    };
    if (fileA === '' || fileB === '') fail('file_a or file_b is empty; name the picture');
    if (same !== '1' && same !== '0') fail(`same is "${same}"; use 1 or 0`);
    const { category = '', person_a: personA = '', person_b: personB = '' } = values;
    return { fileA, fileB, same: same === '1', category, personA, personB };
  });
}
