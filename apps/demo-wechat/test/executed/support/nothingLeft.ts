import { expect } from '@jest/globals';
import type { MiniProgramHost } from '@huoti/wx-host';

/** Longest that giving back may take, in ms: an engine that loads is let go when its present step is done. */
const GIVING_BACK_MS = 10_000;

/** Nothing of the check runs any more: timers, camera, listeners, workers, requests; the screen is as it was. */
export async function nothingLeft(host: MiniProgramHost, brightness: number): Promise<void> {
  const left = (): object => {
    const { timers, frameListeners, workers, requests, appListeners, privacyListener } = host.alive();
    return {
      timers: timers.map(String),
      frameListeners,
      workers,
      requests,
      listeners: Object.fromEntries(Object.entries(appListeners).filter(([, count]) => count > 0)),
      privacyListener,
      cameras: host.camera.states(),
      brightness: host.facts.brightness,
    };
  };
  const nothing = {
    timers: [],
    frameListeners: 0,
    workers: [],
    requests: [],
    listeners: {},
    privacyListener: false,
    cameras: [],
    brightness,
  };
  for (const endMs = Date.now() + GIVING_BACK_MS; Date.now() < endMs; await new Promise((next) => setTimeout(next, 20))) {
    if (JSON.stringify(left()) === JSON.stringify(nothing)) break;
  }
  expect(left()).toEqual(nothing);
}
