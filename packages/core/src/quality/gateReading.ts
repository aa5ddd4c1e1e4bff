import type { GateCode } from '@huoti/protocol';
import type { GateReading } from './QualityGate.js';

/** A reading that passes while `measured` is `limit` or less. */
export function atMost(code: GateCode, measured: number, limit: number, unit: string): GateReading {
  return { pass: measured <= limit, code, measured, limit, unit };
}

/** A reading that passes while `measured` is `limit` or more. */
export function atLeast(code: GateCode, measured: number, limit: number, unit: string): GateReading {
  return { pass: measured >= limit, code, measured, limit, unit };
}
