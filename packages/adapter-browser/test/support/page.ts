// What the browser tests drive: the package's own functions on the page's global, nothing else.
import * as adapter from '../../src/index.js';

declare global {
  interface Window {
    adapter: typeof adapter;
    /** What is alive now, counted by instruments that were set before any of the package's code ran. */
    alive(): { tracks: number; timers: number; frames: number; listeners: number; workers: number };
  }
}

window.adapter = adapter;
