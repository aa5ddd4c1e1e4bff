import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** The compiled program: processes are what is tested here. */
const BIN = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const LIMIT_MS = 120_000;

let folder: string;
const running = new Set<ChildProcess>();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-processes-'));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `huoti-server`; `url` resolves when it says where it is. */
function start(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BIN, ...words], {
    env: {
      PATH: process.env['PATH'],
      HUOTI_DATA_FOLDER: join(folder, 'data'),
      HUOTI_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stdout.resume();
  const ended = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return { code: code as number | null, signal: signal as string | null };
  });
  const url = async (): Promise<string> => {
    for (;;) {
      const found = /(http:\/\/\S+) \(API\)/.exec(text);
      if (found?.[1] !== undefined) return found[1];
      if (child.exitCode !== null) throw new Error(text);
      await wait(50);
    }
  };
  return { child, ended, url, said: () => text };
}

describe('huoti-server start', () => {
  it(
    'owns its data folder, and ends on SIGTERM with 0 after it answered what it had taken',
    async () => {
      const first = start(['start']);
      const url = await first.url();
      expect((await fetch(`${url}/healthz`)).status).toBe(200);

      const second = start(['keys', 'list']);
      expect(await second.ended).toEqual({ code: 1, signal: null });
      expect(second.said()).toMatch(new RegExp(`BUSY: .*belongs to process ${first.child.pid ?? ''}`));

      // Asked just before the end: the answer still comes.
      const asked = fetch(`${url}/readyz`);
      await wait(20);
      first.child.kill('SIGTERM');
      expect([200, 503]).toContain((await asked).status);
      expect([await first.ended, first.said()]).toEqual([
        { code: 0, signal: null },
        expect.not.stringMatching(/HOST_ERROR/),
      ]);
      await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    },
    LIMIT_MS,
  );

  it(
    'stops at once when it is interrupted twice',
    async () => {
      const service = start(['start'], { HUOTI_SHUTDOWN_MS: '60000' });
      const url = await service.url();
      // Somebody who never finishes asking holds a graceful end up.
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write('POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Le');
      await wait(300);
      service.child.kill('SIGINT');
      await wait(1_500);
      expect(service.child.exitCode).toBeNull();
      service.child.kill('SIGINT');
      expect(await service.ended).toEqual({ code: 130, signal: null });
      socket.destroy();
    },
    LIMIT_MS,
  );

  it('says what is wrong with its settings and does not start', async () => {
    const service = start(['start'], { HUOTI_HOST: '0.0.0.0' });
    expect(await service.ended).toEqual({ code: 2, signal: null });
    expect(service.said()).toMatch(/HUOTI_PUBLIC_URL: others can call this address/);
  }, 30_000);
});
