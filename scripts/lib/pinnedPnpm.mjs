import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findOnPath, isProgram } from './findOnPath.mjs';
import { note } from './note.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { runChild } from './runChild.mjs';
import { StopError } from './StopError.mjs';
import { toolEnvironment } from './toolEnvironment.mjs';

/** Where our own pnpm goes when the machine has none of the pinned version. */
const TOOLS = join(CACHE, 'tools');
/** A healthy `pnpm --version` takes under a second; a shim that tries to download one may hang. In milliseconds. */
const VERSION_TIMEOUT_MS = 15_000;
/** A wrapper is a few lines of shell; pnpm itself is megabytes, or a launcher that names neither npx nor corepack. */
const WRAPPER_MAX_BYTES = 4096;

/** @returns {string} the version that package.json pins, for example `10.34.9` */
export function pinnedPnpmVersion() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = /^pnpm@(\d+\.\d+\.\d+)/.exec(String(packageManager))?.[1];
  if (version === undefined)
    throw new StopError('package.json must pin pnpm exactly: "packageManager": "pnpm@X.Y.Z".');
  return version;
}

/**
 * @param {string} program
 * @returns {Promise<string>} its version, or an empty string when it does not start
 */
async function versionOf(program) {
  // Asked outside the project: inside it pnpm would fetch the pinned version of itself before it answers.
  const options = { cwd: tmpdir(), env: toolEnvironment(), output: /** @type {const} */ ('capture') };
  const { code, output } = await runChild(program, ['--version'], {
    ...options,
    timeoutMs: VERSION_TIMEOUT_MS,
  });
  return code === 0 ? output.trim() : '';
}

/** @returns {{command: string, args: string[]}} npm as this process was started by it, or the one on the PATH */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script))
    return { command: process.execPath, args: [script] };
  const besideNode = join(dirname(process.execPath), 'npm');
  const npm = findOnPath(['npm'], `${process.env.PATH ?? ''}${delimiter}${dirname(besideNode)}`);
  if (npm === undefined)
    throw new StopError(
      'npm is not on the PATH: install it (it comes with Node), then run the command again.',
      { exitCode: 3 },
    );
  return { command: npm, args: [] };
}

/**
 * @param {string} program
 * @returns {boolean} whether it is a script that looks pnpm up anew at every call: 2 s a task, where pnpm itself takes 0.3 s
 */
export function isWrapper(program) {
  const bytes = readFileSync(program).subarray(0, WRAPPER_MAX_BYTES);
  return (
    bytes.length < WRAPPER_MAX_BYTES &&
    /^#!.*sh\b/.test(bytes.toString()) &&
    /\b(npx|npm exec|corepack)\b/.test(bytes.toString())
  );
}

/** @returns {string} the version in the cache folder, or an empty string */
function ownVersion() {
  try {
    return String(
      JSON.parse(readFileSync(join(TOOLS, 'node_modules', 'pnpm', 'package.json'), 'utf8')).version,
    );
  } catch {
    return '';
  }
}

/**
 * Finds the pinned pnpm in the cache folder or on the PATH, or puts it into the cache folder.
 *
 * @returns {Promise<{program: string, folder: string}>} the program and the folder it is in
 */
export async function pinnedPnpm() {
  const version = pinnedPnpmVersion();
  const own = join(TOOLS, 'node_modules', '.bin', 'pnpm');
  if (isProgram(own) && ownVersion() === version) return { program: own, folder: dirname(own) };
  const onPath = findOnPath(['pnpm']);
  if (onPath !== undefined && !isWrapper(onPath) && (await versionOf(onPath)) === version) {
    return { program: onPath, folder: dirname(onPath) };
  }
  note(`setup: fetching pnpm ${version}`);
  mkdirSync(TOOLS, { recursive: true });
  writeFileSync(join(TOOLS, 'package.json'), '{ "private": true }\n');
  const npm = npmCommand();
  const flags = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const args = [...npm.args, 'install', ...flags, '--prefix', TOOLS, `pnpm@${version}`];
  const { code } = await runChild(npm.command, args, {
    cwd: TOOLS,
    env: toolEnvironment(),
    output: 'stderr',
  });
  if (code !== 0 || (await versionOf(own)) !== version) {
    throw new StopError(
      `pnpm ${version} could not be fetched: check the network and the npm registry, or install it yourself.`,
      { exitCode: 3 },
    );
  }
  return { program: own, folder: dirname(own) };
}
