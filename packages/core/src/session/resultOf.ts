import {
  PROTOCOL_VERSION,
  type Assurance,
  type ChallengeOutcome,
  type EngineFacts,
  type LivenessPlan,
  type LivenessResult,
} from '@huoti/protocol';
import { signalReadingsOf, type SignalReadings } from '../antispoof/SignalReadings.js';
import type { FrameSourceKind } from '../host/FrameSource.js';
import { isLit } from './isLit.js';
import type { Ending } from './Ending.js';

/** What a session measured of itself. */
export interface SessionFacts {
  /** With the steps that were revealed. */
  readonly plan: LivenessPlan;
  readonly frameCount: number;
  readonly droppedFrameCount: number;
  readonly durationMs: number;
  readonly outcomes: readonly ChallengeOutcome[];
  readonly engine: EngineFacts;
}

const ASSURANCE_OF: Readonly<Record<FrameSourceKind, Assurance>> = {
  camera: 'device-only',
  recording: 'recorded',
  synthetic: 'demo',
};

/** The result of a session that a machine carried through. Never verified: only a server that recomputes can. */
export function resultOf({
  ending,
  facts,
  signals,
  kind,
}: {
  ending: Exclude<Ending, { kind: 'fault' }>;
  facts: SessionFacts;
  signals: SignalReadings;
  kind: FrameSourceKind;
}): LivenessResult {
  const { plan, outcomes: reached } = facts;
  const challenges = plan.steps.map(
    ({ action }, index): ChallengeOutcome =>
      reached[index] ?? { action, status: 'not-reached', startMs: null, endMs: null },
  );
  const common = {
    protocolVersion: PROTOCOL_VERSION,
    nonce: plan.nonce,
    policy: plan.policy,
    assurance: ASSURANCE_OF[kind],
    verified: false,
    light: isLit(reached),
    frameCount: facts.frameCount,
    droppedFrameCount: facts.droppedFrameCount,
    durationMs: facts.durationMs,
    challenges,
    signals: signalReadingsOf(signals),
    engine: facts.engine,
  } as const;
  if (ending.kind === 'completed') return { status: 'completed', ...common };
  const { reason, detail, gate } = ending;
  return { status: 'failed', reason, detail, ...(gate ? { gate } : {}), ...common };
}
