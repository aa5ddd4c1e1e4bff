import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/**
 * Resident memory of the browser's largest process of a kind, in bytes; `null` where the machine does not tell. The
 * largest renderer is the page's: the other one is a spare that the browser keeps empty.
 */
export async function processMemory(browser: Browser, kind: 'renderer' | 'GPU'): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    let bytes = 0;
    for (const { id, type } of processInfo) {
      if (type !== kind) continue;
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
      if (kilobytes === undefined) return null;
      bytes = Math.max(bytes, Number(kilobytes) * 1024);
    }
    return bytes;
  } finally {
    await session.detach();
  }
}
