import type {
  Action,
  ErrorCode,
  GateCode,
  LivenessResult,
  RefusalReason,
  SessionOutcome,
} from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';

/** What a test tells the scripted session, one after another. */
export type ScriptStep =
  | { readonly do: 'start' }
  | { readonly do: 'cancel' }
  | { readonly do: 'emit'; readonly event: ScreenEvent }
  | { readonly do: 'paint'; readonly colour: readonly [red: number, green: number, blue: number] }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'end'; readonly result: LivenessResult | SessionOutcome }
  | { readonly do: 'fail'; readonly code: ErrorCode; readonly retryable: boolean };

const emit = (event: ScreenEvent): ScriptStep => ({ do: 'emit', event });
const phase = (
  name: 'loading' | 'opening' | 'finding' | 'calibrating' | 'neutral' | 'light' | 'closing',
): ScriptStep => emit({ type: 'phase-change', phase: name, atMs: 0 });
const wait = (ms: number): ScriptStep => ({ do: 'wait', ms });
const gate = (code: GateCode): ScriptStep => emit({ type: 'gate-fail', atMs: 0, gate: code, sinceMs: 0 });
const face = emit({ type: 'face-found', atMs: 0 });
const finding: ScriptStep[] = [{ do: 'start' }, phase('finding'), wait(120), face];

const challenge = (action: Action, index: number, timeoutMs = 60000): ScriptStep[] => [
  ...finding,
  emit({ type: 'challenge-start', atMs: 0, action, index, count: 4, timeoutMs, again: false }),
  emit({ type: 'challenge-progress', atMs: 0, action, progress: 0.4, hint: 'none', remainingMs: timeoutMs }),
];

const light: ScriptStep[] = [
  ...finding,
  phase('light'),
  emit({ type: 'light-start', atMs: 0, index: 1, count: 4, timeoutMs: 12000 }),
];
const stage = (again = false): ScriptStep =>
  emit({ type: 'light-stage', atMs: 0, index: 2, count: 5, again });

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

/** A completed result. */
export const completed: LivenessResult = { ...facts, status: 'completed' };
/** A failed one. */
export const failed = (reason: RefusalReason, gateCode?: GateCode): LivenessResult => ({
  ...facts,
  status: 'failed',
  reason,
  detail: 'scripted',
  ...(gateCode === undefined ? {} : { gate: gateCode }),
});

/** What a client may know of a session with a server. */
export const outcome = (changes: Partial<SessionOutcome> = {}): SessionOutcome => ({
  sessionId: 'a'.repeat(22),
  status: 'completed',
  reason: null,
  gate: null,
  retryAfterS: null,
  decided: true,
  ...changes,
});

/** Every screen that a person can come to, by name. */
export const screens: Readonly<Record<string, readonly ScriptStep[]>> = {
  intro: [],
  'intro-cancelled': [{ do: 'start' }, wait(50), { do: 'cancel' }],
  loading: [{ do: 'start' }, phase('loading'), emit({ type: 'load-progress', fraction: 0.42 })],
  permission: [{ do: 'start' }, phase('opening'), wait(1400)],
  finding: [{ do: 'start' }, phase('finding'), wait(800)],
  'finding-stuck': [{ do: 'start' }, phase('finding'), wait(6900)],
  'finding-adjust': [...finding, gate('backlit'), wait(600)],
  calibrating: [...finding, phase('calibrating')],
  blink: challenge('blink', 0),
  'mouth-open': challenge('mouth-open', 1),
  'turn-left': challenge('turn-left', 2),
  'turn-right': challenge('turn-right', 2),
  nod: challenge('nod', 1),
  approach: challenge('approach', 3),
  away: challenge('away', 3),
  'turn-one-side': challenge('turn-one-side', 0),
  'turn-other-side': challenge('turn-other-side', 1),
  'challenge-last-seconds': [
    ...challenge('turn-left', 1, 2900),
    gate('several-faces'),
    emit({ type: 'gate-pass', atMs: 0 }),
  ],
  'challenge-hint': [...challenge('nod', 1), gate('occluded'), wait(600)],
  light: [...light, wait(600)],
  'light-white': [...light, { do: 'paint', colour: [1, 1, 1] }, stage(), wait(600)],
  'light-blue': [...light, { do: 'paint', colour: [0, 0.1, 1] }, stage(), wait(600)],
  'light-green-again': [...light, { do: 'paint', colour: [0.1, 0.9, 0.2] }, stage(true), wait(600)],
  'light-adjust': [...light, { do: 'paint', colour: [0.1, 0.1, 0.12] }, gate('off-centre'), wait(600)],
  neutral: [
    ...challenge('blink', 0),
    emit({ type: 'challenge-end', atMs: 0, action: 'blink', status: 'satisfied' }),
    phase('neutral'),
  ],
  closing: [
    ...challenge('blink', 3),
    emit({ type: 'challenge-end', atMs: 0, action: 'blink', status: 'satisfied' }),
    phase('closing'),
  ],
  sending: [...challenge('blink', 3), emit({ type: 'evidence-progress', fraction: 0.6 })],
  deciding: [...challenge('blink', 3), emit({ type: 'decision-wait' })],
  sent: [{ do: 'start' }, wait(50), { do: 'end', result: outcome() }],
  unconfirmed: [{ do: 'start' }, wait(50), { do: 'end', result: outcome({ status: 'failed' }) }],
  'too-many-tries': [
    { do: 'start' },
    wait(50),
    {
      do: 'end',
      result: outcome({ status: 'failed', reason: 'TOO_MANY_ATTEMPTS', retryAfterS: 2520 }),
    },
  ],
  completed: [{ do: 'start' }, wait(50), { do: 'end', result: completed }],
  failed: [{ do: 'start' }, wait(50), { do: 'end', result: failed('QUALITY_TOO_LOW', 'blurred') }],
  'failed-timeout': [{ do: 'start' }, wait(50), { do: 'end', result: failed('CHALLENGE_TIMEOUT') }],
  'failed-moved': [
    { do: 'start' },
    wait(50),
    {
      do: 'end',
      result: {
        ...failed('CHALLENGE_TIMEOUT'),
        challenges: [{ action: 'light', status: 'violated', startMs: 0, endMs: 1 }],
      },
    },
  ],
  'failed-no-retry': [{ do: 'start' }, wait(50), { do: 'end', result: failed('TOO_MANY_ATTEMPTS') }],
  error: [{ do: 'start' }, wait(50), { do: 'fail', code: 'CAMERA_PERMISSION_DENIED', retryable: true }],
  'error-no-retry': [{ do: 'start' }, wait(50), { do: 'fail', code: 'CSP_BLOCKED', retryable: false }],
};
