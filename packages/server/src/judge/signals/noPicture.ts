import type { FamilyReading, SignalFamily, SignalReadings } from '@huoti/core';

/** Signals that rest on pixels: without pictures that agree with a trace, its numbers are no more than a client's word. */
const PIXEL_SIGNALS: Readonly<Record<string, SignalFamily>> = {
  light: 'light',
  texture: 'texture',
  'texture-net': 'texture',
};

/** The readings of a trace that no picture stands behind: what needs pixels is not taken from it. */
export function noPicture(readings: SignalReadings): SignalReadings {
  const blind = Object.entries(PIXEL_SIGNALS).map(([name, family]): [string, FamilyReading] => [
    name,
    { family, reading: { kind: 'unavailable', reason: 'no-picture' } },
  ]);
  return { ...readings, ...Object.fromEntries(blind) };
}
