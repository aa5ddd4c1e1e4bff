/** Similarity from which two templates are of the same person, whatever the model: its calibration brings its line here. */
export const THRESHOLD = 0.5;

/** What a model's cosines mean. */
export interface Calibration {
  /** The cosine from which two templates are of the same person: similarity 0.5. */
  readonly thresholdCosine: number;
  /** How fast similarity rises there, per unit of cosine. */
  readonly slope: number;
  /** Share of pairs of different people at or above the threshold where it was set, in [0, 1]. */
  readonly farAtThreshold: number;
}
