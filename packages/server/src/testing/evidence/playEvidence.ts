import { createPlan, type FaceObservation } from '@huoti/core';
import {
  createSeededRandom,
  playOnlineSession,
  type PlayedOnlineSession,
  type PlayOnlineSessionOptions,
} from '@huoti/core/testing';
import type { Action, LivenessPlan, PlanStep, SessionPolicy } from '@huoti/protocol';
import type { JudgeRequest } from '../../ports/Judge.js';
import { commitEvidence, type CommitEvidenceOptions } from './commitEvidence.js';
import { createPictureFakes, FAKE_SKIN, type FakePicture, type PictureFakes } from './createPictureFakes.js';

/** What {@link playEvidence} takes. */
export interface PlayEvidenceOptions
  extends
    Pick<CommitEvidenceOptions, 'sessionId' | 'source' | 'declare'>,
    Omit<PlayOnlineSessionOptions, 'plan' | 'steps' | 'pictures'> {
  /** @default 'frames' */
  level?: 'trace' | 'frames';
  /** @default turn-left, blink, mouth-open */
  actions?: readonly Action[];
  policy?: Partial<SessionPolicy>;
  /** Of the plan's nonce. @default 1 */
  planSeed?: number;
  /** Whom the pictures are of. @default 'anna' */
  person?: string;
  /** When the first head reaches the server, on its clock. */
  serverStartMs?: number;
  /** Made by another call, so that pictures of both can be told apart. @default its own */
  fakes?: PictureFakes;
  /** Changes what a picture shows before it is committed. */
  picture?: (picture: FakePicture, atMs: number) => FakePicture;
  /** Makes the file of a picture. @default the fakes' own */
  file?: (picture: FakePicture) => Uint8Array;
}

/** A session that a synthetic person went through, as evidence and as what it was made of. */
export interface PlayedEvidence {
  readonly request: JudgeRequest;
  readonly played: PlayedOnlineSession;
  readonly plan: LivenessPlan;
  readonly steps: readonly PlanStep[];
  readonly stampsMs: readonly number[];
  readonly fakes: PictureFakes;
}

/** From cutting a chunk until its head has arrived, in ms. */
const POST_MS = 60;

/**
 * Honest evidence of a synthetic person: the whole online session is played, committed as it goes, sent and completed. Its
 * pictures are {@link FakePicture}s, for the fakes that come with it.
 *
 * @example const { request, fakes } = playEvidence({ level: 'frames' });
 */
export function playEvidence({
  level = 'frames',
  actions = ['turn-left', 'blink', 'mouth-open'],
  policy = {},
  planSeed = 1,
  person = 'anna',
  serverStartMs = 1_800_000_000_000,
  fakes = createPictureFakes(),
  picture = (shown) => shown,
  file = (shown) => fakes.save(shown),
  sessionId,
  source,
  declare,
  ...options
}: PlayEvidenceOptions = {}): PlayedEvidence {
  const whole = createPlan({
    random: createSeededRandom(planSeed),
    actions,
    policy: { name: 'default', light: 'off', tripwires: 'report', evidenceLevel: level, ...policy },
  });
  const { steps } = whole;
  const plan: LivenessPlan = { ...whole, steps: [], stepCount: steps.length };
  let seen: FaceObservation | null = null;
  const observe = options.observe ?? ((atMs, subject) => [subject.observe(atMs)]);
  const played = playOnlineSession({
    ...options,
    plan,
    steps,
    observe: (atMs, subject) => {
      const observations = observe(atMs, subject);
      seen = observations[0] ?? null;
      return observations;
    },
    ...(level === 'frames'
      ? {
          pictures: ({ widthPx, heightPx, timestampMs }) =>
            file(picture({ person, widthPx, heightPx, face: seen, colour: FAKE_SKIN }, timestampMs)),
        }
      : {}),
  });
  const first = played.cutAtMs[0] ?? 0;
  const stampsMs = played.cutAtMs.map((atMs) => Math.round(serverStartMs + atMs - first + POST_MS));
  const request = commitEvidence({
    plan,
    steps,
    chunks: played.chunks,
    pictures: played.pictures,
    stampsMs,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(source === undefined ? {} : { source }),
    ...(declare === undefined ? {} : { declare }),
  });
  return { request, played, plan, steps, stampsMs, fakes };
}
