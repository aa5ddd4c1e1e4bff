import type { Action } from '@huoti/protocol';

/** Which half of the people a recording belongs to: fitted on `train`, reported on `test`. */
export type Part = 'train' | 'test';

/** An action of a clip, as a person who watched it wrote it down. */
export interface LabelledAction {
  readonly action: Action;
  readonly startMs: number;
  readonly endMs: number;
}

/** A recording of the fixtures. */
export interface ClipRow {
  /** Path from the fixtures' folder. */
  readonly file: string;
  /** The file's own name without its extension. */
  readonly id: string;
  readonly person: string;
  readonly part: Part;
  readonly actions: readonly LabelledAction[];
}
