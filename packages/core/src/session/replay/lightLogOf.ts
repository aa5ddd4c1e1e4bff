import {
  decodeLightLog,
  isHuotiError,
  LIGHT_LOG_ID,
  type LightLogEntry,
  type TraceChunk,
} from '@huoti/protocol';

/**
 * When the screen showed each colour, as a chunk's light log says.
 *
 * @returns what is wrong with the log, got and expected, where it can't be of this chunk
 */
export function lightLogOf({ index, frames, extensions }: TraceChunk): readonly LightLogEntry[] | string {
  const log = extensions.find(({ id }) => id === LIGHT_LOG_ID);
  if (!log) return [];
  try {
    const entries = decodeLightLog(log.bytes);
    const last = entries[entries.length - 1];
    return last && last.frameIndex > frames.length
      ? `chunk ${index}: a colour was told of at frame ${last.frameIndex} of ${frames.length}`
      : entries;
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    return `chunk ${index}: ${error.message}`;
  }
}
