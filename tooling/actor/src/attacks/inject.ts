import type { Act } from './Act.js';
import type { Show } from './Show.js';

/** A video put in the camera's place: no lens, no room, and no light but its own. */
export const inject = (show: Show): Act => ({
  widthPx: show.widthPx,
  heightPx: show.heightPx,
  actions: show.actions,
  follow: (session) => show.follow(session),
  drawAt: (atMs, screen, out) => show.drawAt(atMs, screen, out),
});
