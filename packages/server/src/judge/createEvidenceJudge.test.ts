import { describe, expect, it } from '@jest/globals';
import { HuotiError, type SessionPolicy } from '@huoti/protocol';
import { createFakeLandmarker } from '@huoti/core/testing';
import { createFakeEmbedder, syntheticTemplate } from '@huoti/embedder/testing';
import { playEvidence, type PlayedEvidence } from '../testing/evidence/playEvidence.js';
import { TEST_ENGINE_VERSION } from '../testing/evidence/commitEvidence.js';
import { createEvidenceJudge, type EvidenceJudgeOptions } from './createEvidenceJudge.js';
import type { Judgement } from './Judgement.js';
import { turnedReference } from '../testing/turnedReference.js';

const judgeOf = (
  { fakes, request }: Pick<PlayedEvidence, 'fakes' | 'request'>,
  options: Partial<EvidenceJudgeOptions> = {},
): Promise<Judgement> =>
  createEvidenceJudge({ ...fakes, engineVersions: [TEST_ENGINE_VERSION], ...options }).judge(request);

const frames = playEvidence();
const trace = playEvidence({ level: 'trace' });

describe('honest evidence', () => {
  it('of level frames is verified, with every check held', async () => {
    const judgement = await judgeOf(frames);
    expect(judgement.checks.filter(({ pass }) => !pass)).toEqual([]);
    expect(judgement).toMatchObject({ verified: true, assurance: 'recomputed', reason: null, gate: null });
    expect(judgement.models).toEqual({ embedder: 'synthetic@1' });
  });

  it('of level trace is consistent, and never verified', async () => {
    const judgement = await judgeOf(trace);
    expect(judgement.checks.filter(({ pass }) => !pass)).toEqual([]);
    expect(judgement).toMatchObject({ verified: false, assurance: 'consistent', reason: null });
    expect(judgement.comparison.performed).toBe(false);
  });

  it('of level trace runs no model', async () => {
    await judgeOf(trace, { landmarker: createFakeLandmarker(), embedder: createFakeEmbedder() });
    expect(trace.fakes.landmarker.loadCount + trace.fakes.embedder.embedCount).toBe(0);
  });

  it('gives the same judgement when it is judged again', async () => {
    const cpuMs = (): number => 0;
    const [first, second] = [await judgeOf(trace, { cpuMs }), await judgeOf(trace, { cpuMs })];
    expect(second).toEqual(first);
  });

  it('of a person whose reference is theirs is verified, and says how like they are', async () => {
    const request = { ...frames.request, reference: turnedReference(syntheticTemplate('anna')) };
    const { verified, comparison } = await judgeOf({ ...frames, request });
    expect(verified).toBe(true);
    expect(comparison).toMatchObject({ performed: true, same: true, threshold: 0.5 });
  });

  it('of a person whose reference is another one’s is refused with FACE_MISMATCH, and says by how much', async () => {
    const request = { ...frames.request, reference: turnedReference(syntheticTemplate('berta')) };
    const { verified, reason, assurance, comparison } = await judgeOf({ ...frames, request });
    expect({ verified, reason, assurance }).toEqual({
      verified: false,
      reason: 'FACE_MISMATCH',
      assurance: 'recomputed',
    });
    expect(comparison).toMatchObject({ performed: true, same: false });
  });

  it('is refused where the reference was made by another model: it can’t be told', async () => {
    const reference = turnedReference({ ...syntheticTemplate('anna'), model: 'older@1' });
    const { verified, reason } = await judgeOf({ ...frames, request: { ...frames.request, reference } });
    expect({ verified, reason }).toEqual({ verified: false, reason: 'SIGNALS_INSUFFICIENT' });
  });

  it.each<[string, string, Partial<SessionPolicy>]>([
    ['light that is required', 'required-signals', { light: 'required' }],
    ['injected cameras that are to be refused', 'tripwires', { tripwires: 'refuse' }],
    ['a signal by name', 'required-signals', { requiredSignals: ['texture-net'] }],
  ])('is refused where the policy asks for %s and nothing measures it', async (_name, name, policy) => {
    const { verified, reason, checks } = await judgeOf(playEvidence({ policy }));
    expect({ verified, reason }).toEqual({ verified: false, reason: 'SIGNALS_INSUFFICIENT' });
    expect(checks[checks.length - 1]).toMatchObject({ name, pass: false });
  });

  it('of a person who did nothing is refused by the replay’s own reason', async () => {
    const idle = playEvidence({ onEvent: () => undefined });
    const judgement = await judgeOf(idle);
    expect(judgement).toMatchObject({
      verified: false,
      reason: 'CHALLENGE_TIMEOUT',
      assurance: 'device-only',
    });
  });
});

describe('a broken machine', () => {
  it.each([
    [
      'landmarker',
      { landmarker: createFakeLandmarker({ detect: () => Promise.reject(new TypeError('x')) }) },
    ],
    [
      'embedder',
      { embedder: createFakeEmbedder({ failWith: new HuotiError('BACKEND_UNAVAILABLE', 'no wasm') }) },
    ],
  ])('is thrown, not blamed on the person: %s', async (_name, options) => {
    await expect(judgeOf(frames, options)).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
  });

  it('does not stop the judgement after it', async () => {
    let broken = true;
    const judge = createEvidenceJudge({
      ...frames.fakes,
      landmarker: createFakeLandmarker({
        detect: (frame) =>
          broken ? Promise.reject(new TypeError('x')) : frames.fakes.landmarker.detect(frame),
      }),
      engineVersions: [TEST_ENGINE_VERSION],
    });
    await expect(judge.judge(frames.request)).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    broken = false;
    expect((await judge.judge(frames.request)).verified).toBe(true);
  });
});

describe('the judge', () => {
  it('judges two requests at once, one after another', async () => {
    const judge = createEvidenceJudge({ ...frames.fakes, engineVersions: [TEST_ENGINE_VERSION] });
    const judged = await Promise.all([judge.judge(frames.request), judge.judge(frames.request)]);
    expect(judged.map(({ verified }) => verified)).toEqual([true, true]);
  });

  it('is aborted before it begins', async () => {
    const judge = createEvidenceJudge({ ...trace.fakes, engineVersions: [TEST_ENGINE_VERSION] });
    const signal = AbortSignal.abort();
    await expect(judge.judge(trace.request, { signal })).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('frees its models when it is closed, and judges no more', async () => {
    const { fakes, request } = playEvidence({ level: 'trace' });
    const judge = createEvidenceJudge({ ...fakes, engineVersions: [TEST_ENGINE_VERSION] });
    await judge.close();
    expect([fakes.landmarker.disposeCount, fakes.embedder.isDisposed]).toEqual([1, true]);
    await expect(judge.judge(request)).rejects.toMatchObject({ code: 'DISPOSED' });
  });
});
