import type { MiniProgramLightSurface } from './MiniProgramLightSurface.js';

/** Whether the screen can light a face now; it fits `createPlan({ light })` and the client's host as it is. */
export type MiniProgramLightSupport =
  | 'available'
  | { readonly unavailable: 'declined' | 'reduced-motion' | 'no-screen' };

/** What {@link miniProgramLightSupport} takes. */
export interface MiniProgramLightSupportOptions {
  /** What would be coloured; `null` where the page has nothing. */
  readonly surface: Pick<MiniProgramLightSurface, 'isVisible'> | null;
  /** The person chose to go without flashing colours. @default false */
  readonly declined?: boolean;
  /**
   * The person's device is set to calm. No platform tells a mini-program, so that a page that cares asks the person.
   * @default false
   */
  readonly reducedMotion?: boolean;
}

/**
 * Whether a plan may have a light step here. To be asked right before the plan is begun.
 *
 * @example lightSupport: () => miniProgramLightSupport({ surface, declined })
 */
export function miniProgramLightSupport({
  surface,
  declined = false,
  reducedMotion = false,
}: MiniProgramLightSupportOptions): MiniProgramLightSupport {
  if (declined) return { unavailable: 'declined' };
  if (reducedMotion) return { unavailable: 'reduced-motion' };
  return surface?.isVisible() ? 'available' : { unavailable: 'no-screen' };
}
