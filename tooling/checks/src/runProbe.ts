import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './repository.js';

/** A module that keeps its process alive for this long is one that left something running, in milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * Runs one of the probes on a module, in a Node process of its own.
 *
 * @param probe the probe's file name
 * @param file the module, absolute
 * @param more further files handed to the probe, absolute
 * @returns what the probe found; a module that cannot be imported, or never lets its process end, is a finding too
 */
export function runProbe(probe: string, file: string, ...more: string[]): string[] {
  const script = join(ROOT, 'tooling', 'checks', 'probes', probe);
  const args = [script, ...[file, ...more].map((one) => pathToFileURL(one).href)];
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  });
  if (signal !== null) return [`the process did not end by itself within ${TIMEOUT_MS / 1000} s`];
  if (status !== 0)
    return [stderr.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? `exit code ${String(status)}`];
  return JSON.parse(stdout) as string[];
}
