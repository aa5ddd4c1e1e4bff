import type { Action, ErrorCode, GateCode, RefusalReason, Assurance } from '@huoti/protocol';
import type { Guidance } from '../guidance/Guidance.js';
import type { HintCause } from '../hint/HintCause.js';
import type { HintLevel } from '../hint/HintLevel.js';
import { NO_HINT, type HintMemory } from '../hint/reduceHint.js';
import type { MessageKey } from '../messages/MessageKey.js';

/**
 * One thing at a time: which screen a person is on. `light` is where the screen itself lights the face, `neutral` the breath
 * between two steps, `sending` what follows the last one where a server decides.
 */
export type ScreenKind =
  | 'intro'
  | 'loading'
  | 'permission'
  | 'finding'
  | 'challenge'
  | 'light'
  | 'neutral'
  | 'sending'
  | 'result'
  | 'error';

/** How the oval looks: waiting, asking for something, fine, step done, or ended. */
export type OvalState = 'idle' | 'searching' | 'adjust' | 'ready' | 'done' | 'failed';

/** What stands on the last screen. */
export type ScreenOutcome =
  | {
      readonly status: 'completed';
      /** `null` where a server decides: only the backend learns it. */
      readonly assurance: Assurance | null;
      readonly titleKey: MessageKey;
      readonly bodyKey: MessageKey;
    }
  | {
      readonly status: 'failed';
      /** `null` where the server gives none. */
      readonly reason: RefusalReason | null;
      readonly gate: GateCode | null;
      /** Seconds until another try is let in; `null` where nobody said. */
      readonly retryAfterS: number | null;
      readonly titleKey: MessageKey;
      readonly bodyKey: MessageKey;
      readonly guidance: Guidance;
    }
  | {
      readonly status: 'error';
      readonly code: ErrorCode;
      readonly titleKey: MessageKey;
      readonly bodyKey: MessageKey;
      readonly guidance: Guidance;
    };

/** A text to be spoken. A new `id` is a new text, even with the same key. */
export interface Announcement {
  readonly id: number;
  readonly key: MessageKey;
  /** Say "step i of n" before it. */
  readonly withStep: boolean;
}

/** A moment to be felt or heard. A new `id` is a new moment. */
export interface Cue {
  readonly id: number;
  readonly haptic: 'none' | 'step' | 'success' | 'failure';
  /** What a voice would say, where the host has one. */
  readonly voiceKey: MessageKey | null;
}

/** What the reducer remembers for itself; nothing to draw. Times in ms. */
export interface ScreenMemory {
  readonly kindSinceMs: number;
  readonly hint: HintMemory;
  readonly faceVisible: boolean;
  readonly failingGate: GateCode | null;
  readonly actionCause: Extract<HintCause, { kind: 'action' }> | null;
  /** When progress last grew by enough to count, and from where it has to grow again. */
  readonly progressGainAtMs: number;
  readonly progressMark: number;
  /** The step that was asked last went wrong once. */
  readonly afterMistake: boolean;
  readonly againUntilMs: number;
  /** The person moved away while a colour was shown, and it is shown again. */
  readonly lightAgain: boolean;
  readonly deadlineMs: number | null;
  readonly announcedAtMs: number;
  readonly announcedHintKey: MessageKey | null;
}

/** All that a person sees of a session at one moment. Plain data, drawn by ui-browser and ui-taro. */
export interface ScreenState {
  readonly kind: ScreenKind;
  /** The one big line. */
  readonly promptKey: MessageKey;
  /** The one smaller line; `null` when nothing needs saying. */
  readonly hintKey: MessageKey | null;
  readonly hintLevel: HintLevel;
  /** Of what is going on now (download, action), in [0, 1]. Never goes back within one screen. */
  readonly progress: number;
  /** Of all steps, in [0, 1]. */
  readonly overallProgress: number;
  /** The last seconds of an action, 3 and below; `null` before. */
  readonly countdownSeconds: number | null;
  readonly oval: OvalState;
  readonly action: Action | null;
  /** `index` from 0. */
  readonly step: { readonly index: number; readonly count: number } | null;
  readonly outcome: ScreenOutcome | null;
  readonly announcement: Announcement | null;
  readonly cue: Cue | null;
  readonly memory: ScreenMemory;
}

/** The screen before anything has begun. */
export function createScreenState(nowMs = 0): ScreenState {
  return {
    kind: 'intro',
    promptKey: 'intro.title',
    hintKey: null,
    hintLevel: 0,
    progress: 0,
    overallProgress: 0,
    countdownSeconds: null,
    oval: 'idle',
    action: null,
    step: null,
    outcome: null,
    announcement: null,
    cue: null,
    memory: {
      kindSinceMs: nowMs,
      hint: NO_HINT,
      faceVisible: false,
      failingGate: null,
      actionCause: null,
      progressGainAtMs: nowMs,
      progressMark: 0,
      afterMistake: false,
      againUntilMs: -Infinity,
      lightAgain: false,
      deadlineMs: null,
      announcedAtMs: -Infinity,
      announcedHintKey: null,
    },
  };
}
