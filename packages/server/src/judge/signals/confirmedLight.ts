import type { SignalReadings } from '@huoti/core';

/** From this score on the light signal speaks for a person: halfway, as for every signal. */
const NEUTRAL_SCORE = 0.5;

/**
 * The readings, where pictures may not show the light that the trace's colours tell of. An answer that no picture confirms speaks
 * for nobody: an edited client can write one into its numbers, too faint for pictures to contradict. One that speaks against a
 * person stands, so that nobody gains by hiding behind a faint light.
 *
 * @param confirmed the pictures show it (`pictureLight`)
 */
export function confirmedLight(readings: SignalReadings, confirmed: boolean): SignalReadings {
  const { light } = readings;
  if (confirmed || light?.reading.kind !== 'measured' || light.reading.score < NEUTRAL_SCORE) return readings;
  return {
    ...readings,
    light: { family: light.family, reading: { kind: 'unavailable', reason: 'not-in-pictures' } },
  };
}
