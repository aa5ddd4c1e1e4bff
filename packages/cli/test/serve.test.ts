import { mkdtempSync, rmSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BIN, huoti } from './support/huoti.js';

const START_MS = 180_000;

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly text: string;
  stop(): Promise<number | null>;
}

/** Starts `huoti serve` and waits for its last line of greeting. */
function serve(folder: string): Promise<Served> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', '--data', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [text, complaints] = ['', ''];
    child.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()));
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    void ended.then((code) => reject(new TypeError(`ended with ${code}: ${complaints}`)));
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (!text.includes('Ctrl-C stops it.')) return;
      const address = /http:\/\/localhost:\d+\//.exec(text)?.[0] ?? '';
      const stop = (): Promise<number | null> => {
        child.kill('SIGINT');
        return ended;
      };
      resolve({ child, address, text, stop });
    });
  });
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'huoti-serve-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('huoti serve', () => {
  it(
    'serves the API with the key that it prints once, names the owner to a second one, and stops in order',
    async () => {
      const folder = join(root, 'data');
      const first = await serve(folder);
      const key = /API key, shown once: (hk_\S+)/.exec(first.text)?.[1] ?? '';
      const answer = await fetch(`${first.address}v1/sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: '{"policy":"trace"}',
      });
      expect(answer.status).toBe(201);

      const second = await huoti(['serve', '--port', '0', '--data', folder]);
      expect(second.code).toBe(2);
      expect(second.stderr).toMatch(new RegExp(`BUSY: .*process ${first.child.pid}\\b`));
      expect(second.stdout).toBe('');

      expect(await first.stop()).toBe(0);
      const again = await serve(folder);
      expect(again.text).not.toContain('hk_');
      const asked = await fetch(`${again.address}v1/sessions`, {
        headers: { authorization: `Bearer ${key}` },
      });
      expect(asked.status).toBe(200);
      expect(await again.stop()).toBe(0);
    },
    START_MS,
  );

  it.each([['eighty'], ['70000'], ['-1']])('--port %s is wrong usage', async (port) => {
    const { code, stderr } = await huoti(['serve', '--port', port, '--data', join(root, 'unused')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/INVALID_ARGUMENT/);
  });
});
