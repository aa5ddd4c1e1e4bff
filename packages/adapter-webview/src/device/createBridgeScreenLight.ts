import { createBrowserClock } from '@huoti/adapter-browser';
import { createAbortSource, type Clock, type ScreenLight } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BridgeLink } from '../link/BridgeLink.js';

/** What {@link createBridgeScreenLight} takes. */
export interface BridgeScreenLightOptions {
  readonly link: Pick<BridgeLink, 'capability' | 'request'>;
  /** What shows the colours: `createBrowserScreenLight`. */
  readonly light: ScreenLight;
  /** @default the page's */
  readonly clock?: Pick<Clock, 'sleep'>;
}

/** How long the first colour waits for an app to say that the screen is bright, in ms: a step of light is twice as long. */
const MAX_RAISE_MS = 1000;

/**
 * The page's colours on a screen that the app makes bright and keeps awake, where it offers to. The first colour waits for
 * the brightness, for one second at most: half a second of a dim screen would measure nothing. An app that fails at it is done
 * without.
 *
 * @example const light = createBridgeScreenLight({ link, light: createBrowserScreenLight() });
 */
export function createBridgeScreenLight({
  link,
  light,
  clock = createBrowserClock(),
}: BridgeScreenLightOptions): ScreenLight {
  let raised: Promise<void> | null = null;
  let closed = false;
  const closing = createAbortSource();

  const set = async (bright: boolean): Promise<void> => {
    const wishes: Promise<unknown>[] = [];
    if (link.capability('brightness') > 0)
      wishes.push(link.request('brightness', { level: bright ? 1 : null }));
    if (link.capability('keepAwake') > 0) wishes.push(link.request('keepAwake', { on: bright }));
    await Promise.all(wishes.map((wish) => wish.catch(() => undefined)));
  };

  /** Until the app has answered, time is up, the light was closed or the caller gave up. */
  const raise = async (): Promise<void> => {
    const waited = createAbortSource(closing.signal);
    const patience = clock.sleep(MAX_RAISE_MS, { signal: waited.signal }).catch(() => undefined);
    await Promise.race([set(true), patience]);
    waited.abort();
  };

  return {
    specificationVersion: 'v1',
    async show(colour, options) {
      if (closed) throw new HuotiError('DISPOSED', 'the screen was given back: make a new light');
      raised ??= raise();
      await raised;
      return light.show(colour, options);
    },
    async close() {
      if (closed) return;
      closed = true;
      closing.abort();
      await light.close();
      if (raised !== null) await set(false);
    },
  };
}
