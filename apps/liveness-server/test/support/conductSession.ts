import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { playOnlineSession, type PlayOnlineSessionOptions, type WantedPicture } from '@huoti/core/testing';
import type { EvidenceManifest, LivenessPlan, PictureReference, PlanStep } from '@huoti/protocol';
import { consentTo, HOST } from './requestBodies.js';

/** One request of a client; `path` is what follows the session's own. Resolves to the body of a 2xx, rejects for any other. */
export type SessionCall = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<Readonly<Record<string, unknown>>>;

/** What {@link conductSession} takes. */
export interface ConductOptions {
  readonly sessionId: string;
  readonly level: 'trace' | 'frames';
  readonly call: SessionCall;
  /** Resolves so many ms after its first call, or at once where that is past: a person takes time, whatever the machine does. */
  readonly pace: (ms: number) => Promise<void>;
  /** Files of the pictures. @default none are committed */
  readonly pictures?: (wanted: WantedPicture) => Uint8Array;
  /** What is seen at a time. @default the person alone */
  readonly observe?: PlayOnlineSessionOptions['observe'];
  /** What the camera is said to be. @default "camera" */
  readonly source?: EvidenceManifest['capture']['source'];
}

const sha256 = (...bytes: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const one of bytes) hash.update(one);
  return hash.digest();
};

/** The plan in a signed head, not verified: that is the service's own affair. */
function planOf(jws: string): LivenessPlan {
  const [, payload = ''] = jws.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { plan: LivenessPlan }).plan;
}

/**
 * Carries one session of a synthetic person through, from consent to completion, as an honest client does: each chunk is
 * committed before the next step is known. The person is played again from the start with each new step, which gives the same
 * numbers up to there.
 */
export async function conductSession({
  sessionId,
  level,
  call,
  pace,
  pictures,
  observe,
  source = 'camera',
}: ConductOptions): Promise<void> {
  await call('POST', '/consent', consentTo(level));
  const begun = await call('POST', '/plan', { mirroringKnown: true, host: HOST });
  const planJws = String(begun['plan']);
  const plan = planOf(planJws);
  const steps: PlanStep[] = [];
  const play = () =>
    playOnlineSession({
      plan,
      steps,
      ...(pictures === undefined ? {} : { pictures }),
      ...(observe === undefined ? {} : { observe }),
    });
  const chain = [sha256(planJws)];
  const chunks: Uint8Array[] = [];
  let asked: readonly PictureReference[] = [];
  let played = play();

  for (let index = 0; index <= (plan.stepCount ?? 0); index += 1) {
    played = play();
    const bytes = played.chunks[index] ?? new Uint8Array(0);
    const atMs = played.cutAtMs[index] ?? 0;
    await pace(atMs - (played.cutAtMs[0] ?? 0));
    chunks.push(bytes);
    chain.push(sha256(chain[index] ?? '', bytes));
    const answer = await call('POST', '/steps', {
      index,
      head: chain[index + 1]?.toString('hex'),
      frames: played.traces[index]?.frames.length ?? 0,
      pictures: played.pictures[index]?.length ?? 0,
    });
    if (answer['kind'] === 'step') steps.push(answer['step'] as PlanStep);
    else asked = answer['pictures'] as readonly PictureReference[];
  }

  const fileOf = ({ chunk, index }: PictureReference) => played.pictures[chunk]?.[index] ?? new Uint8Array(0);
  for (const [index, bytes] of chunks.entries())
    await call('PUT', `/evidence/chunk-${index}`, gzipSync(bytes));
  for (const one of asked) await call('PUT', `/evidence/picture-${one.chunk}-${one.index}`, fileOf(one));
  const manifest: EvidenceManifest = {
    protocolVersion: 1,
    sessionId,
    plan: planJws,
    chain: chain.map((hash) => hash.toString('hex')),
    chunks: chunks.map((bytes, index) => ({
      bytes: bytes.length,
      frames: played.traces[index]?.frames.length ?? 0,
      pictures: played.pictures[index]?.length ?? 0,
    })),
    pictures: asked.map((one) => ({ ...one, sha256: sha256(fileOf(one)).toString('hex') })),
    capture: { source, mirroringKnown: true, warnings: [] },
    host: HOST,
    engine: { version: '0.0.0', backend: 'wasm-simd', models: {} },
    outcome: { status: 'completed' },
  };
  const text = Buffer.from(JSON.stringify(manifest));
  await call('PUT', '/evidence/manifest', text);
  await call('POST', '/complete', { evidenceHash: sha256(text).toString('hex') });
}
