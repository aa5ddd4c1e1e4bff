import { createPageLifecycle, type PageLifecycle } from '@huoti/adapter-browser';
import type { BridgeLink } from '../link/BridgeLink.js';

/** What {@link createBridgeLifecycle} takes. */
export interface BridgeLifecycleOptions {
  readonly link: Pick<BridgeLink, 'on' | 'onClose' | 'isAppPaused'>;
  /** What the page notices by itself. @default the page's own */
  readonly page?: PageLifecycle;
}

/**
 * The page's lifecycle and the app's: an app that goes to the background, takes a call or loses its bridge has left the person
 * as surely as a hidden page, and on some systems the page is told nothing of it (`WebView.onPause` stops no script).
 *
 * @example const source = createCameraSource({ pageLifecycle: createBridgeLifecycle({ link }) });
 */
export function createBridgeLifecycle({
  link,
  page = createPageLifecycle(),
}: BridgeLifecycleOptions): PageLifecycle {
  return {
    isHidden: () => link.isAppPaused() || page.isHidden(),
    subscribe(onLeave) {
      const stops = [
        page.subscribe(onLeave),
        link.on('app.pause', () => onLeave('host')),
        link.on('app.interrupt', () => onLeave('host')),
        link.onClose(() => onLeave('host')),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
