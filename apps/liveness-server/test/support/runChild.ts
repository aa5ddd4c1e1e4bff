import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own, which a test may kill at any moment. */
export interface Child {
  readonly pid: number;
  /** The next line that it wrote; `null` once it has ended and all was read. */
  nextLine(): Promise<string | null>;
  /** kill -9. Resolves when it is gone; its lines can still be read. */
  kill(): Promise<void>;
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | string>;
}

const REGISTER = fileURLToPath(new URL('./typescript/register.mjs', import.meta.url));

/**
 * Runs a TypeScript file of the tests in a process of its own.
 *
 * @param options.file beside this file, without `.ts`
 * @param options.fileSizeBlocks the largest file it may write, in blocks of 1024 bytes: a disk that ends there
 */
export function runChild(
  file: string,
  args: readonly string[],
  { fileSizeBlocks }: { fileSizeBlocks?: number } = {},
): Child {
  const path = fileURLToPath(new URL(`./children/${file}.ts`, import.meta.url));
  const nodeArgs = ['--import', REGISTER, path, ...args];
  const child =
    fileSizeBlocks === undefined
      ? spawn(process.execPath, nodeArgs, { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn(
          'bash',
          ['-c', `ulimit -f ${String(fileSizeBlocks)}; exec "$@"`, 'bash', process.execPath, ...nodeArgs],
          {
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
  const lines: string[] = [];
  const waiting: ((line: string | null) => void)[] = [];
  let isClosed = false;
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    const taker = waiting.shift();
    if (taker === undefined) lines.push(line);
    else taker(line);
  });
  reader.on('close', () => {
    isClosed = true;
    waiting.splice(0).forEach((taker) => taker(null));
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return {
    pid: child.pid ?? 0,
    nextLine: () =>
      new Promise((resolve) => {
        const line = lines.shift();
        if (line !== undefined) resolve(line);
        else if (isClosed) resolve(null);
        else waiting.push(resolve);
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}
