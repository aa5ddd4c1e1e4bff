import type { SignalReading } from '@huoti/protocol';
import type { SignalFamily, SignalMeasurement } from './SpoofSignal.js';

/** What one signal said, and of which family it is. */
export interface FamilyReading {
  readonly family: SignalFamily;
  readonly reading: SignalMeasurement;
}

/** What each signal said, by its name. */
export type SignalReadings = Readonly<Record<string, FamilyReading>>;

/** As results tell them: the score alone, or why there is none. */
export function signalReadingsOf(readings: SignalReadings): Readonly<Record<string, SignalReading>> {
  const told: Record<string, SignalReading> = {};
  for (const name of Object.keys(readings)) {
    const { reading } = readings[name]!;
    told[name] = reading.kind === 'measured' ? { kind: 'measured', score: reading.score } : reading;
  }
  return told;
}
