import { describe, expect, it } from '@jest/globals';
import { workerPays } from './workerPays.js';

const createWorker = (): never => {
  throw new Error('not asked for');
};
const api = (platform: string, SDKVersion: string): Parameters<typeof workerPays>[0] => ({
  createWorker,
  getDeviceInfo: () => ({ platform }),
  getAppBaseInfo: () => ({ SDKVersion }),
});

describe('a worker for the engine', () => {
  it.each([
    ['ios', '2.25.1', true],
    ['ios', '2.25.0', false],
    ['ios', '2.9.9', false],
    ['ios', '3.0.0', true],
    ['ios', '10.0', true],
    ['android', '3.7.0', false],
    ['devtools', '3.7.0', false],
  ])('on %s with %s: %s', (platform, version, pays) => {
    expect(workerPays(api(platform, version))).toBe(pays);
  });

  it('is judged by the older call where there is no other', () => {
    expect(
      workerPays({ createWorker, getSystemInfoSync: () => ({ platform: 'ios', SDKVersion: '2.30.0' }) }),
    ).toBe(true);
  });

  it.each([
    ['no createWorker', { getDeviceInfo: () => ({ platform: 'ios' }) }],
    ['no version', { createWorker, getSystemInfoSync: () => ({ platform: 'ios' }) }],
  ])('is left out with %s', (_what, lacking) => {
    expect(workerPays(lacking)).toBe(false);
  });
});
