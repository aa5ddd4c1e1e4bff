import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const TSC = ['node_modules/typescript/bin/tsc', '-b'];

/**
 * What is built anew after a change, in its order. `types` is every package; the ones with a package's name are that one and what it needs.
 *
 * @type {Record<'types' | 'adapter-browser' | 'client' | 'liveness-server' | 'worker' | 'page', { cwd: string, words: string[] }>}
 */
const STEPS = {
  'adapter-browser': { cwd: '.', words: [...TSC, 'packages/adapter-browser'] },
  client: { cwd: '.', words: [...TSC, 'packages/client'] },
  'liveness-server': { cwd: '.', words: [...TSC, 'apps/liveness-server'] },
  types: {
    cwd: '.',
    words: [
      ...TSC,
      ...['adapter-browser', 'adapter-webview', 'cli', 'client', 'ui-browser'].map(
        (name) => `packages/${name}`,
      ),
      'apps/liveness-server',
      'tooling/actor',
      'tooling/proofs',
      'tooling/checks',
    ],
  },
  worker: { cwd: 'packages/adapter-browser', words: ['scripts/buildWorker.mjs'] },
  page: {
    cwd: 'apps/demo-browser',
    words: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
  },
};

/** @typedef {keyof typeof STEPS} BuildStep */

/**
 * @param {string} root
 * @param {readonly BuildStep[]} steps
 * @throws TypeError where one fails, with what it said
 */
export function build(root, steps) {
  for (const step of steps) {
    const { cwd, words } = STEPS[step];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: join(root, cwd),
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new TypeError(`${step} does not build: ${`${stdout}${stderr}`.trim().slice(0, 2000)}`);
  }
}
