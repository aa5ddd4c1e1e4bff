import { findDemo } from '../serve/findDemo.js';
import type { Check } from './Check.js';

const FIX = 'install the dependencies and build again: npm run build';

/** Whether `huoti serve` can start: the service with its embedded database, and the page beside it. */
export async function checkService(): Promise<Check> {
  try {
    await import('@huoti/liveness-server');
  } catch (error) {
    const found = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { name: 'service', ok: false, found, fix: FIX };
  }
  const page = findDemo() === null ? 'without a demo page' : 'with the demo page';
  return { name: 'service', ok: true, found: `embedded database, ${page}`, fix: '' };
}
