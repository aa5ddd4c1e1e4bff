import { describe, expect, it } from '@jest/globals';
import { createFakeMiniProgram } from '../testing/createFakeMiniProgram.js';
import { watchMiniProgram } from './watchMiniProgram.js';

describe('watching the mini-program', () => {
  it('tells the first thing that happens, once, and takes its listeners off', () => {
    const platform = createFakeMiniProgram();
    const told: string[] = [];
    watchMiniProgram({ api: platform.api, onInterrupted: (what) => told.push(what) });
    expect(platform.platformListenerCount).toBe(3);
    platform.hideApp();
    platform.interruptAudio();
    expect(told).toEqual(['hidden']);
    expect(platform.platformListenerCount).toBe(0);
  });

  it('takes them off when it is ended, twice too', () => {
    const platform = createFakeMiniProgram();
    const stop = watchMiniProgram({ api: platform.api, onInterrupted: () => undefined });
    stop();
    stop();
    expect(platform.platformListenerCount).toBe(0);
  });

  it.each([
    [5, []],
    [10, []],
    [15, ['memory']],
    [80, ['memory']],
    [undefined, ['memory']],
  ])('a memory warning of level %p ends a session or not', (level, expected) => {
    const platform = createFakeMiniProgram();
    const told: string[] = [];
    watchMiniProgram({ api: platform.api, onInterrupted: (what) => told.push(what) });
    platform.warnOfMemory(level);
    expect(told).toEqual(expected);
  });

  it('a platform that can not take listeners off keeps ones that do nothing', () => {
    const lacks = ['offAppHide', 'offMemoryWarning', 'offAudioInterruptionBegin'] as const;
    const platform = createFakeMiniProgram({ lacks });
    const told: string[] = [];
    const stop = watchMiniProgram({ api: platform.api, onInterrupted: (what) => told.push(what) });
    stop();
    platform.hideApp();
    platform.warnOfMemory();
    platform.interruptAudio();
    expect(told).toEqual([]);
  });

  it('a platform that has none of it, or throws for it, is watched without', () => {
    const nothing = watchMiniProgram({ api: {}, onInterrupted: () => undefined });
    expect(nothing).not.toThrow();
    const throws = (): never => {
      throw new TypeError('not here');
    };
    const stop = watchMiniProgram({
      api: { onAppHide: throws, offAppHide: throws, onMemoryWarning: throws },
      onInterrupted: () => undefined,
    });
    expect(stop).not.toThrow();
  });
});
