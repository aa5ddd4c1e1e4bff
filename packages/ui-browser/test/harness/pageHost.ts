import { HuotiError } from '@huoti/protocol';
import type { BrowserHost } from '../../src/index.js';
import { createBlindLandmarker } from './blindLandmarker.js';

/** A host with a clock, chance, and no camera. */
export const createPageHost = (): BrowserHost => ({
  createCameraSource: () => ({
    specificationVersion: 'v1',
    kind: 'camera',
    open: () => Promise.reject(new HuotiError('CAMERA_NOT_FOUND', 'this host has no camera')),
  }),
  createBrowserLandmarker: () => createBlindLandmarker(),
  createBrowserClock: () => ({
    nowMs: () => performance.now(),
    sleep: (durationMs, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const onAbort = (): void => {
          clearTimeout(timer);
          reject(new HuotiError('ABORTED', 'aborted'));
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }, durationMs);
        signal?.addEventListener('abort', onAbort);
      }),
  }),
  createBrowserRandom: () => ({ fill: (target) => target.fill(7) }),
});
