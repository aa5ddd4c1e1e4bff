import { createCliLandmarker } from '../engine/createCliLandmarker.js';
import type { Check } from './Check.js';

/** Whether the engine starts: models compiled, warmed up, and on which backend. */
export async function checkEngine(signal: AbortSignal): Promise<Check> {
  const landmarker = createCliLandmarker();
  try {
    await landmarker.load({ signal });
    const { backend, fallbacks } = landmarker.engineFacts();
    const fell = fallbacks.length > 0 ? `, after ${fallbacks.length} fallback(s)` : '';
    return { name: 'engine', ok: true, found: `starts on ${backend}${fell}`, fix: '' };
  } catch (error) {
    if (signal.aborted) throw error;
    const found = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      name: 'engine',
      ok: false,
      found,
      fix: 'mend what stands above; else build again: npm run build',
    };
  } finally {
    await landmarker.dispose();
  }
}
