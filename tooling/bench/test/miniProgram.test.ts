import { describe, expect, it } from '@jest/globals';
import type { MiniProgramTimes } from '../src/mini-program/MiniProgramTimes.js';
import { writeMiniProgram } from '../src/mini-program/writeMiniProgram.js';

const time = (middle: number) => ({ middle, least: middle - 1, most: middle + 1 });

const times = (firstFrameMs: number, load: number): MiniProgramTimes => ({
  measuredAt: '2026-11-27T07:00:00.000Z',
  machine: { node: 'v20.20.2', cores: 2, cpu: 'a processor', loadPerMinute: [load, 9] },
  rounds: 5,
  frame: { widthPx: 480, heightPx: 640 },
  backend: 'wasm-simd',
  aim: { firstFrameMs: 2000 },
  miniProgram: {
    pageMs: time(100),
    engineMs: time(800),
    cameraMs: time(50),
    firstFrameMs: time(firstFrameMs),
    perFrameMs: time(30),
  },
  node: { engineMs: time(700), firstDetectMs: time(140), perFrameMs: time(29) },
  packageBytes: { main: 394_000, total: 4_590_000 },
});

describe('the table of the mini-program', () => {
  it('says whether the first judged frame came in time', () => {
    expect(writeMiniProgram(times(1400, 0.2))).toContain('is reached here');
    expect(writeMiniProgram(times(2100, 0.2))).toContain('is **not reached** here');
  });

  it('says that the machine had other work', () => {
    expect(writeMiniProgram(times(1400, 9))).toContain('provisional');
    expect(writeMiniProgram(times(1400, 0.2))).not.toContain('provisional');
  });

  it('has each package and the same engine in Node beside it', () => {
    const text = writeMiniProgram(times(1400, 0.2));
    expect(text).toMatch(/\| total +\| 4,590,000/);
    expect(text).toContain('| 800 (799 to 801)');
    expect(text).toContain('| 700 (699 to 701)');
  });
});
