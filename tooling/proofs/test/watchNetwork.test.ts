import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PRELOAD = new URL('harness/watchNetwork.mjs', import.meta.url).href;

it('a process that phones home is seen, by each way that Node has, from its threads too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-reached-'));
  const log = join(folder, 'reached.txt');
  // Port 9 of this machine answers nobody; names end in .invalid, which never resolve (RFC 6761).
  const script = `
    import net from 'node:net'; import dgram from 'node:dgram'; import { resolve4 } from 'node:dns/promises'; import { Worker } from 'node:worker_threads';
    net.connect(9, '127.0.0.1').on('error', () => undefined);
    fetch('http://127.0.0.1:10/').catch(() => undefined);
    fetch('http://telemetry.invalid/').catch(() => undefined);
    const socket = dgram.createSocket('udp4'); socket.send('x', 9, '127.0.0.1', () => socket.close());
    resolve4('exfiltration.invalid').catch(() => undefined);
    new Worker(new URL("data:text/javascript,import net from 'node:net'; net.connect(11, '127.0.0.1').on('error', () => undefined)"));`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', PRELOAD, '--input-type=module', '-e', script],
    {
      env: { PATH: process.env.PATH, HUOTI_WATCH_NETWORK: log },
      encoding: 'utf8',
      timeout: 30_000,
    },
  );
  expect([status, stderr]).toEqual([0, '']);
  const reached = readFileSync(log, 'utf8').split('\n');
  rmSync(folder, { recursive: true, force: true });
  for (const port of [9, 10, 11]) expect(reached).toContain(`connect 127.0.0.1:${port}`);
  expect(reached).toEqual(
    expect.arrayContaining([
      'connect telemetry.invalid:80',
      'dns telemetry.invalid',
      'dns exfiltration.invalid',
    ]),
  );
  expect(reached.some((line) => line.startsWith('udp send'))).toBe(true);
});
