import { MAX_LIGHT_STAGES } from '../plan/LightStep.js';
import { createByteWriter } from './ByteWriter.js';
import type { LightLogEntry } from './LightLogEntry.js';
import { MAX_LIGHT_ATTEMPT, MAX_LIGHT_LOG_ENTRIES } from './lightLogLimits.js';
import { MAX_CHUNK_FRAMES, MAX_TIMESTAMP_MS } from './traceLimits.js';

/**
 * The bytes of a chunk's light log (extension {@link LIGHT_LOG_ID}); docs/evidence-format.md has them one by one.
 *
 * @throws HuotiError INVALID_ARGUMENT for a log that `decodeLightLog` would not give back
 * @example const extensions = [{ id: LIGHT_LOG_ID, bytes: encodeLightLog(entries) }];
 */
export function encodeLightLog(entries: readonly LightLogEntry[]): Uint8Array {
  const writer = createByteWriter();
  writer.unsigned('light log count', entries.length, MAX_LIGHT_LOG_ENTRIES);
  let frameBefore = 0;
  let shownBeforeMs = 0;
  for (const { frameIndex, stage, attempt, shownAtMs } of entries) {
    writer.unsigned('light log frame', frameIndex - frameBefore, MAX_CHUNK_FRAMES - frameBefore);
    writer.unsigned('light log stage', stage, MAX_LIGHT_STAGES - 1);
    writer.unsigned('light log attempt', attempt, MAX_LIGHT_ATTEMPT);
    writer.unsigned('light log time', shownAtMs - shownBeforeMs, MAX_TIMESTAMP_MS - shownBeforeMs);
    frameBefore = frameIndex;
    shownBeforeMs = shownAtMs;
  }
  return writer.take();
}
