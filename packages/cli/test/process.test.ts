import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BIN, huoti, jsonOf } from './support/huoti.js';
import { syntheticClip } from './support/syntheticClip.js';

const SLOW_MS = 120_000;

let folder: string;
let clip: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-process-'));
  clip = await syntheticClip(join(folder, 'clip.y4m'), { seconds: 2 });
}, SLOW_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A PATH without any program; Node itself is started by its full path. */
const withoutFfmpeg = (): Record<string, string> => ({ PATH: folder });

const lastLine = (text: string): string => text.trimEnd().split('\n').pop() ?? '';

describe('streams', () => {
  it(
    'actions --json puts one object on standard output and progress on standard error',
    async () => {
      const ended = await huoti(['actions', clip, '--json']);
      expect(ended.code).toBe(0);
      const report = jsonOf<Record<string, unknown>>(ended);
      expect(report).toMatchObject({ frames: 30, durationMs: 1933, faces: { max: 1 } });
      expect(Array.isArray(report.actions)).toBe(true);
      expect(ended.stderr).toMatch(/% 0\.0 s of /);
      expect(ended.stderr.endsWith('\n')).toBe(true);
    },
    SLOW_MS,
  );

  it(
    'a reader that goes away ends nothing with a stack',
    async () => {
      const child = spawn(process.execPath, [BIN, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      const code = await new Promise((resolve) => child.once('close', resolve));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
    SLOW_MS,
  );
});

describe('endings', () => {
  it(
    'Ctrl-C ends the work with 130 and one line, in run and in actions',
    async () => {
      const long = await syntheticClip(join(folder, 'long.y4m'), { seconds: 8 });
      for (const words of [
        ['actions', long, '--json'],
        ['run', long, '--plan', 'nod', '--json'],
      ]) {
        const ended = await huoti(words, { interruptWhen: (stderr) => stderr.includes(' s of ') });
        expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 130, stdout: '' });
        expect(lastLine(ended.stderr)).toBe('huoti: interrupted');
      }
    },
    SLOW_MS,
  );

  it(
    'a row of the table that can not be read ends eval with 2, naming the file',
    async () => {
      const table = join(folder, 'table.csv');
      writeFileSync(table, 'file,action,start_s,end_s\ngone.y4m,blink,0,1\n');
      const { code, stdout, stderr } = await huoti(['eval', 'actions', table, '--json']);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(lastLine(stderr)).toContain(
        `MEDIA_UNREADABLE: ${join(folder, 'gone.y4m')}: there is no such file`,
      );
    },
    SLOW_MS,
  );

  it(
    'eval actions gives every field, for a table beside its clip',
    async () => {
      const table = join(folder, 'still.csv');
      writeFileSync(table, 'file,action,start_s,end_s\nclip.y4m,nod,0.5,1\n');
      const ended = await huoti(['eval', 'actions', table, '--json']);
      const report = jsonOf<{ actions: Record<string, unknown>; misses: unknown[]; falseAlarms: unknown[] }>(
        ended,
      );
      expect(report.actions.nod).toEqual({ truth: 1, found: 0, recall: 0, precision: null });
      expect(report.misses).toEqual([{ file: 'clip.y4m', action: 'nod', startMs: 500, endMs: 1000 }]);
      expect(Array.isArray(report.falseAlarms)).toBe(true);
    },
    SLOW_MS,
  );
});

describe('without ffmpeg on the PATH', () => {
  it('an .mp4 ends with 3, and the line says how to get it', async () => {
    const path = join(folder, 'any.mp4');
    writeFileSync(path, 'hello');
    const { code, stdout, stderr } = await huoti(['actions', path, '--json'], { env: withoutFfmpeg() });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(lastLine(stderr)).toMatch(
      /HOST_ERROR: .*any\.mp4: reading it needs ffmpeg.*apt-get install ffmpeg/,
    );
  });

  it(
    'a .y4m is read all the same',
    async () => {
      expect((await huoti(['actions', clip, '--json'], { env: withoutFfmpeg() })).code).toBe(0);
    },
    SLOW_MS,
  );

  it('doctor names it, with the line that mends it, and ends with 3', async () => {
    const ended = await huoti(['doctor', '--json'], { env: withoutFfmpeg() });
    expect(ended.code).toBe(3);
    const { ok, checks } = jsonOf<{ ok: boolean; checks: Record<string, unknown>[] }>(ended);
    expect(ok).toBe(false);
    expect(checks.map(({ name }) => name)).toEqual(['node', 'wasm', 'models', 'engine', 'ffmpeg', 'service']);
    expect(checks.filter((check) => check.ok !== true)).toEqual([
      {
        name: 'ffmpeg',
        ok: false,
        found: expect.stringContaining('not on the PATH'),
        fix: expect.stringContaining('apt-get install ffmpeg'),
      },
    ]);
  });
});

describe('with ffmpeg', () => {
  const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
  if (!hasFfmpeg) {
    console.warn('left out without ffmpeg on the PATH: clips that ffmpeg reads');
    return;
  }

  it.each([
    ['text', 'hello, this is no film'],
    ['zeros', Buffer.alloc(5000)],
  ])('%s named .mp4 is unreadable in one line', async (_what, bytes) => {
    const path = join(folder, 'bad.mp4');
    writeFileSync(path, bytes);
    const { code, stdout, stderr } = await huoti(['actions', path, '--json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^huoti: MEDIA_UNREADABLE: .*bad\.mp4: ffmpeg says ".+"; give a clip that plays/);
  });

  it.each([5, 60])(
    'an .mp4 of %i frames a second keeps its rate',
    async (rate) => {
      const path = join(folder, `rate${rate}.mp4`);
      spawnSync('ffmpeg', [
        '-v',
        'error',
        '-y',
        '-i',
        clip,
        '-vf',
        `fps=${rate}`,
        '-pix_fmt',
        'yuv420p',
        path,
      ]);
      const report = jsonOf<{ frames: number; durationMs: number }>(await huoti(['actions', path, '--json']));
      expect(report.frames).toBe(rate * 2);
      expect(Math.abs(report.durationMs - (2000 - 1000 / rate))).toBeLessThan(30);
    },
    SLOW_MS,
  );

  it(
    'a session that ends early leaves no ffmpeg behind, and neither does Ctrl-C',
    async () => {
      const path = join(folder, 'left-early.mp4');
      const black = ['-f', 'lavfi', '-i', 'color=black:s=360x480:r=15:d=40', '-pix_fmt', 'yuv420p'];
      spawnSync('ffmpeg', ['-v', 'error', '-y', ...black, path]);
      // The search ends after 15 s of the clip; the other 25 s are never read.
      const ended = await huoti(['run', path, '--plan', 'blink', '--json']);
      expect(ended.code).toBe(1);
      const isSeen = (stderr: string): boolean => stderr.includes(' s of ');
      expect((await huoti(['actions', path], { interruptWhen: isSeen })).code).toBe(130);
      const left = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .filter((name) => {
          try {
            return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(path);
          } catch {
            return false;
          }
        });
      expect(left).toEqual([]);
    },
    SLOW_MS,
  );
});
