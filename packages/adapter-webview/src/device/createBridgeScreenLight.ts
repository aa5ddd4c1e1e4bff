import type { ScreenLight } from '@huoti/core';
import type { BridgeLink } from '../link/BridgeLink.js';

/** What {@link createBridgeScreenLight} takes. */
export interface BridgeScreenLightOptions {
  readonly link: Pick<BridgeLink, 'capability' | 'request'>;
  /** What shows the colours: `createBrowserScreenLight`. */
  readonly light: ScreenLight;
}

/**
 * The page's colours on a screen that the app makes bright and keeps awake, where it offers to. The first colour waits for
 * the brightness: half a second of a dim screen would measure nothing. An app that fails at it is done without.
 *
 * @example const light = createBridgeScreenLight({ link, light: createBrowserScreenLight() });
 */
export function createBridgeScreenLight({ link, light }: BridgeScreenLightOptions): ScreenLight {
  let raised: Promise<void> | null = null;

  const set = async (bright: boolean): Promise<void> => {
    const wishes: Promise<unknown>[] = [];
    if (link.capability('brightness') > 0)
      wishes.push(link.request('brightness', { level: bright ? 1 : null }));
    if (link.capability('keepAwake') > 0) wishes.push(link.request('keepAwake', { on: bright }));
    await Promise.all(wishes.map((wish) => wish.catch(() => undefined)));
  };
  return {
    specificationVersion: 'v1',
    async show(colour, options) {
      raised ??= set(true);
      await raised;
      return light.show(colour, options);
    },
    async close() {
      await light.close();
      if (raised === null) return;
      await raised;
      raised = null;
      await set(false);
    },
  };
}
