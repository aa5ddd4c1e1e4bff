import type { GateCode } from '@huoti/protocol';
import type { TimeTally } from './SessionState.js';

/** What one stretch of time was. */
export interface TallyEntry {
  readonly elapsedMs: number;
  readonly noFace: boolean;
  readonly dark: boolean;
  readonly severalFaces: boolean;
  readonly gate: GateCode | null;
}

/** Adds a stretch of time. */
export function addToTally(
  tally: TimeTally,
  { elapsedMs, noFace, dark, severalFaces, gate }: TallyEntry,
): TimeTally {
  return {
    totalMs: tally.totalMs + elapsedMs,
    noFaceMs: tally.noFaceMs + (noFace ? elapsedMs : 0),
    darkMs: tally.darkMs + (dark ? elapsedMs : 0),
    severalFacesMs: tally.severalFacesMs + (severalFaces ? elapsedMs : 0),
    gateMs: gate ? { ...tally.gateMs, [gate]: (tally.gateMs[gate] ?? 0) + elapsedMs } : tally.gateMs,
  };
}

/** The gate that failed longest, with its time; `null` where none failed. */
export function worstGate(tally: TimeTally): { readonly code: GateCode; readonly ms: number } | null {
  let worst: { code: GateCode; ms: number } | null = null;
  for (const [code, ms] of Object.entries(tally.gateMs)) {
    if (ms !== undefined && (!worst || ms > worst.ms)) worst = { code: code as GateCode, ms };
  }
  return worst;
}
