import type { PlanStep } from '@huoti/protocol';
import type { FrameStatistics } from '../../frame/FrameStatistics.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';

/** What can happen to a session. `atMs` is the session's clock at the moment it is told. */
export type SessionInput =
  | { readonly type: 'start'; readonly atMs: number }
  | { readonly type: 'landmarker-ready'; readonly atMs: number }
  | {
      readonly type: 'source-open';
      readonly atMs: number;
      readonly warnings: readonly string[];
      readonly mirroringKnown: boolean;
    }
  | {
      readonly type: 'frame';
      readonly atMs: number;
      /** When it was captured. */
      readonly timestampMs: number;
      /** The followed face first. */
      readonly observations: readonly FaceObservation[];
      readonly statistics: FrameStatistics;
      readonly frameWidthPx: number;
      readonly frameHeightPx: number;
      /** The engine fell back to another backend while it judged this frame, which may have stopped the world. */
      readonly afterFallback: boolean;
    }
  /** The step that `reveal-step` asked for. Its window opens at the last judged frame. */
  | { readonly type: 'step-revealed'; readonly atMs: number; readonly step: PlanStep }
  /** What `show-light` asked for is on the glass since `shownAtMs`, on the clock of the frames. */
  | { readonly type: 'light-shown'; readonly atMs: number; readonly shownAtMs: number }
  | { readonly type: 'tick'; readonly atMs: number }
  | { readonly type: 'source-ended'; readonly atMs: number };
