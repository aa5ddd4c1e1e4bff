import type { Realm } from './Realm.js';

/** The window that is last in the page's tree. Indexed, since a page can't put anything in the place of an index. */
function lastFrame(): Realm | null {
  let last: Window | null = null;
  for (let index = 0; ; index += 1) {
    const next = window[index];
    if (next === undefined) break;
    last = next;
  }
  return last as (Window & Realm) | null;
}

/**
 * Lends the globals of an empty frame: functions of the browser that the page's scripts have had no chance to replace. The
 * frame is invisible, loads nothing, and is gone when `look` returns. Everything happens in one turn, so that a script which
 * waits for new frames comes too late; one that has replaced `append` itself does not.
 *
 * @returns what `look` gave; `null` where the page can have no frame
 */
export function withFreshRealm<T>(look: (fresh: Realm) => T): T | null {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = '';
  document.documentElement.append(frame);
  try {
    const fresh = lastFrame();
    return fresh === null || fresh === window ? null : look(fresh);
  } finally {
    frame.remove();
  }
}
