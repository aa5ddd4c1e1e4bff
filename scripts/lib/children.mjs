import { constants } from 'node:os';

/** How long a child may take to end after a signal before it is killed, in milliseconds. */
const GRACE_MS = 8000;
/** How often the parent is looked for, in milliseconds. */
const PARENT_LOOK_MS = 1000;

/** @typedef {{child: import('node:child_process').ChildProcess, ownGroup: boolean}} Entry */

/** @type {Set<Entry>} */
const running = new Set();
let stopping = false;

/** @returns {boolean} true once Ctrl-C or another ending signal has come */
export const isStopping = () => stopping;

/** @param {Entry} entry */
export function rememberChild(entry) {
  running.add(entry);
  entry.child.once('close', () => running.delete(entry));
  entry.child.once('error', () => running.delete(entry));
}

/**
 * @param {Entry} entry
 * @param {NodeJS.Signals} signal
 */
function signalChild({ child, ownGroup }, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroup && process.platform !== 'win32' ? -child.pid : child.pid, signal);
  } catch {
    // It ended between the signal and now: nothing is left to end.
  }
}

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  const exitCode = 128 + constants.signals[signal];
  if (running.size === 0) process.exit(exitCode);
  const again = stopping;
  stopping = true;
  for (const entry of running) {
    // A child in our own group has had the terminal's Ctrl-C already; once more would count as a second one.
    if (entry.ownGroup || signal !== 'SIGINT' || !process.stdin.isTTY)
      signalChild(entry, again ? 'SIGKILL' : signal);
  }
  for (const { child, ownGroup } of running) {
    child.once('close', (code) => {
      // A program that shares the terminal with us has its own word on how it ended, such as a server's orderly stop.
      const word = ownGroup || code === null ? exitCode : code;
      setImmediate(() => running.size === 0 && process.exit(word));
    });
  }
  setTimeout(() => {
    for (const entry of running) signalChild(entry, 'SIGKILL');
    process.exit(exitCode);
  }, GRACE_MS).unref();
}

/** On Ctrl-C, a hang-up or a request to end: pass it on to every child, wait for them, and end with the signal's code. */
export function endChildrenOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => endAll(signal));
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  // npm runs a command through a shell, which a signal to npm alone ends without passing it on: then nobody waits for us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    endAll('SIGTERM');
  }, PARENT_LOOK_MS);
  watch.unref();
}
