import type { ScreenNow } from '../lighting/ScreenNow.js';
import type { Act } from './Act.js';
import type { Show } from './Show.js';

/**
 * An act as a video, in other light than the session's.
 *
 * @param seen what the act takes for the screen, given the session's
 */
export const showOfAct = (act: Act, seen: (screen: ScreenNow) => ScreenNow): Show => ({
  widthPx: act.widthPx,
  heightPx: act.heightPx,
  actions: act.actions,
  follow: (session) => act.follow(session),
  drawAt: (atMs, screen, out) => act.drawAt(atMs, seen(screen), out),
});
