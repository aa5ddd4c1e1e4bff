/** Components in [0, 1], sRGB. */
export type ScreenColour = readonly [red: number, green: number, blue: number];

/** What a screen shows at a time; `null` where it shows no colour of ours. */
export type ScreenAt = (atMs: number) => ScreenColour | null;

/** A screen that remembers what it showed. */
export interface FakeScreen {
  /** Told of a colour that is on the glass from `atMs` on. */
  show(colour: ScreenColour, atMs: number): void;
  close(atMs: number): void;
  readonly at: ScreenAt;
}

/** @example const screen = createFakeScreen(); screen.show([0, 1, 1], 1000); screen.at(1200); */
export function createFakeScreen(): FakeScreen {
  const changes: { readonly atMs: number; readonly colour: ScreenColour | null }[] = [];
  return {
    show: (colour, atMs) => {
      changes.push({ atMs, colour });
    },
    close: (atMs) => {
      changes.push({ atMs, colour: null });
    },
    at(atMs) {
      let shown: ScreenColour | null = null;
      for (const change of changes) if (change.atMs <= atMs) shown = change.colour;
      return shown;
    },
  };
}
