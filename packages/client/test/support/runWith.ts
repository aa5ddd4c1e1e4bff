import {
  createSeededRandom,
  createFakeFrameSource,
  createFakeLandmarker,
  createManualClock,
  createSubject,
  type FakeFrameSource,
} from '@huoti/core/testing';
import type { PictureEncoder } from '@huoti/core';
import type { ConsentRequest, SessionOutcome } from '@huoti/protocol';
import { createLiveness, type LivenessEvent, type LivenessHost } from '../../src/index.js';
import type { FakeServer } from './fakeServer.js';

const WIDTH_PX = 240;
const HEIGHT_PX = 320;
const FPS = 20;
/** Nothing of a session takes longer than this on its own clock. */
const PATIENCE_MS = 240_000;

/** A skin-coloured, detailed frame at one lightness: sharp and bright enough for every gate. */
const TEXTURE = ((): Uint8ClampedArray => {
  const data = new Uint8ClampedArray(WIDTH_PX * HEIGHT_PX * 4);
  for (let pixel = 0; pixel < WIDTH_PX * HEIGHT_PX; pixel += 1) {
    const grain = ((pixel * 2654435761) >>> 24) % 40;
    data.set([175 + grain, 130 + grain, 110 + grain, 255], pixel * 4);
  }
  return data;
})();

export const CONSENT: ConsentRequest = {
  level: 'frames',
  policyVersion: '1',
  textHash: 'a'.repeat(64),
  inventoryHash: 'b'.repeat(64),
  language: 'en',
  choices: { liveness: true, frames: true },
  ageBand: 'adult',
};

/** Stands for a JPEG: bytes that differ from picture to picture. */
const encoder = (): PictureEncoder => {
  let count = 0;
  return {
    specificationVersion: 'v1',
    encode: () => Promise.resolve(new Uint8Array(3000).fill((count += 1))),
  };
};

export interface RunOptions {
  readonly consent?: ConsentRequest | null;
  /** Told of each event; may abort. */
  readonly onEvent?: (event: LivenessEvent) => void;
  readonly signal?: AbortSignal;
  /** Looks at the server now and then; may abort. */
  readonly onTurn?: () => void;
  /** What the person does when asked. @default what is asked */
  readonly answers?: boolean;
  readonly host?: Partial<LivenessHost>;
  /** The camera that frames are put into, where `host.source` stands before it. */
  readonly source?: FakeFrameSource;
}

export interface Run {
  readonly outcome: SessionOutcome | null;
  readonly error: unknown;
  readonly events: readonly LivenessEvent[];
  /** What is left when the run has settled, and a while later. */
  readonly leftovers: Readonly<Record<string, number>>;
  readonly cameraOpenings: number;
  /** On the session's own clock. */
  readonly durationMs: number;
}

export const NOTHING_LEFT = {
  sleepers: 0,
  streams: 0,
  frames: 0,
  cameraListeners: 0,
  requests: 0,
  signalListeners: 0,
};

/** Loaded before a session asks for it: loading takes real time. */
await import('../../src/proof/createNobleKey.js');

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs a session of a drawn person against a server, on a clock that a loop moves. */
export async function runWith(
  server: FakeServer,
  {
    consent = CONSENT,
    onEvent,
    signal,
    onTurn,
    answers = true,
    host: given = {},
    source: made,
  }: RunOptions = {},
): Promise<Run> {
  const clock = createManualClock();
  const subject = createSubject({ frameWidthPx: WIDTH_PX, frameHeightPx: HEIGHT_PX });
  const source = made ?? createFakeFrameSource({ widthPx: WIDTH_PX, heightPx: HEIGHT_PX });
  const landmarker = createFakeLandmarker({ detect: (frame) => [subject.observe(frame.timestampMs)] });
  const liveness = createLiveness({
    host: {
      source,
      landmarker,
      clock,
      random: createSeededRandom(7),
      pictures: encoder(),
      // Real keys take real time, on which the clock of a test must not hang.
      subtle: null,
      facts: {
        kind: 'node',
        browser: null,
        browserVersion: null,
        os: null,
        engine: null,
        language: null,
        network: null,
      },
      ...given,
    },
    server: {
      baseUrl: server.baseUrl,
      publicUrl: server.publicUrl,
      sessionId: server.sessionId,
      clientToken: server.clientToken,
      transport: server,
    },
    consent,
  });
  const events: LivenessEvent[] = [];
  liveness.subscribe((event) => {
    events.push(event);
    if (event.type === 'challenge-start' && answers) subject.perform(event.action as never, event.atMs);
    onEvent?.(event);
  });
  const watched = signal === undefined ? null : watchSignal(signal);
  let outcome: SessionOutcome | null = null;
  let error: unknown = null;
  let settled = false;
  const running = liveness.run(watched === null ? {} : { signal: watched.signal }).then(
    (value) => {
      outcome = value;
      settled = true;
    },
    (thrown: unknown) => {
      error = thrown;
      settled = true;
    },
  );
  while (!settled && clock.nowMs() < PATIENCE_MS) {
    clock.advanceBy(1000 / FPS);
    if (source.openStreamCount > 0) {
      source.deliver({
        data: TEXTURE,
        widthPx: WIDTH_PX,
        heightPx: HEIGHT_PX,
        rotationDegrees: 0,
        mirrored: false,
        timestampMs: clock.nowMs(),
        close: () => undefined,
      });
    }
    for (let i = 0; i < 6; i += 1) await turn();
    onTurn?.();
  }
  if (!settled) throw new TypeError(`the session did not end within ${PATIENCE_MS} ms of its own clock`);
  const durationMs = clock.nowMs();
  await running;
  // What was given up settles within a few turns; time goes on, so that a forgotten timer would act.
  for (let i = 0; i < 20; i += 1) await turn();
  return {
    outcome,
    error,
    events,
    cameraOpenings: source.openCalls.length,
    durationMs,
    leftovers: {
      sleepers: clock.sleeperCount,
      streams: source.openStreamCount,
      frames: source.openFrameCount,
      cameraListeners: source.listenerCount,
      requests: server.pending,
      signalListeners: watched?.listenerCount() ?? 0,
    },
  };
}

/** The signal, and how many listeners it has. */
function watchSignal(signal: AbortSignal): { signal: AbortSignal; listenerCount(): number } {
  const held = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...words: Parameters<typeof add>) => {
    held.add(words[1]);
    add(...words);
  };
  signal.removeEventListener = (...words: Parameters<typeof remove>) => {
    held.delete(words[1]);
    remove(...words);
  };
  return { signal, listenerCount: () => held.size };
}
