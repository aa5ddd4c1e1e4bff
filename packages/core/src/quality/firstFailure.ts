import type { GateReading } from './QualityGate.js';

/** The first reading that does not pass: the one thing to tell the person. `null` when all pass. */
export function firstFailure(readings: readonly GateReading[]): GateReading | null {
  for (const reading of readings) if (!reading.pass) return reading;
  return null;
}
