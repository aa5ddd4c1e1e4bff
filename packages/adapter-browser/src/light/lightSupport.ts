import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import type { LightSurface } from './LightSurface.js';

/** Why the screen does not light a face: the person said no, the device is set to calm, or there is nothing to colour. */
export type LightRefusal = 'declined' | 'reduced-motion' | 'no-screen';

/** Whether the screen can light a face now; it fits `createPlan({ light })` as it is. */
export type LightSupport = 'available' | { readonly unavailable: LightRefusal };

/** What {@link lightSupport} takes. */
export interface LightSupportOptions {
  /** The person chose to go without flashing colours. @default false */
  declined?: boolean;
  /** What would be coloured. @default a layer over the page */
  surface?: Pick<LightSurface, 'isVisible'> | undefined;
  /** @default the page */
  environment?: Pick<BrowserEnvironment, 'isPageHidden' | 'matchesMedia'>;
}

/**
 * Whether a plan may have a light step here. To be asked before the plan is begun, each time anew: what a person sets in
 * their device counts from then on.
 *
 * Where colours are forced by the system, a person has chosen what their screen shows, and a page's colour would not be it:
 * that is `no-screen`. Reads `prefers-reduced-motion`, `forced-colors` and the page's visibility.
 *
 * @example createPlan({ random, policy, light: lightSupport({ declined, surface }) });
 */
export function lightSupport({
  declined = false,
  surface,
  environment = pageEnvironment,
}: LightSupportOptions = {}): LightSupport {
  if (declined) return { unavailable: 'declined' };
  if (environment.matchesMedia('(prefers-reduced-motion: reduce)')) return { unavailable: 'reduced-motion' };
  const shown = !environment.isPageHidden() && (surface?.isVisible() ?? true);
  if (!shown || environment.matchesMedia('(forced-colors: active)')) return { unavailable: 'no-screen' };
  return 'available';
}
