import { ACTIONS, HuotiError } from '@huoti/protocol';
import { readCsv } from './readCsv.js';
import type { FileAction } from './FileAction.js';

/** What the free-running detectors know: a side has a name there. */
const KNOWN: readonly string[] = ACTIONS.filter(
  (action) => action !== 'turn-one-side' && action !== 'turn-other-side',
);

const secondsOf = (word: string | undefined): number => (word ? Number(word) : NaN);

/**
 * Reads the truth: columns `file,action,start_s,end_s`, others are ignored.
 *
 * @throws HuotiError MEDIA_UNREADABLE, INVALID_ARGUMENT naming the line
 */
export async function readActionTable(path: string): Promise<readonly FileAction[]> {
  const rows = await readCsv(path, ['file', 'action', 'start_s', 'end_s']);
  if (rows.length === 0) {
    throw new HuotiError('INVALID_ARGUMENT', `${path}: it has no row; name a clip and an action a line`);
  }
  return rows.map(({ line, values }) => {
    const { file = '', action = '' } = values;
    const fail = (what: string): never => {
      throw new HuotiError('INVALID_ARGUMENT', `${path}: line ${line}: ${what}`);
    };
    if (file === '') fail('file is empty; name the clip');
    if (!KNOWN.includes(action)) fail(`"${action}" is no action; use ${KNOWN.join(', ')}`);
    const startMs = secondsOf(values.start_s) * 1000;
    const endMs = secondsOf(values.end_s) * 1000;
    if (!(startMs >= 0 && endMs >= startMs && Number.isFinite(endMs))) {
      fail(
        `start_s "${values.start_s}" and end_s "${values.end_s}" are no times; give seconds, 0 <= start_s <= end_s`,
      );
    }
    return { file, action, startMs, endMs };
  });
}
