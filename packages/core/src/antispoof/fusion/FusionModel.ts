import type { SignalFamily } from '../SpoofSignal.js';

/**
 * What one signal may do to a verdict. Contributions are log-odds: 0.7 doubles the odds of a live person, -0.7 halves them.
 */
export interface SignalWeight {
  readonly family: SignalFamily;
  /** Multiplies the distance between the score's log-odds and those of `neutral`. 0 or more: a higher score never harms. */
  readonly weight: number;
  /** The score that says nothing either way, in (0, 1). */
  readonly neutral: number;
  /** The most that it adds, 0 or more: no single signal makes a person. */
  readonly most: number;
  /** The least, 0 or less: how much of a spoof it can show by itself. */
  readonly least: number;
  /** What it adds where it is unavailable, 0 or less: not being measured never helps. */
  readonly missing: number;
}

/** Where a model's numbers come from. */
export interface FusionProvenance {
  /** What to run in a checkout to get these numbers again. */
  readonly command: string;
  /** When it was run, `YYYY-MM-DD`. */
  readonly date: string;
  /** How many live and attack rows they were fitted on, and on which table. */
  readonly rows: string;
  /** What was not measured: a weight that stands by a prior alone, a species that is missing. */
  readonly limits: readonly string[];
}

/** How signals become one verdict. Made by `tooling/eval`, never by hand. */
export interface FusionModel {
  /** Name and version, for example `passive@1`: changes with every number. */
  readonly version: string;
  /** Log-odds before any signal. */
  readonly bias: number;
  /** Of the fused score, in (0, 1): from it on a person is taken to be present. */
  readonly threshold: number;
  /** By signal name. A signal that is not here has no say and counts for no family. */
  readonly signals: Readonly<Record<string, SignalWeight>>;
  readonly provenance: FusionProvenance;
}
