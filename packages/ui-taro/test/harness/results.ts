import type { GateCode, LivenessResult, RefusalReason, SessionOutcome } from '@huoti/protocol';

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
export const failed = (reason: RefusalReason, gate?: GateCode): LivenessResult => ({
  ...facts,
  status: 'failed',
  reason,
  detail: 'scripted',
  ...(gate === undefined ? {} : { gate }),
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
