import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SceneName } from '@huoti/actor';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { huoti, jsonOf, type Ended, type RunReport } from './support/huoti.js';
import { syntheticClip, type SyntheticClipOptions } from './support/syntheticClip.js';

const CLIP_MS = 120_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-run-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judge = async (options: SyntheticClipOptions, plan: string): Promise<Ended> => {
  const path = await syntheticClip(join(folder, 'clip.y4m'), options);
  return huoti(['run', path, '--plan', plan, '--seed', '5', '--json']);
};

describe('huoti run over a synthetic person', () => {
  it(
    'completes with a person who does what the plan asks, and says so in every field',
    async () => {
      const actions = ['turn-left', 'mouth-open', 'blink'] as const;
      const ended = await judge({ actions }, actions.join(','));
      const report = jsonOf<RunReport>(ended);
      expect({ code: ended.code, reason: report.reason, detail: report.detail }).toEqual({
        code: 0,
        reason: null,
        detail: undefined,
      });
      expect(report).toMatchObject({ status: 'completed', assurance: 'device-only', policy: 'no-light' });
      expect(report.challenges.map(({ action }) => action)).toEqual(actions);
      for (const { status, startMs, endMs } of report.challenges) {
        expect(status).toBe('satisfied');
        expect(endMs).toBeGreaterThan(startMs ?? Infinity);
      }
      expect(report.frames).toBeGreaterThan(50);
      expect(report.droppedFrames).toBe(0);
      expect(report.durationMs).toBeGreaterThan(3000);
      for (const name of ['turn-depth', 'micro-motion', 'blink-shape', 'frame-repeats']) {
        expect(report.signals[name]).toEqual({ kind: 'measured', score: expect.any(Number) });
      }
      // A recording answers no light.
      expect(report.signals['light']).toEqual({ kind: 'unavailable', reason: 'no-light' });
      expect(report.engine.backend).toMatch(/^wasm/);
      expect(report.engine.medianFrameMs).toBeGreaterThan(0);

      // The same clip and seed again: the same result, but for how long the machine took.
      const again = jsonOf<RunReport>(
        await huoti(['run', join(folder, 'clip.y4m'), '--plan', actions.join(','), '--seed', '5', '--json']),
      );
      const timeless = ({ engine, ...rest }: RunReport) => ({
        ...rest,
        engine: { ...engine, medianFrameMs: 0 },
      });
      expect(timeless(again)).toEqual(timeless(report));
    },
    CLIP_MS,
  );

  it(
    'times out with a person who is asked for something and does not do it',
    async () => {
      const ended = await judge({ seconds: 9 }, 'mouth-open');
      expect(ended.code).toBe(1);
      expect(jsonOf<RunReport>(ended)).toMatchObject({ status: 'failed', reason: 'CHALLENGE_TIMEOUT' });
    },
    CLIP_MS,
  );

  it(
    'refuses a person who twice does something else',
    async () => {
      const ended = await judge({ actions: ['turn-left', 'turn-left'] }, 'turn-right');
      expect(ended.code).toBe(1);
      expect(jsonOf<RunReport>(ended)).toMatchObject({ status: 'failed', reason: 'WRONG_ACTION' });
    },
    CLIP_MS,
  );

  const scenes: readonly [SceneName, string, string | null, number][] = [
    ['empty-room', 'NO_FACE', null, 3],
    ['covered-lens', 'NO_FACE', null, 3],
    ['cartoon', 'NO_FACE', null, 3],
    ['two-people', 'SEVERAL_FACES', null, 4],
    ['dark', 'QUALITY_TOO_LOW', 'too-dark', 4],
    ['blurred', 'QUALITY_TOO_LOW', 'blurred', 4],
    ['backlit', 'QUALITY_TOO_LOW', 'backlit', 4],
    ['masked', 'QUALITY_TOO_LOW', 'occluded', 4],
    ['still-photo', 'CHALLENGE_TIMEOUT', null, 8],
  ];
  it.each(scenes)(
    'ends %s with %s %s',
    async (scene, reason, gate, seconds) => {
      const ended = await judge({ scene, seconds, actions: ['blink', 'turn-left'] }, 'blink,turn-left');
      const report = jsonOf<RunReport>(ended);
      expect({ code: ended.code, reason: report.reason, gate: report.gate ?? null }).toEqual({
        code: 1,
        reason,
        gate,
      });
    },
    CLIP_MS,
  );
});

describe('huoti run refuses words that mean nothing', () => {
  it.each([
    [['--plan', 'blink,wink'], /--plan: "wink" is no action; use blink, /],
    [['--plan', ''], /--plan: "" is no action/],
    [['--seed', '-1'], /seed/],
    [['--seed', '1.5'], /--seed: "1.5" is no integer from 0 to 4294967295/],
    [['--seed', '0x10'], /--seed: "0x10" is no integer/],
    [['--seed', '4294967296'], /--seed: "4294967296" is no integer/],
    [['--sed', '1'], /Unknown option '--sed'; usage: huoti run CLIP/],
  ])('%j', async (words, message) => {
    const { code, stdout, stderr } = await huoti(['run', 'nowhere.y4m', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });
});
