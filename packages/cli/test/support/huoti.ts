import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command line: what a person runs. */
export const BIN = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

/** What a command line ended with. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What {@link huoti} takes besides the words. */
export interface HuotiOptions {
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** Is told what stands on standard error so far; true ends the process as Ctrl-C does. */
  interruptWhen?: (stderr: string) => boolean;
}

/** Runs the built command line to its end. */
export function huoti(
  args: readonly string[],
  { env = {}, cwd, interruptWhen }: HuotiOptions = {},
): Promise<Ended> {
  if (!existsSync(BIN)) throw new TypeError(`${BIN} is missing: build @huoti/cli first`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      ...(cwd === undefined ? {} : { cwd }),
    });
    let [stdout, stderr] = ['', ''];
    let interrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      // Once: a second Ctrl-C ends a process at once.
      if (!interrupted && interruptWhen?.(stderr)) interrupted = child.kill('SIGINT');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** What stands on standard output: exactly one JSON object on one line, or a failed test. */
export function jsonOf<T>({ stdout, stderr, code }: Ended): T {
  const lines = stdout.split('\n');
  if (lines.length !== 2 || lines[1] !== '') {
    throw new TypeError(
      `not one line of JSON (exit ${code}): ${stdout.slice(0, 200)} | ${stderr.slice(-400)}`,
    );
  }
  return JSON.parse(lines[0] ?? '') as T;
}

/** `huoti run --json`, as far as tests look at it. */
export interface RunReport {
  readonly status: 'completed' | 'failed';
  readonly reason: string | null;
  readonly gate?: string | null;
  readonly detail?: string;
  readonly assurance: string;
  readonly policy: string;
  readonly frames: number;
  readonly droppedFrames: number;
  readonly durationMs: number;
  readonly challenges: readonly {
    readonly action: string;
    readonly status: string;
    readonly startMs: number | null;
    readonly endMs: number | null;
  }[];
  readonly signals: Readonly<Record<string, object>>;
  readonly engine: { readonly backend: string; readonly medianFrameMs: number };
}
