import type { CommandOutput } from '../CommandOutput.js';

/** At most this often, in ms, is a bar drawn again. */
const BAR_MS = 100;

/** At most this often, in ms, is progress written where it can't replace its own line. */
const PLAIN_MS = 2000;

/** The inside of the bar, in characters. */
const BAR_WIDTH = 24;

/** Of a terminal that does not say. */
const DEFAULT_COLUMNS = 80;

/** What the output needs of a stream. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Data to standard output, progress to standard error: a bar on a terminal, plain lines elsewhere. */
export function createStreamOutput(
  stdout: OutputStream,
  stderr: OutputStream,
  nowMs: () => number = () => performance.now(),
): CommandOutput {
  let lastMs = -Infinity;
  let barShown = false;
  const finish = (): void => {
    if (barShown) stderr.write('\n');
    barShown = false;
  };
  return {
    data: (line) => {
      finish();
      stdout.write(`${line}\n`);
    },
    note: (line) => {
      finish();
      stderr.write(`${line}\n`);
    },
    progress: (share, what) => {
      const plain = !stderr.isTTY;
      if (nowMs() - lastMs < (plain ? PLAIN_MS : BAR_MS)) return;
      lastMs = nowMs();
      const percent = share === null ? '' : `${String(Math.round(share * 100)).padStart(3)} % `;
      if (plain) {
        stderr.write(`${percent}${what}\n`);
        return;
      }
      const filled = Math.round((share ?? 0) * BAR_WIDTH);
      const bar = share === null ? '' : `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] `;
      // A line that wraps could not be replaced.
      const line = `${bar}${percent}${what}`.slice(0, (stderr.columns ?? DEFAULT_COLUMNS) - 1);
      stderr.write(`\r\x1b[K${line}`);
      barShown = true;
    },
    finish,
  };
}
