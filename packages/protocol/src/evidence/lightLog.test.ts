import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '../errors/HuotiError.js';
import { decodeLightLog } from './decodeLightLog.js';
import { encodeLightLog } from './encodeLightLog.js';
import type { LightLogEntry } from './LightLogEntry.js';

const ENTRIES: readonly LightLogEntry[] = [
  { frameIndex: 3, stage: 0, attempt: 0, shownAtMs: 5120 },
  { frameIndex: 22, stage: 1, attempt: 0, shownAtMs: 5764 },
  { frameIndex: 22, stage: 1, attempt: 1, shownAtMs: 5764 },
  { frameIndex: 2048, stage: 7, attempt: 0, shownAtMs: 1_700_000_000_000 },
];

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return isHuotiError(error) ? `${error.code} ${error.message}` : String(error);
  }
  return '';
};

describe('a light log', () => {
  it('comes back as it was, and has one spelling', () => {
    for (const entries of [[], ENTRIES]) {
      const bytes = encodeLightLog(entries);
      expect(decodeLightLog(bytes)).toEqual(entries);
      expect(encodeLightLog(decodeLightLog(bytes))).toEqual(bytes);
    }
  });

  it.each<[string, Partial<LightLogEntry>]>([
    ['a frame before the one before it', { frameIndex: 2 }],
    ['a frame that no chunk has', { frameIndex: 2049 }],
    ['a time before the one before it', { shownAtMs: 5119 }],
    ['a time in parts of a millisecond', { shownAtMs: 5764.5 }],
    ['a stage that no plan has', { stage: 8 }],
    ['a third attempt', { attempt: 2 }],
  ])('is not written with %s', (_what, change) => {
    expect(code(() => encodeLightLog([ENTRIES[0]!, { ...ENTRIES[1]!, ...change }]))).toContain(
      'INVALID_ARGUMENT',
    );
  });

  it.each<[string, number[]]>([
    ['count', []],
    ['count', [17]],
    ['frame', [1]],
    ['frame', [1, 0x81, 0x10, 0, 0, 0]],
    ['stage', [1, 3, 8, 0, 0]],
    ['attempt', [1, 3, 0, 2, 0]],
    ['time', [1, 3, 0, 0]],
    ['time', [1, 3, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x41]],
    ['end', [1, 3, 0, 0, 9, 1]],
    // One number spelled in two bytes.
    ['stage', [1, 3, 0x80, 0x00, 0, 9]],
  ])('is refused for a wrong %s: %j', (field, bytes) => {
    const error = code(() => decodeLightLog(Uint8Array.from(bytes)));
    expect(error).toContain('PROTOCOL_MALFORMED');
    expect(error).toContain(`light log ${field} at byte`);
  });

  it('cut anywhere is refused, and no byte changed is read as anything impossible', () => {
    const bytes = encodeLightLog(ENTRIES);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(code(() => decodeLightLog(bytes.slice(0, length)))).toContain('PROTOCOL_MALFORMED');
    }
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [1, 0x80, 0xff]) {
        const changed = bytes.slice();
        changed[at]! ^= mask;
        let read: readonly LightLogEntry[] = [];
        const refused = code(() => (read = decodeLightLog(changed)));
        if (refused) expect(refused).toContain('PROTOCOL_MALFORMED');
        else expect(encodeLightLog(read)).toEqual(changed);
      }
    }
  });
});
