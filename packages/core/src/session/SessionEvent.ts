import type { Action, GateCode, LivenessResult } from '@huoti/protocol';
import type { ActionHint } from '../challenge/ActionDetector.js';
import type { FaceBox } from '../vision/FaceObservation.js';

/** Where a session is. Each phase has a deadline and an exit (session/deadlines). */
export type SessionPhase =
  | 'idle'
  | 'loading'
  | 'opening'
  | 'finding'
  | 'calibrating'
  /** The next step is asked of the server. Only where the plan is revealed a step at a time. */
  | 'revealing'
  | 'challenge'
  | 'neutral'
  /** The screen lights the face in colours, or waits for the person to be in place for them. */
  | 'light'
  | 'closing'
  | 'ended';

/** What a session tells its listeners. Names are noun-action. Times are of the session's clock, in ms. */
export type SessionEvent =
  | { readonly type: 'phase-change'; readonly phase: SessionPhase; readonly atMs: number }
  | { readonly type: 'load-progress'; readonly fraction: number }
  | { readonly type: 'camera-open'; readonly atMs: number; readonly warnings: readonly string[] }
  | { readonly type: 'face-found'; readonly atMs: number }
  | { readonly type: 'face-lost'; readonly atMs: number }
  | {
      /** One for each judged frame: for drawing only. `box` is `null` without a face. */
      readonly type: 'frame-judged';
      readonly atMs: number;
      readonly box: FaceBox | null;
      readonly frameWidthPx: number;
      readonly frameHeightPx: number;
    }
  | { readonly type: 'gate-fail'; readonly atMs: number; readonly gate: GateCode; readonly sinceMs: number }
  | { readonly type: 'gate-pass'; readonly atMs: number }
  | {
      readonly type: 'challenge-start';
      readonly atMs: number;
      readonly action: Action;
      /** From 0. */
      readonly index: number;
      readonly count: number;
      readonly timeoutMs: number;
      /** True after a wrong action restarted the window. */
      readonly again: boolean;
    }
  | {
      readonly type: 'challenge-progress';
      readonly atMs: number;
      readonly action: Action;
      readonly progress: number;
      readonly hint: ActionHint;
      readonly remainingMs: number;
    }
  | {
      readonly type: 'challenge-end';
      readonly atMs: number;
      readonly action: Action;
      readonly status: 'satisfied' | 'violated' | 'timed-out';
    }
  | {
      /** The screen is going to light the face: the person keeps still and looks at it. */
      readonly type: 'light-start';
      readonly atMs: number;
      /** Of the plan's steps, from 0. */
      readonly index: number;
      readonly count: number;
      readonly timeoutMs: number;
    }
  | {
      /** A colour is on the glass. */
      readonly type: 'light-stage';
      readonly atMs: number;
      /** Of the step's stages, from 0. */
      readonly index: number;
      readonly count: number;
      /** True where the stage is shown once more, since the person had moved away. */
      readonly again: boolean;
    }
  | {
      /** The screen is given back. */
      readonly type: 'light-end';
      readonly atMs: number;
      readonly status: 'satisfied' | 'violated' | 'timed-out';
    }
  | {
      readonly type: 'session-end';
      readonly atMs: number;
      /** `null` where the session threw. */
      readonly result: LivenessResult | null;
    };
