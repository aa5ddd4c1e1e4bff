import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { fixtures } from './fixtures.mjs';
import { folderStamp } from './folderStamp.mjs';
import { leftovers, RUN_ID_VARIABLE } from './leftovers.mjs';
import { nodeVersionProblem } from './nodeVersion.mjs';
import { packageClosure } from './packageClosure.mjs';
import { ROOT } from './paths.mjs';
import { isWrapper } from './pinnedPnpm.mjs';
import { requireTools } from './requireTools.mjs';
import { runChild } from './runChild.mjs';
import { toolEnvironment } from './toolEnvironment.mjs';
import { withLock } from './withLock.mjs';
import { workspaceFolders, workspacePackages } from './workspacePackages.mjs';

describe('Node', () => {
  it.each(['20.0.0', '22.3.1', '100.0.0'])('%s will do', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });
  it.each(['18.20.4', '9.11.2', '0.10.0'])('%s is refused in one line', (version) => {
    expect(nodeVersionProblem(version)).toMatch(/^huoti needs Node 20 or newer.*Install.*$/);
  });
});

describe('what the machine must have', () => {
  const tool = (name: string, found: () => string | undefined) => ({
    name,
    purpose: 'a test',
    debianPackages: [`${name}-package`],
    advice: `install ${name}`,
    find: () => Promise.resolve(found()),
  });

  it('is found where it is, and nothing is installed', async () => {
    const asked: string[][] = [];
    const host = {
      canInstall: () => true,
      install: (names: string[]) => Promise.resolve(asked.push(names) > 0),
    };
    const found = await requireTools([tool('a', () => '/bin/a')], host);
    expect(found.get('a')).toBe('/bin/a');
    expect(asked).toEqual([]);
  });

  it('is installed once for all that is missing', async () => {
    const installed: string[] = [];
    const host = {
      canInstall: () => true,
      install: (names: string[]) => Promise.resolve(installed.push(...names) > 0),
    };
    const there = (name: string) => () => (installed.includes(`${name}-package`) ? name : undefined);
    const found = await requireTools(
      [tool('a', there('a')), tool('b', there('b')), tool('c', () => 'c')],
      host,
    );
    expect(installed).toEqual(['a-package', 'b-package']);
    expect([...found.keys()].sort()).toEqual(['a', 'b', 'c']);
  });

  it('stops the command with one line and exit code 3 where it cannot be had', async () => {
    for (const canInstall of [false, true]) {
      const host = { canInstall: () => canInstall, install: () => Promise.resolve(false) };
      await expect(requireTools([tool('a', () => undefined)], host)).rejects.toMatchObject({
        exitCode: 3,
        message: 'a is missing (a test): install a.',
      });
    }
  });
});

describe('children', () => {
  it('have telemetry and update notices off', () => {
    const env = toolEnvironment({ base: { PATH: '/bin' }, pathFirst: ['/tools'], extra: { A: '1' } });
    expect(env).toMatchObject({
      PATH: '/tools:/bin',
      DO_NOT_TRACK: '1',
      TURBO_TELEMETRY_DISABLED: '1',
      A: '1',
    });
  });

  it('give their exit code, 127 when they are not there, and end at their time limit', async () => {
    const node = (code: string, options = {}) =>
      runChild(process.execPath, ['-e', code], { output: 'capture', ...options });
    expect(await node('process.stdout.write("hi"); process.exitCode = 5')).toEqual({ code: 5, output: 'hi' });
    expect((await runChild(join(tmpdir(), 'no-such-program'), [])).code).toBe(127);
    expect((await node('setInterval(() => {}, 1000)', { timeoutMs: 300 })).code).toBe(128);
  });

  it('that outlive a run are seen by its mark, and not by another run’s', async () => {
    if (process.platform !== 'linux') return;
    const child = runChild('sleep', ['1.5'], { env: { ...process.env, [RUN_ID_VARIABLE]: 'run-a' } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(leftovers('run-a').map(({ command }) => command)).toEqual(['sleep 1.5']);
    expect(leftovers('run-b')).toEqual([]);
    await child;
    expect(leftovers('run-a')).toEqual([]);
  });

  it.each([
    ['is told to stop', '', `setTimeout(() => process.kill(process.pid, 'SIGTERM'), 500);`],
    ['was run by npm, and npm is gone', 'npm_lifecycle_event=test', ''],
  ])('of a command end with it when it %s', async (_when, setting, trigger) => {
    if (process.platform !== 'linux') return;
    const mark = `stopped-${process.pid}-${setting}`;
    const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
    const script = `
      import { runCommand } from ${url('./runCommand.mjs')};
      import { runChild } from ${url('./runChild.mjs')};
      ${trigger}
      await runCommand(async () => ({ main: async () => (await runChild('sh', ['-c', 'sleep 30 & sleep 30'])).code }), []);`;
    const env: NodeJS.ProcessEnv = { ...process.env, [RUN_ID_VARIABLE]: mark };
    delete env.npm_lifecycle_event;
    // The shell in the middle goes away after a second, as the one of npm does when npm is ended.
    const shell = `env ${setting} "$0" --input-type=module -e "$1" & ${trigger === '' ? 'sleep 1' : 'wait $!'}`;
    const { status } = spawnSync('sh', ['-c', shell, process.execPath, script], {
      env,
      stdio: 'ignore',
      timeout: 15_000,
    });
    if (trigger === '') expect(leftovers(mark).length).toBeGreaterThan(0);
    else expect(status).toBe(143);
    for (let looks = 0; leftovers(mark).length > 0 && looks < 80; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(leftovers(mark)).toEqual([]);
  });
});

describe('pnpm on the PATH', () => {
  it.each([
    ['#!/bin/sh\nexec npx --yes pnpm@10.0.0 "$@"\n', true],
    ['#!/usr/bin/env bash\ncorepack pnpm "$@"\n', true],
    ['#!/bin/sh\nexec node "$basedir/../pnpm/bin/pnpm.cjs" "$@"\n', false],
    ['#!/usr/bin/env node\n// runs npx for dlx\n', false],
  ])('%j is a wrapper: %p', (text, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-pnpm-'));
    writeFileSync(join(folder, 'pnpm'), text, { mode: 0o755 });
    expect(isWrapper(join(folder, 'pnpm'))).toBe(expected);
    rmSync(folder, { recursive: true });
  });
});

describe('looking around', () => {
  it('finds programs on the PATH in the order of the names, and no plain files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-path-'));
    writeFileSync(join(folder, 'b'), '', { mode: 0o755 });
    writeFileSync(join(folder, 'a'), '', { mode: 0o644 });
    expect(findOnPath(['a', 'b'], folder)).toBe(join(folder, 'b'));
    expect(findOnPath(['c'], folder)).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  it('takes the fixtures from HUOTI_FIXTURES, else from beside the repository', () => {
    expect(fixtures({}).folder).toBe(join(ROOT, '..', 'shared', 'fixtures'));
    expect(fixtures({ HUOTI_FIXTURES: '/nowhere' })).toEqual({
      folder: '/nowhere',
      present: false,
      required: false,
    });
    expect(fixtures({ HUOTI_REQUIRE_FIXTURES: '1' }).required).toBe(true);
  });

  it('reads the workspace’s folders and finds its packages', () => {
    expect(workspaceFolders('packages:\n  - packages/*\n  - scripts\nengineStrict: true\n')).toEqual([
      'packages/*',
      'scripts',
    ]);
    expect(workspacePackages().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@huoti/core', '@huoti/scripts']),
    );
  });

  it('tells tests that open browsers from those that may run beside others', () => {
    const found = workspacePackages();
    const testsOf = (wanted: string) => {
      const one = found.find(({ name }) => name === wanted);
      return { plain: one?.plainTests, browsers: one?.browserTests };
    };
    expect(testsOf('@huoti/protocol')).toEqual({ plain: ['test'], browsers: [] });
    expect(testsOf('@huoti/demo-browser')).toEqual({ plain: [], browsers: ['test'] });
    expect(testsOf('@huoti/liveness-server')).toEqual({ plain: ['test'], browsers: ['test:browser'] });
    // Whoever has tests has them run.
    for (const { name, scripts, plainTests, browserTests } of found)
      expect([name, plainTests.length + browserTests.length > 0]).toEqual([name, 'test' in scripts]);
  });

  it('follows workspace dependencies to the end, round trips included', () => {
    const one = (name: string, ...workspaceDependencies: string[]) => ({
      name,
      folder: `/${name}`,
      scripts: {},
      plainTests: [],
      browserTests: [],
      workspaceDependencies,
    });
    const all = [one('a', 'b'), one('b', 'c', 'a'), one('c'), one('d', 'a')];
    expect(packageClosure('a', all).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(packageClosure('x', all)).toEqual([]);
  });

  it('sees an edited, a new and a removed file in a folder’s stamp, and nothing in node_modules', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-stamp-'));
    mkdirSync(join(folder, 'node_modules'));
    const stamps = [folderStamp([folder])];
    const after = (change: () => void) => {
      change();
      stamps.push(folderStamp([folder]));
    };
    after(() => writeFileSync(join(folder, 'a'), 'x'));
    after(() => utimesSync(join(folder, 'a'), 1, 1));
    after(() => writeFileSync(join(folder, 'b'), 'x'));
    expect(new Set(stamps).size).toBe(4);
    after(() => writeFileSync(join(folder, 'node_modules', 'c'), 'x'));
    expect(stamps[4]).toBe(stamps[3]);
    after(() => rmSync(join(folder, 'b')));
    expect(stamps[5]).toBe(stamps[2]);
    rmSync(folder, { recursive: true });
  });
});

describe('the lock', () => {
  it('lets one through at a time and is given back after a failure', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-lock-'));
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} out`);
      if (name === 'a') throw new TypeError('broken');
    };
    await Promise.allSettled([withLock('x', work('a'), { folder }), withLock('x', work('b'), { folder })]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    rmSync(folder, { recursive: true });
  });

  it('is taken over from a process that is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-lock-'));
    mkdirSync(join(folder, 'x.lock'));
    writeFileSync(join(folder, 'x.lock', 'pid'), String(spawnSync(process.execPath, ['-e', '']).pid));
    expect(await withLock('x', () => Promise.resolve('done'), { folder })).toBe('done');
    rmSync(folder, { recursive: true });
  });
});
