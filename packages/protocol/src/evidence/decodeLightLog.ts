import { MAX_LIGHT_STAGES } from '../plan/LightStep.js';
import { createByteReader } from './ByteReader.js';
import type { LightLogEntry } from './LightLogEntry.js';
import { MAX_LIGHT_ATTEMPT, MAX_LIGHT_LOG_ENTRIES } from './lightLogLimits.js';
import { MAX_CHUNK_FRAMES, MAX_TIMESTAMP_MS } from './traceLimits.js';

/**
 * Reads a light log of unknown origin. Only bytes that {@link encodeLightLog} would write are accepted.
 *
 * @throws HuotiError PROTOCOL_MALFORMED naming the field and its offset
 * @example const entries = decodeLightLog(chunk.extensions.find(({ id }) => id === LIGHT_LOG_ID).bytes);
 */
export function decodeLightLog(bytes: Uint8Array): readonly LightLogEntry[] {
  const reader = createByteReader(bytes);
  const count = reader.unsigned('light log count', MAX_LIGHT_LOG_ENTRIES);
  const entries: LightLogEntry[] = [];
  let frameIndex = 0;
  let shownAtMs = 0;
  while (entries.length < count) {
    frameIndex += reader.unsigned('light log frame', MAX_CHUNK_FRAMES - frameIndex);
    const stage = reader.unsigned('light log stage', MAX_LIGHT_STAGES - 1);
    const attempt = reader.unsigned('light log attempt', MAX_LIGHT_ATTEMPT);
    shownAtMs += reader.unsigned('light log time', MAX_TIMESTAMP_MS - shownAtMs);
    entries.push({ frameIndex, stage, attempt, shownAtMs });
  }
  if (reader.remaining > 0) throw reader.malformed('light log end', `${reader.remaining} bytes too many`);
  return entries;
}
