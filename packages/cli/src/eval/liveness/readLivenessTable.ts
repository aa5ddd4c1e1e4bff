import { HuotiError } from '@huoti/protocol';
import { readCsv } from '../readCsv.js';
import type { LivenessRow } from './LivenessRow.js';

/** An attack of a row that names no species. */
export const UNNAMED_SPECIES = 'unnamed';

/**
 * Reads clips and stills: columns `file,label,species` (label `bona-fide` or `attack`); others come along unread.
 *
 * @throws HuotiError MEDIA_UNREADABLE, INVALID_ARGUMENT naming the line
 */
export async function readLivenessTable(path: string): Promise<readonly LivenessRow[]> {
  const rows = await readCsv(path, ['file', 'label', 'species']);
  if (rows.length === 0) {
    throw new HuotiError('INVALID_ARGUMENT', `${path}: it has no row; name a clip or a picture a line`);
  }
  return rows.map(({ line, values }) => {
    const { file = '', label = '', species = '', person = '', part = '' } = values;
    const fail = (what: string): never => {
      throw new HuotiError('INVALID_ARGUMENT', `${path}: line ${line}: ${what}`);
    };
    if (file === '') fail('file is empty; name the clip or the picture');
    if (label !== 'bona-fide' && label !== 'attack') {
      return fail(`label is "${label}"; use bona-fide or attack`);
    }
    return {
      file,
      label,
      species: label === 'bona-fide' ? '' : species || UNNAMED_SPECIES,
      person,
      part,
    };
  });
}
