import { expect } from '@jest/globals';
import type { MiniProgramHost } from '@huoti/wx-host';

/** Longest that giving back may take, in ms: an engine that loads is let go when its present step is done. */
const GIVING_BACK_MS = 10_000;

/**
 * Nothing of the check runs any more: timers, camera, listeners, workers, requests; the screen is as it was.
 *
 * @param page an `open` one still follows the window's size
 */
export async function nothingLeft(
  host: MiniProgramHost,
  { brightness, page }: { readonly brightness: number; readonly page: 'open' | 'left' },
): Promise<void> {
  const own = page === 'open' ? 1 : 0;
  const left = (): object => {
    const { timers, frameListeners, workers, requests, appListeners } = host.alive();
    return {
      timers: timers.map((timer) => JSON.stringify(timer)),
      frameListeners,
      workers,
      requests,
      listeners: Object.values(appListeners).reduce((sum, count) => sum + count, 0) > own ? appListeners : {},
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
    cameras: [],
    brightness,
  };
  for (
    const endMs = Date.now() + GIVING_BACK_MS;
    Date.now() < endMs;
    await new Promise((next) => setTimeout(next, 20))
  ) {
    if (JSON.stringify(left()) === JSON.stringify(nothing)) break;
  }
  expect(left()).toEqual(nothing);
}
