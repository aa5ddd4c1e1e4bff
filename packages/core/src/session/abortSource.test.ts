import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from './abortSource.js';

describe('createAbortSource', () => {
  it('follows the outer signal and takes its listener away when detached', () => {
    const outer = new AbortController();
    const followed = createAbortSource(outer.signal);
    const free = createAbortSource(outer.signal);
    free.detach();
    outer.abort('why');
    expect(followed.signal.aborted).toBe(true);
    expect(followed.signal.reason).toBe('why');
    expect(free.signal.aborted).toBe(false);
  });

  it('is aborted from the start when the outer signal is', () => {
    expect(createAbortSource(AbortSignal.abort('early')).signal.reason).toBe('early');
  });

  it('tells each listener once and forgets those that left', () => {
    const source = createAbortSource();
    const told: string[] = [];
    const leaver = (): void => void told.push('left');
    source.signal.addEventListener('abort', () => void told.push('stayed'));
    source.signal.addEventListener('abort', leaver);
    source.signal.removeEventListener('abort', leaver);
    source.abort();
    source.abort();
    expect(told).toEqual(['stayed']);
  });
});
