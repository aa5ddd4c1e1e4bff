import type { CommandOutput } from '../CommandOutput.js';

/** At most this often, in ms, is progress written where it can't replace its own line. */
const PLAIN_PROGRESS_MS = 2000;
const BAR_WIDTH = 24;

/** Data to standard output, progress to standard error: a bar on a terminal, plain lines elsewhere. */
export function createStreamOutput(
  stdout: NodeJS.WritableStream,
  stderr: NodeJS.WritableStream & { isTTY?: boolean },
  nowMs: () => number = () => performance.now(),
): CommandOutput {
  let lastPlainMs = -Infinity;
  let barShown = false;
  const endBar = (): void => {
    if (barShown) stderr.write('\n');
    barShown = false;
  };
  return {
    data: (line) => {
      endBar();
      stdout.write(`${line}\n`);
    },
    note: (line) => {
      endBar();
      stderr.write(`${line}\n`);
    },
    progress: (done, total, what) => {
      const share = total === null || total === 0 ? null : Math.min(1, done / total);
      if (stderr.isTTY) {
        const filled = share === null ? 0 : Math.round(share * BAR_WIDTH);
        const bar = share === null ? '' : `[${'#'.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] `;
        stderr.write(`\r\x1b[K${bar}${what}`);
        barShown = true;
        return;
      }
      if (nowMs() - lastPlainMs < PLAIN_PROGRESS_MS) return;
      lastPlainMs = nowMs();
      stderr.write(`${share === null ? '' : `${Math.round(share * 100)} % `}${what}\n`);
    },
  };
}
