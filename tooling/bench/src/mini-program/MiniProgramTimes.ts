/** A time over all rounds, in ms. */
export interface RoundTimes {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

/** What the demo's own script measures: `docs/bench/mini-program.json`. */
export interface MiniProgramTimes {
  readonly measuredAt: string;
  readonly machine: {
    readonly node: string;
    readonly cores: number;
    readonly cpu: string;
    readonly loadPerMinute: readonly number[];
  };
  readonly rounds: number;
  readonly frame: { readonly widthPx: number; readonly heightPx: number };
  readonly backend: string;
  readonly aim: { readonly firstFrameMs: number };
  /** From the tap that opens the check. `engineMs` and `cameraMs` are parts of `firstFrameMs`. */
  readonly miniProgram: Readonly<
    Record<'pageMs' | 'engineMs' | 'cameraMs' | 'firstFrameMs' | 'perFrameMs', RoundTimes>
  >;
  /** The same engine and pictures without a mini-program, in the same run. */
  readonly node: Readonly<Record<'engineMs' | 'firstDetectMs' | 'perFrameMs', RoundTimes>>;
  /** By package, with their `total`. */
  readonly packageBytes: Readonly<Record<string, number>>;
}
