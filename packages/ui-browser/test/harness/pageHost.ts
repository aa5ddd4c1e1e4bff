import { HuotiError } from '@huoti/protocol';
import type { BrowserHost } from '../../src/index.js';
import { createBlindLandmarker } from './blindLandmarker.js';

/** What the host was asked about light, for tests to read. */
export const lightCalls: string[] = [];

/** Which of its pieces were made, for tests to read. */
export const hostCalls: string[] = [];

/** A host with a clock, chance, a screen that is nobody's, and no camera. */
export const createPageHost = (): BrowserHost => ({
  createCameraSource: () => ({
    specificationVersion: 'v1',
    kind: 'camera',
    open() {
      hostCalls.push('camera');
      return Promise.reject(new HuotiError('CAMERA_NOT_FOUND', 'this host has no camera'));
    },
  }),
  createBrowserLandmarker() {
    hostCalls.push('landmarker');
    return createBlindLandmarker();
  },
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
  createBrowserRandom: () => ({
    fill(target) {
      crypto.getRandomValues(target);
      return target;
    },
  }),
  lightSupport: ({ surface, declined }) => {
    lightCalls.push(
      `support ${surface.isVisible() ? 'visible' : 'unseen'} ${declined ? 'declined' : 'agreed'}`,
    );
    return declined ? { unavailable: 'declined' } : 'available';
  },
  createBrowserScreenLight: ({ surface }) => {
    lightCalls.push('made');
    return {
      specificationVersion: 'v1',
      async show(colour) {
        surface.paint(colour);
        return performance.now();
      },
      close: async () => surface.paint(null),
    };
  },
});
