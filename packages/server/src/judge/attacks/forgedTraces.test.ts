import { describe, expect, it } from '@jest/globals';
import { createSubject } from '@huoti/core/testing';
import { encodeTraceChunk, type TraceChunk, type TraceFrame } from '@huoti/protocol';
import { gzipSync } from 'node:zlib';
import { commitEvidence } from '../../testing/evidence/commitEvidence.js';
import { judgeFake, refusalOf } from '../../testing/evidence/judgeFake.js';
import { playEvidence, type PlayedEvidence } from '../../testing/evidence/playEvidence.js';

const honest = playEvidence();
const trace = playEvidence({ level: 'trace' });

/** Commits changed chunks as if they had been recorded that way: chain, counts and manifest fit them. */
function recommit(
  { plan, steps, stampsMs, played }: PlayedEvidence,
  change: (chunk: TraceChunk) => TraceChunk,
  stamps: readonly number[] = stampsMs,
) {
  const chunks = played.traces.map((chunk) => encodeTraceChunk(change(chunk)));
  return commitEvidence({ plan, steps, chunks, pictures: played.pictures, stampsMs: stamps });
}

const editFrame = (chunk: TraceChunk, at: number, edit: (frame: TraceFrame) => TraceFrame): TraceChunk => ({
  ...chunk,
  frames: chunk.frames.map((frame, index) => (index === at ? edit(frame) : frame)),
});

describe('a perfect trace that no camera saw', () => {
  // The attacker writes the numbers with the trace player, step by step as they are revealed, in real time. Nothing in
  // numbers alone tells them from a person's.
  it('is consistent at level trace, and not verified', async () => {
    const judgement = await judgeFake(trace.request, trace.fakes);
    expect(judgement).toMatchObject({ verified: false, assurance: 'consistent', reason: null });
  });

  // The same, where pictures are asked for: the attacker has one good photo of the victim and sends it for each.
  it('is refused at level frames with one photo for every picture', async () => {
    const still = createSubject().observe(0);
    const forged = playEvidence({ picture: (shown) => ({ ...shown, face: still }) });
    expect(refusalOf(await judgeFake(forged.request, forged.fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'picture-landmarks',
    ]);
  });

  // The attacker has no picture at all, and commits none.
  it('is refused at level frames without pictures, and is worth no more than numbers', async () => {
    const { plan, steps, stampsMs, played, fakes } = honest;
    const chunks = played.traces.map((chunk) => encodeTraceChunk({ ...chunk, pictures: [] }));
    const judgement = await judgeFake(commitEvidence({ plan, steps, chunks, stampsMs }), fakes);
    expect(refusalOf(judgement)).toEqual([false, 'SIGNALS_INSUFFICIENT', 'picture-count']);
    expect(judgement.assurance).toBe('consistent');
  });

  // The attacker sends pictures of a wall, of the size that is expected.
  it('is refused at level frames with pictures without a face', async () => {
    const forged = playEvidence({ picture: (shown) => ({ ...shown, face: null }) });
    expect(refusalOf(await judgeFake(forged.request, forged.fakes))).toEqual([
      false,
      'NO_FACE',
      'picture-faces',
    ]);
  });
});

describe('a trace that is made after the reveals', () => {
  // The attacker commits random heads to hear all steps at once, computes the whole trace at leisure, and sends that.
  it('is refused by the chain: what is sent is not what was committed', async () => {
    const { request, fakes } = honest;
    const reveals = request.session.reveals.map((stamp) => ({
      ...stamp,
      head: stamp.head.replace(/^./, 'x'),
    }));
    const session = { ...request.session, reveals };
    expect(refusalOf(await judgeFake({ ...request, session }, fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'hash-chain',
    ]);
  });

  // The attacker hears a step, renders the answer for some seconds, commits it, hears the next one.
  it.each([[1200], [4000]])(
    'is refused by the server’s own time: each answer takes %d ms longer than it shows',
    async (renderMs) => {
      const stamps = honest.stampsMs.map((atMs, index) => atMs + index * renderMs);
      const request = recommit(honest, (chunk) => chunk, stamps);
      expect(refusalOf(await judgeFake(request, honest.fakes))).toEqual([
        false,
        'EVIDENCE_INCONSISTENT',
        'server-times',
      ]);
    },
  );

  // The attacker renders only the last answer, the hardest one.
  it('is refused where only the last answer is late', async () => {
    const stamps = honest.stampsMs.map((atMs, index) => (index === 3 ? atMs + 3500 : atMs));
    const request = recommit(honest, (chunk) => chunk, stamps);
    expect(refusalOf(await judgeFake(request, honest.fakes))[2]).toBe('server-times');
  });

  // The attacker has filmed the victim at rest long ago, and goes on from there once there is a plan.
  it('is refused where it begins before its plan was asked for', async () => {
    const FRAMES = 150;
    const WATCHED_MS = 6000;
    const later = (frame: TraceFrame, byMs: number) => ({ ...frame, timestampMs: frame.timestampMs + byMs });
    const request = recommit(honest, (chunk) => {
      const frames = chunk.frames.map((frame) => later(frame, WATCHED_MS));
      const [first] = chunk.frames;
      if (chunk.index !== 0 || !first) return { ...chunk, frames };
      const before = Array.from({ length: FRAMES }, (_, at) => later(first, (at * WATCHED_MS) / FRAMES));
      const pictures = chunk.pictures.map((one) => ({ ...one, frameIndex: one.frameIndex + FRAMES }));
      return { ...chunk, frames: [...before, ...frames], pictures };
    });
    const refusal = refusalOf(await judgeFake(request, honest.fakes));
    expect(refusal).toEqual([false, 'EVIDENCE_INCONSISTENT', 'server-times']);
  });

  // A bad network holds up one post by a second and a half, and the next ones not at all.
  it('is not what a slow network looks like', async () => {
    const stamps = honest.stampsMs.map((atMs, index) => (index === 1 ? atMs + 1500 : atMs));
    const request = recommit(honest, (chunk) => chunk, stamps);
    expect((await judgeFake(request, honest.fakes)).verified).toBe(true);
  });

  // The upload after the last commitment takes a minute.
  it('is not what a slow upload looks like', async () => {
    const { session } = honest.request;
    const request = {
      ...honest.request,
      session: { ...session, completedAtMs: session.completedAtMs + 60_000 },
    };
    expect((await judgeFake(request, honest.fakes)).verified).toBe(true);
  });
});

describe('a clock of its own', () => {
  // The attacker plays a recording at half or double speed and stamps its frames as the recording has them.
  it.each([
    ['half', 2],
    ['double', 0.5],
  ])('is refused at %s speed', async (_name, factor) => {
    const [start = 0] = honest.stampsMs;
    const stamps = honest.stampsMs.map((atMs) => start + (atMs - start) * factor);
    const request = recommit(honest, (chunk) => chunk, stamps);
    expect(refusalOf(await judgeFake(request, honest.fakes))[2]).toBe('server-times');
  });

  // The attacker's last frames lie in the future.
  it('is refused where a trace runs ahead of the server', async () => {
    const request = recommit(honest, (chunk) =>
      chunk.index < 3
        ? chunk
        : { ...chunk, frames: chunk.frames.map((f) => ({ ...f, timestampMs: f.timestampMs + 2500 })) },
    );
    expect(refusalOf(await judgeFake(request, honest.fakes))[1]).toBe('EVIDENCE_INCONSISTENT');
  });

  // The attacker moves a chunk to before the one that it follows.
  it('is refused where frames go back', async () => {
    const request = recommit(honest, (chunk) =>
      chunk.index !== 2
        ? chunk
        : { ...chunk, frames: chunk.frames.map((f) => ({ ...f, timestampMs: f.timestampMs - 500 })) },
    );
    expect(refusalOf(await judgeFake(request, honest.fakes))[2]).toBe('frame-times');
  });

  // The attacker packs a thousand frames into no time, to search for one that passes.
  it('is refused where frames take no time', async () => {
    const request = recommit(honest, (chunk) => ({
      ...chunk,
      frames: chunk.frames.flatMap((frame) => Array.from({ length: 8 }, () => frame)),
      pictures: chunk.pictures.map((one) => ({ ...one, frameIndex: one.frameIndex * 8 })),
    }));
    expect(refusalOf(await judgeFake(request, honest.fakes))[2]).toBe('frame-times');
  });
});

describe('a claim of time that nobody watched', () => {
  // The attacker says that its engine fell back to another backend, which stops the world, and renders meanwhile.
  it('is refused where the fall takes longer than a pause between two frames may', async () => {
    const late = (frame: TraceFrame): TraceFrame => ({ ...frame, timestampMs: frame.timestampMs + 2500 });
    const request = recommit(
      honest,
      (chunk) => {
        if (chunk.index < 2) return chunk;
        const frames = chunk.frames.map((frame, at) =>
          chunk.index > 2 || at >= 10
            ? { ...late(frame), afterFallback: chunk.index === 2 && at === 10 }
            : frame,
        );
        return { ...chunk, frames };
      },
      honest.stampsMs.map((atMs, index) => (index < 2 ? atMs : atMs + 2500)),
    );
    expect(refusalOf(await judgeFake(request, honest.fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'frame-times',
    ]);
  });
});

describe('an edited trace', () => {
  const at = 20;
  const nudge = (frame: TraceFrame): TraceFrame => {
    const landmarks = Int16Array.from(frame.landmarks ?? []);
    landmarks[30] = (landmarks[30] ?? 0) + 1;
    return { ...frame, landmarks };
  };

  // The attacker changes one number of what was committed.
  it.each([
    ['landmark', nudge],
    ['timestamp', (frame: TraceFrame) => ({ ...frame, timestampMs: frame.timestampMs + 1 })],
  ])('is refused with one %s moved by one unit after it was committed', async (_name, edit) => {
    const { request, played, fakes } = honest;
    const edited = encodeTraceChunk(editFrame(played.traces[2]!, at, edit));
    const parts = new Map(request.parts).set('chunk-2', gzipSync(edited));
    expect(refusalOf(await judgeFake({ ...request, parts }, fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'hash-chain',
    ]);
  });

  // The attacker takes the trace of a person who does nothing and writes a turned head into the frames of one step, before
  // committing; the pictures show what was there.
  it('is refused where pictures show that the action did not happen', async () => {
    const still = createSubject();
    const forged = playEvidence({
      picture: (shown, atMs) => ({ ...shown, face: still.observe(atMs) }),
    });
    const refused = refusalOf(await judgeFake(forged.request, forged.fakes));
    expect(refused.slice(0, 2)).toEqual([false, 'EVIDENCE_INCONSISTENT']);
    expect(refused[2]).toMatch(/^picture-(landmarks|yaw)$/);
  });

  // The attacker blinks in the trace only: a photo's eyes stay open.
  it('is refused where the traced blink is not in the pictures', async () => {
    const open = createSubject();
    const forged = playEvidence({
      actions: ['blink', 'turn-left'],
      picture: (shown, atMs) => {
        const { face } = shown;
        if (!face) return shown;
        // Everything but the eyelids is as the trace says.
        const lids = open.observe(atMs).landmarks;
        const landmarks = Float32Array.from(face.landmarks);
        for (const lid of LIDS) for (const axis of [0, 1]) landmarks[lid * 3 + axis] = lids[lid * 3 + axis]!;
        return { ...shown, face: { ...face, landmarks } };
      },
    });
    // A blink is over within a third of a second: the server happens to name the picture of it.
    const { plan, steps, stampsMs, played, fakes } = forged;
    const { frames, pictures } = played.traces[1]!;
    const closed = pictures.findIndex(
      ({ frameIndex }) => played.subject.truth(frames[frameIndex]!.timestampMs).leftLid > 0.8,
    );
    const requested = [
      ...forged.request.session.requestedPictures.filter(
        ({ chunk, index }) => chunk !== 1 || index !== closed,
      ),
      { chunk: 1, index: closed },
    ].slice(-12);
    const evidence = { plan, steps, stampsMs, chunks: played.chunks, pictures: played.pictures, requested };
    expect(refusalOf(await judgeFake(commitEvidence(evidence), fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'picture-eyes',
    ]);
  });
});

/** Points of the lids that eye openness is read from. */
const LIDS = [160, 144, 159, 145, 158, 153, 387, 373, 386, 374, 385, 380];

describe('a spliced trace', () => {
  const other = playEvidence({ planSeed: 2, fakes: honest.fakes, subject: { seed: 1 } });

  // The attacker has an honest session of the same person and puts its chunk in the place of this session's.
  it('is refused with chunk 2 of another session of the same person', async () => {
    const { request, fakes } = honest;
    const parts = new Map(request.parts).set('chunk-2', other.request.parts.get('chunk-2')!);
    expect(refusalOf(await judgeFake({ ...request, parts }, fakes))[2]).toBe('hash-chain');
  });

  // The attacker commits the other person's chunk as it is revealed: an accomplice does what the victim can't.
  it('is refused with chunk 2 of another person, committed in time', async () => {
    const accomplice = playEvidence({
      fakes: honest.fakes,
      person: 'berta',
      subject: { seed: 9, headWidth: 1.25, eyeOpening: 0.4 },
    });
    const chunk = accomplice.played.traces[2]!;
    const shift = honest.played.traces[2]!.frames[0]!.timestampMs - chunk.frames[0]!.timestampMs;
    const fitted = {
      ...chunk,
      frames: chunk.frames.map((frame) => ({ ...frame, timestampMs: frame.timestampMs + shift })),
    };
    const chunks = honest.played.traces.map((own) => encodeTraceChunk(own.index === 2 ? fitted : own));
    const pictures = honest.played.pictures.map((own, index) =>
      index === 2 ? accomplice.played.pictures[2]! : own,
    );
    const { plan, steps, stampsMs } = honest;
    const request = commitEvidence({ plan, steps, chunks, pictures, stampsMs });
    const judgement = await judgeFake(request, honest.fakes);
    expect(judgement.verified).toBe(false);
    expect(judgement.reason).not.toBeNull();
  });
});
