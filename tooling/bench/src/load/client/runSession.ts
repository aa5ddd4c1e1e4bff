import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EvidenceManifest, LivenessPlan, PictureReference } from '@huoti/protocol';
import type { CallName } from '../LoadResults.js';
import { LOAD_POLICIES, type LoadLevel } from '../service/loadPolicies.js';
import { consentTo } from './consentTo.js';
import type { Caller } from './createCaller.js';
import { createProver } from './createProver.js';
import { FRAME_MS } from './drawHolds.js';
import { holdKey } from './holdKey.js';
import type { Recordings } from './Recording.js';

/** What {@link runSession} takes. */
export interface RunSessionOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly level: LoadLevel;
  readonly recordings: Recordings;
  readonly caller: Caller;
  /** Nobody twice: tries are counted for each subject. */
  readonly subject: string;
}

/** How a session ended. */
export interface SessionEnd {
  readonly assurance: string;
  /** From the answer to complete until the client saw the decision. */
  readonly seenAfterMs: number;
  readonly requests: number;
  readonly uploadBytes: number;
}

type Json = Readonly<Record<string, unknown>>;

const HOST = {
  kind: 'browser',
  browser: 'Chrome',
  browserVersion: '139',
  os: 'Android',
  engine: 'Blink',
  language: 'zh-CN',
  network: null,
} as const;
/** As the browser's client looks for a decision: after 300 ms, half as long again each time, 2 s at most. */
const FIRST_LOOK_MS = 300;
const LONGEST_LOOK_MS = 2_000;
const GIVE_UP_MS = 60_000;
/** Parts on their way at a time, as the browser's client has it. */
const PARALLEL_UPLOADS = 3;

const digest = (...bytes: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const one of bytes) hash.update(one);
  return hash.digest();
};
const parse = (text: string): Json => JSON.parse(text) as Json;
const payloadOf = (jws: string): Json => parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
const bytesOf = (body: object): Uint8Array => Buffer.from(JSON.stringify(body));

/**
 * One session from issue to result as backend and browser carry it through, at a person's pace, with the evidence of a
 * recording.
 *
 * @throws TypeError naming the call that was refused, or that took too long
 */
export async function runSession(options: RunSessionOptions): Promise<SessionEnd> {
  const { url, apiKey, level, recordings, caller, subject } = options;
  let requests = 0;
  let uploadBytes = 0;

  const backend = async (name: CallName, method: 'GET' | 'POST', path: string, body?: object) => {
    requests += 1;
    const answer = await caller.send({
      name,
      method,
      url: url + path,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: bytesOf(body) }),
    });
    if (answer.status >= 300) throw new TypeError(`${name}: ${answer.status}`);
    return answer;
  };

  const issued = parse(
    (await backend('issue', 'POST', '/v1/sessions', { policy: `load-${level}`, subject })).text,
  );
  const sessionId = String(issued['sessionId']);
  const token = String(issued['clientToken']);
  const base = `${url}/v1/sessions/${sessionId}`;
  const prove = createProver(token);
  let nonce: string | null = null;
  const client = async (
    name: CallName,
    method: 'GET' | 'POST' | 'PUT',
    path = '',
    body?: Uint8Array,
    more: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
  ): Promise<Json> => {
    for (let tries = 0; ; tries += 1) {
      requests += 1;
      const { status, headers, text } = await caller.send({
        name,
        method,
        url: base + path,
        headers: {
          authorization: `DPoP ${token}`,
          dpop: prove(method, base + path, nonce),
          ...(body === undefined ? {} : more),
        },
        ...(body === undefined ? {} : { body }),
      });
      const given = headers['dpop-nonce'];
      if (typeof given === 'string') nonce = given;
      // The first call of a session knows no nonce: it is told one, and comes again.
      if (status === 401 && tries === 0 && typeof given === 'string') continue;
      if (status >= 300) throw new TypeError(`${name}: ${status} ${String(parse(text)['code'])}`);
      return parse(text);
    }
  };

  await client('view, first', 'GET');
  await client('consent', 'POST', '/consent', bytesOf(consentTo(level)));
  const planJws = String(
    (await client('plan', 'POST', '/plan', bytesOf({ mirroringKnown: true, host: HOST })))['plan'],
  );
  const beganMs = performance.now();
  const { nonce: planNonce } = payloadOf(planJws)['plan'] as LivenessPlan;
  const actions = LOAD_POLICIES[`load-${level}`].actions.length;
  const recording = recordings.get(holdKey(planNonce, { actions, frameMs: FRAME_MS[level] }));
  if (!recording) throw new TypeError('no recording fits the plan');

  const put = (name: string, bytes: Uint8Array): Promise<Json> => {
    uploadBytes += bytes.length;
    return client('evidence', 'PUT', `/evidence/${name}`, bytes, {
      'content-type': 'application/octet-stream',
      'content-digest': `sha-256=:${digest(bytes).toString('base64')}:`,
    });
  };
  const chain = [digest(planJws)];
  const sending: Promise<unknown>[] = [];
  let asked: readonly PictureReference[] = [];
  for (const [index, bytes] of recording.chunks.entries()) {
    await wait(Math.max(0, beganMs + (recording.cutAtMs[index] ?? 0) - performance.now()));
    chain.push(digest(chain[index] ?? '', bytes));
    const head = chain[index + 1]?.toString('hex');
    const answer = await client(
      'steps',
      'POST',
      '/steps',
      bytesOf({ index, head, ...recording.counts[index] }),
    );
    if (answer['kind'] === 'pictures') asked = answer['pictures'] as readonly PictureReference[];
    const part = put(`chunk-${index}`, recording.packed[index] ?? new Uint8Array());
    part.catch(() => undefined);
    sending.push(part);
  }
  const fileOf = ({ chunk, index }: PictureReference): Uint8Array =>
    recording.pictures[chunk]?.[index] ?? new Uint8Array();
  const waiting = [...asked];
  await Promise.all([
    ...sending,
    ...Array.from({ length: PARALLEL_UPLOADS }, async () => {
      for (let one = waiting.shift(); one; one = waiting.shift())
        await put(`picture-${one.chunk}-${one.index}`, fileOf(one));
    }),
  ]);
  const manifest = {
    protocolVersion: 1,
    sessionId,
    plan: planJws,
    chain: chain.map((hash) => hash.toString('hex')),
    chunks: recording.chunks.map((bytes, index) => ({
      bytes: bytes.length,
      frames: 0,
      pictures: 0,
      ...recording.counts[index],
    })),
    pictures: asked.map((one) => ({ ...one, sha256: digest(fileOf(one)).toString('hex') })),
    capture: { source: 'camera', mirroringKnown: true, warnings: [] },
    host: HOST,
    engine: { version: '0.0.0', backend: 'wasm-simd', models: {} },
    outcome: { status: 'completed' },
  } satisfies EvidenceManifest;
  const manifestBytes = bytesOf(manifest);
  await put('manifest', manifestBytes);
  let view = await client(
    'complete',
    'POST',
    '/complete',
    bytesOf({ evidenceHash: digest(manifestBytes).toString('hex') }),
  );
  const completedMs = performance.now();
  for (let pauseMs = FIRST_LOOK_MS; view['state'] === 'completed'; pauseMs *= 1.5) {
    if (performance.now() - completedMs > GIVE_UP_MS) throw new TypeError('no verdict in a minute');
    await wait(Math.min(pauseMs, LONGEST_LOOK_MS));
    view = await client('view, later', 'GET');
  }
  const seenAfterMs = performance.now() - completedMs;
  const result = await backend('result', 'GET', `/v1/sessions/${sessionId}/result`);
  const { assurance } = payloadOf(result.text);
  return { assurance: String(assurance), seenAfterMs, requests, uploadBytes };
}
