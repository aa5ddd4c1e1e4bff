import type { Action, ErrorCode, LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';

type Colour = readonly [red: number, green: number, blue: number];

/** How a screen is come to: events of a session, then what stands for a moment. */
export interface Scripted {
  readonly events?: readonly ScreenEvent[];
  readonly paint?: Colour;
  readonly waitMs?: number;
  readonly end?: LivenessResult | SessionOutcome;
  readonly fail?: ErrorCode;
  readonly idle?: true;
  /** Of the asking: what is tapped after start, by id. */
  readonly taps?: readonly string[];
}

const phase = (
  name: 'loading' | 'opening' | 'finding' | 'calibrating' | 'neutral' | 'light' | 'closing',
): ScreenEvent => ({ type: 'phase-change', phase: name, atMs: 0 });
const finding: ScreenEvent[] = [phase('finding'), { type: 'face-found', atMs: 0 }];
const gate = (code: 'backlit' | 'occluded' | 'off-centre'): ScreenEvent => ({
  type: 'gate-fail',
  atMs: 0,
  gate: code,
  sinceMs: 0,
});
const challenge = (action: Action, index: number, timeoutMs = 60000): ScreenEvent[] => [
  ...finding,
  { type: 'challenge-start', atMs: 0, action, index, count: 4, timeoutMs, again: false },
  { type: 'challenge-progress', atMs: 0, action, progress: 0.4, hint: 'none', remainingMs: timeoutMs },
];
const light: ScreenEvent[] = [
  ...finding,
  phase('light'),
  { type: 'light-start', atMs: 0, index: 1, count: 4, timeoutMs: 12000 },
];
const stage: ScreenEvent = { type: 'light-stage', atMs: 0, index: 2, count: 5, again: false };

const facts = {
  protocolVersion: 1,
  nonce: '0'.repeat(32),
  policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
  assurance: 'device-only',
  verified: false,
  light: false,
  frameCount: 200,
  droppedFrameCount: 0,
  durationMs: 12000,
  challenges: [],
  signals: {},
  engine: { backend: 'wasm-simd', fallbacks: [], models: {}, medianFrameMs: 15 },
} as const;
const outcome: SessionOutcome = {
  sessionId: 'a'.repeat(22),
  status: 'failed',
  reason: 'TOO_MANY_ATTEMPTS',
  gate: null,
  retryAfterS: 2520,
  decided: true,
};

/** Every screen that a person can come to, by name. */
export const screens: Readonly<Record<string, Scripted>> = {
  intro: { idle: true },
  loading: { events: [phase('loading'), { type: 'load-progress', fraction: 0.42 }] },
  permission: { events: [phase('opening')], waitMs: 1200 },
  finding: { events: [phase('finding')], waitMs: 900 },
  adjust: { events: [...finding, gate('backlit')], waitMs: 700 },
  stuck: { events: [phase('finding')], waitMs: 6900 },
  blink: { events: challenge('blink', 0) },
  'mouth-open': { events: challenge('mouth-open', 1) },
  'turn-left': { events: challenge('turn-left', 2) },
  nod: { events: [...challenge('nod', 1), gate('occluded')], waitMs: 700 },
  'turn-one-side': { events: challenge('turn-one-side', 3, 2900) },
  light: { events: light },
  'light-white': { events: [...light, stage], paint: [1, 1, 1] },
  'light-blue': { events: [...light, stage, gate('off-centre')], paint: [0, 0.1, 1], waitMs: 700 },
  neutral: {
    events: [
      ...challenge('blink', 0),
      { type: 'challenge-end', atMs: 0, action: 'blink', status: 'satisfied' },
      phase('neutral'),
    ],
  },
  sending: { events: [...challenge('blink', 3), { type: 'evidence-progress', fraction: 0.6 }] },
  completed: { end: { ...facts, status: 'completed' } },
  failed: {
    end: { ...facts, status: 'failed', reason: 'QUALITY_TOO_LOW', detail: 'scripted', gate: 'blurred' },
  },
  wait: { end: outcome },
  refused: { fail: 'CAMERA_PERMISSION_DENIED' },
  error: { fail: 'BACKEND_UNAVAILABLE' },
  age: { taps: [] },
  guardian: { taps: ['huoti-age-teen', 'huoti-send-code'] },
  notice: { taps: ['huoti-age-adult'] },
  'notice-missing': { taps: ['huoti-age-adult', 'huoti-choice-liveness', 'huoti-consent'] },
  'notice-whole': { taps: ['huoti-age-adult', 'huoti-fold'] },
  'notice-large': { taps: ['huoti-large-text', 'huoti-age-adult'] },
  declined: { taps: ['huoti-age-adult', 'huoti-refuse'] },
  'too-young': { taps: ['huoti-age-child'] },
  privacy: { events: [phase('opening')], waitMs: 400 },
};
