import { describe, expect, it } from '@jest/globals';
import { createAbort } from './createAbort.js';

describe('createAbort', () => {
  it('tells its listeners once', () => {
    const { signal, abort } = createAbort();
    let told = 0;
    signal.addEventListener('abort', () => (told += 1));
    expect(signal.aborted).toBe(false);
    abort();
    abort();
    expect([signal.aborted, told]).toEqual([true, 1]);
  });

  it('a listener that was taken away, or came too late, is not told', () => {
    const { signal, abort } = createAbort();
    let told = 0;
    const listener = (): void => {
      told += 1;
    };
    signal.addEventListener('abort', listener);
    signal.removeEventListener('abort', listener);
    abort();
    signal.addEventListener('abort', listener);
    expect(told).toBe(0);
  });

  it('a listener that takes away another while told does not skip it', () => {
    const { signal, abort } = createAbort();
    const told: string[] = [];
    const second = (): void => void told.push('second');
    signal.addEventListener('abort', () => {
      told.push('first');
      signal.removeEventListener('abort', second);
    });
    signal.addEventListener('abort', second);
    abort();
    expect(told).toEqual(['first', 'second']);
  });
});
