import { createBrowserClock, createBrowserRandom } from '@huoti/adapter-browser';
import { connectBridge, type BridgeLink, type BridgeTransport } from '@huoti/adapter-webview';
import { version } from '../../package.json';
import { engineFacts } from './engineFacts.js';

/** How long a person who has pressed start waits for a host of which nothing is to be seen, in ms since the page began. */
const PATIENCE_MS = 1000;

/** What {@link connectHost} takes. */
export interface ConnectHostOptions {
  readonly transport: BridgeTransport;
  /** Called once, when a host has answered. */
  onLink(link: BridgeLink): void;
  /** Called once, when none has, or one refused. */
  onNone(): void;
}

/**
 * Looks for a host while the person reads the first screen.
 *
 * @returns gives the bridge for a try: waits where the host's object is there, and for a second of the page's life where it is
 * not; `null` without a host. Throws PROTOCOL_VERSION_UNSUPPORTED or HOST_FORBIDS where the host refuses
 */
export function connectHost({
  transport,
  onLink,
  onNone,
}: ConnectHostOptions): () => Promise<BridgeLink | null> {
  const clock = createBrowserClock();
  const beganAtMs = clock.nowMs();
  const connecting = connectBridge({
    transport,
    clock,
    random: createBrowserRandom(),
    sdk: version,
    engine: engineFacts(),
  }).then((link) => {
    if (link === null) onNone();
    else onLink(link);
    return link;
  });
  // Whoever starts a try is told why; a page that nobody uses complains of nothing.
  connecting.catch(onNone);
  return async () => {
    const leftMs = Math.max(0, beganAtMs + PATIENCE_MS - clock.nowMs());
    const early = await Promise.race([connecting, clock.sleep(leftMs).then(() => 'late' as const)]);
    if (early !== 'late') return early;
    return transport.name === 'none' ? null : connecting;
  };
}
