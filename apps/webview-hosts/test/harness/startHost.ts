import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../../', import.meta.url));

/** As the hosts' own `HostOptions`. */
export interface HostOptions {
  readonly trusted_origins: readonly string[];
  readonly capabilities?: Readonly<Record<string, number>>;
  readonly page_camera?: 'allow' | 'deny' | 'ignore';
  readonly permission?: 'granted' | 'denied' | 'prompt';
  readonly with_reply?: boolean;
  readonly versions?: readonly string[];
}

/** One line that a host told without being asked. */
export interface HostEvent {
  readonly event: string;
  readonly [fact: string]: unknown;
}

/** A host that runs. */
export interface Host {
  readonly events: readonly HostEvent[];
  /** Gives a command, and its answer. */
  command<T>(cmd: string, rest?: Readonly<Record<string, unknown>>): Promise<T>;
  /** The value of an expression in the main frame; it has to survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** The first event for which this holds, of those from `since` on. */
  waitFor(
    holds: (event: HostEvent) => boolean,
    what: string,
    options?: { timeoutMs?: number; since?: number },
  ): Promise<HostEvent>;
  stop(): Promise<void>;
}

/** What {@link startHost} takes. */
export interface StartHostOptions {
  readonly engine: 'webkitgtk' | 'qt5' | 'qt6';
  readonly options: HostOptions;
  readonly env?: Readonly<Record<string, string>>;
}

const READY_MS = 20_000;
const COMMAND_MS = 15_000;
const GRACE_MS = 1500;
const LOOK_EVERY_MS = 20;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** As long at most, and it keeps nobody waiting. */
const grace = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** The system's own Python: the engines' bindings are installed for that one. */
const PYTHON = '/usr/bin/python3';

/** For `QTWEBENGINE_CHROMIUM_FLAGS`. */
export const QT_FLAGS = '--no-sandbox --disable-gpu';

const QT_ENV = {
  QT_QPA_PLATFORM: 'offscreen',
  QTWEBENGINE_DISABLE_SANDBOX: '1',
  QTWEBENGINE_CHROMIUM_FLAGS: QT_FLAGS,
};

/** Starts a reference host in a process of its own. */
export async function startHost({ engine, options, env = {} }: StartHostOptions): Promise<Host> {
  const isQt = engine !== 'webkitgtk';
  const script = isQt ? 'qt/host.py' : 'webkitgtk/host.py';
  const own = isQt ? { ...QT_ENV, HUOTI_QT: engine.slice(2) } : {};
  const child = spawn(PYTHON, [`${APP}${script}`, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', process.env.HUOTI_HOSTS_LOG === '1' ? 'inherit' : 'ignore'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...own, ...env },
  });
  const events: HostEvent[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: TypeError): void }>();
  let lastId = 0;
  let isOver = false;
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      isOver = true;
      const why = new TypeError(`the host ended: ${signal ?? code}`);
      for (const one of waiting.values()) one.reject(why);
      waiting.clear();
      resolve();
    }),
  );
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const told = JSON.parse(line) as HostEvent & { id?: number; result?: unknown; error?: string };
    if (told.id === undefined) {
      events.push(told);
      return;
    }
    const one = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.error === undefined) one?.resolve(told.result);
    else one?.reject(new TypeError(`${told.error}; ${JSON.stringify(events.slice(-6))}`));
  });

  const host: Host = {
    events,
    command: <T>(cmd: string, rest: Readonly<Record<string, unknown>> = {}) =>
      new Promise<T>((resolve, reject) => {
        if (isOver) {
          reject(new TypeError(`${cmd}: the host has ended`));
          return;
        }
        const id = (lastId += 1);
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new TypeError(`${cmd}: no answer within ${COMMAND_MS / 1000} s`));
        }, COMMAND_MS);
        waiting.set(id, {
          resolve(value) {
            clearTimeout(timer);
            resolve(value as T);
          },
          reject(error) {
            clearTimeout(timer);
            reject(error);
          },
        });
        child.stdin.write(`${JSON.stringify({ id, cmd, ...rest })}\n`);
      }),
    evaluate: <T>(js: string) => host.command<T>('eval', { js }),
    async waitFor(holds, what, { timeoutMs = READY_MS, since = 0 } = {}) {
      const untilMs = Date.now() + timeoutMs;
      for (;;) {
        const found = events.slice(since).find(holds);
        if (found) return found;
        if (isOver) throw new TypeError(`${what}: the host has ended`);
        if (Date.now() > untilMs)
          throw new TypeError(
            `${what}: not within ${timeoutMs / 1000} s; ${JSON.stringify(events.slice(-12))}`,
          );
        await pause(LOOK_EVERY_MS);
      }
    },
    async stop() {
      if (!isOver) child.stdin.end();
      await Promise.race([ended, grace(GRACE_MS)]);
      if (!isOver) child.kill('SIGKILL');
      await ended;
    },
  };
  try {
    await host.waitFor(({ event }) => event === 'ready', 'ready');
  } catch (error) {
    await host.stop();
    throw error;
  }
  return host;
}
