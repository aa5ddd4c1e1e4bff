import { spawn } from 'node:child_process';
import { isStopping, rememberChild } from './children.mjs';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} ChildResult
 * @property {number} code the exit code; 127 when the program is not there, 128 + n after signal n
 * @property {string} output what it printed, when `output` was `capture`; otherwise empty
 */

/**
 * Runs a program to its end. Never rejects: a program that is missing or fails is a result.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd] default: the repository's root
 * @param {NodeJS.ProcessEnv} [options.env] default: this process's environment
 * @param {'pass' | 'stderr' | 'capture'} [options.output] where its standard output goes; default: 'pass'
 * @param {boolean} [options.interactive] it reads our standard input and shares our process group; default: false
 * @param {number} [options.timeoutMs] it is killed after that many milliseconds; default: no limit
 * @returns {Promise<ChildResult>}
 */
export function runChild(command, args, options = {}) {
  const { cwd = ROOT, env = process.env, output = 'pass', interactive = false, timeoutMs } = options;
  if (isStopping()) return new Promise(() => {});
  return new Promise((resolve) => {
    const ownGroup = !interactive && process.platform !== 'win32';
    const stdout = output === 'pass' ? 'inherit' : output === 'stderr' ? 2 : 'pipe';
    const child = spawn(command, args, {
      cwd,
      env,
      detached: ownGroup,
      stdio: [interactive ? 'inherit' : 'ignore', stdout, output === 'capture' ? 'pipe' : 'inherit'],
    });
    rememberChild({ child, ownGroup });
    let captured = '';
    child.stdout?.on('data', (chunk) => (captured += chunk));
    child.stderr?.resume();
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve({ code, output: captured });
    };
    child.once('error', () => end(127));
    child.once('close', (code) => {
      // While we are being stopped nothing after this child may start: the signal handler ends the process.
      if (!isStopping()) end(code ?? 128);
    });
  });
}
