import type { ScreenColour, ScreenNow } from '../lighting/ScreenNow.js';
import type { Random } from '../random/createRandom.js';

/** Colours that a plan may have shown at another time: its palette is not known here, so any that is bright enough. */
function anyColour(random: Random): ScreenColour {
  const bright = Math.floor(random.next() * 3);
  const one = (channel: number): number =>
    channel === bright
      ? random.between(0.75, 1)
      : random.next() < 0.5
        ? random.between(0, 0.3)
        : random.between(0.6, 1);
  return [one(0), one(1), one(2)];
}

/**
 * The light of a previous session of the same plan: it changes when this session's does, to other colours.
 */
export function otherColours(random: Random): (screen: ScreenNow) => ScreenNow {
  const instead = new Map<string, ScreenColour>();
  return (screen) => ({
    colourAt(atMs) {
      const shown = screen.colourAt(atMs);
      // Before and after the colours every session shows the same page.
      if (shown[0] === shown[1] && shown[1] === shown[2] && shown[0] > 0.8 && shown[0] < 0.9) return shown;
      const key = shown.join();
      const other = instead.get(key) ?? anyColour(random);
      instead.set(key, other);
      return other;
    },
  });
}
