import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import { listen } from '../host/listen.js';
import type { PageLifecycle } from './PageLifecycle.js';

/** What {@link createPageLifecycle} takes. */
export interface PageLifecycleOptions {
  /** @default the page */
  environment?: Pick<BrowserEnvironment, 'isPageHidden' | 'documentTarget' | 'windowTarget'>;
}

/** The page's own lifecycle: hidden, unloaded or put into the back-forward cache, frozen. */
export function createPageLifecycle({
  environment = pageEnvironment,
}: PageLifecycleOptions = {}): PageLifecycle {
  return {
    isHidden: () => environment.isPageHidden(),
    subscribe(onLeave) {
      const page = environment.documentTarget();
      const stops = [
        listen(page, 'visibilitychange', () => {
          if (environment.isPageHidden()) onLeave('hidden');
        }),
        listen(page, 'freeze', () => onLeave('freeze')),
        listen(environment.windowTarget(), 'pagehide', () => onLeave('pagehide')),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
