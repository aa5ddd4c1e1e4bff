import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of the service as an operator starts it: the compiled command, its settings in the environment. */
export interface ServiceProcess {
  readonly pid: number;
  /** What it logged and noted, the last of it. */
  readonly lines: readonly string[];
  /** kill -9. Resolves when it is gone. */
  kill(): Promise<void>;
  /** As an orchestrator ends it: SIGTERM. Resolves to its exit code, or the signal that it took. */
  stop(): Promise<number | string>;
}

/** Every process that was started here and has not ended. */
const running = new Map<number, ServiceProcess>();
const BIN = fileURLToPath(new URL('../../../dist/bin.js', import.meta.url));
const KEPT_LINES = 400;
/** A busy machine takes this long to load what a process needs, ms. */
const START_LIMIT_MS = 120_000;

function launch(words: readonly string[], env: Readonly<Record<string, string>>) {
  if (!existsSync(BIN)) throw new Error('apps/liveness-server is not built: npx tsc -b apps/liveness-server');
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...words], {
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { child, ended };
}

/**
 * Starts `api`, `worker` or `start` and waits until it says that it runs.
 *
 * @example const api = await startProcess('api', env); await api.kill();
 */
export async function startProcess(
  command: 'api' | 'worker' | 'start',
  env: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const { child, ended } = launch([command], env);
  const lines: string[] = [];
  const started = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        if (line.includes('"service-start"')) resolve();
      });
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string> => {
    child.kill(signal);
    return ended;
  };
  const own: ServiceProcess = {
    pid: child.pid ?? 0,
    lines,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
  running.set(own.pid, own);
  void ended.then(() => running.delete(own.pid));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('did not start in time'), START_LIMIT_MS);
  });
  const first = await Promise.race([started, ended, late]);
  clearTimeout(timer);
  if (first !== undefined) {
    await own.kill();
    throw new Error(`${command}: ${first}: ${lines.slice(-5).join(' | ')}`);
  }
  return own;
}

/** Runs a command that ends by itself; gives what it printed. */
export async function runCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { child, ended } = launch(words, env);
  let [printed, noted] = ['', ''];
  child.stdout.on('data', (text) => (printed += String(text)));
  child.stderr.on('data', (text) => (noted += String(text)));
  const code = await ended;
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${noted}`);
  return printed.trim();
}

/** Ends what still runs, and says how many that were: none, where a test looked after its own. */
export async function endAll(): Promise<number> {
  const left = [...running.values()];
  await Promise.all(left.map((one) => one.kill()));
  return left.length;
}
