import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFakeLandmarker } from '@huoti/core/testing';
import { serializeTemplate } from '@huoti/embedder';
import { createFakeEmbedder, syntheticTemplate } from '@huoti/embedder/testing';
import { createEvidenceJudge, createSharpDecoder, type FaceReader, type Judge } from '@huoti/server';
import { ENGINE_VERSION } from '../src/app/engineVersion.js';
import { createLogger } from '../src/logging/createLogger.js';
import { createJudgeHandler } from '../src/worker/createJudgeHandler.js';
import { createNotifyHandler } from '../src/worker/createNotifyHandler.js';
import { conductSession } from './support/conductSession.js';
import { clientOf, openTestApp, type TestApp } from './support/openTestApp.js';

const SUBJECT = 'zhang-san-4401';
/** Begins as a JPEG does; the rest is a word that can be looked for in any encoding. */
const PICTURE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('face-of-zhang-san'.repeat(4))]);
const TEMPLATE = syntheticTemplate('zhang-san');
const reader: FaceReader = {
  read: () => Promise.resolve({ kind: 'one', template: TEMPLATE, quality: 1 }),
};

let service: TestApp;
let judge: Judge;
const secrets: Record<string, string | Uint8Array> = {};
const workerLines: string[] = [];

/** What a secret looks like in a log, however it got there. */
function spellings(secret: string | Uint8Array): string[] {
  if (typeof secret === 'string') return [secret, encodeURIComponent(secret)];
  const bytes = Buffer.from(secret).subarray(3, 33);
  return [
    bytes.toString('base64').slice(0, 36),
    bytes.toString('hex'),
    bytes.toString('latin1'),
    [...bytes].join(','),
  ];
}

beforeAll(async () => {
  service = await openTestApp({
    faceReader: reader,
    server: { webhooks: { allowedHosts: ['hooks.example.com'] } },
  });
  judge = createEvidenceJudge({
    landmarker: createFakeLandmarker(),
    embedder: createFakeEmbedder(),
    decoder: createSharpDecoder(),
    engineVersions: [ENGINE_VERSION],
  });
  const { app, context } = service;
  const key = await service.key();
  const hook = await service.call(key, {
    method: 'POST',
    url: '/v1/webhooks',
    payload: { url: 'https://hooks.example.com/secret-path-71' },
  });
  await service.call(key, {
    method: 'PUT',
    url: `/v1/references/${SUBJECT}`,
    payload: PICTURE,
    headers: { 'content-type': 'image/jpeg' },
  });
  const made = await service.call(key, {
    method: 'POST',
    url: '/v1/sessions',
    payload: { policy: 'trace', subject: SUBJECT },
  });
  const { sessionId, clientToken } = made.json<{ sessionId: string; clientToken: string }>();
  const client = clientOf(app, { sessionId, token: clientToken });
  const sent: Uint8Array[] = [];
  const beganMs = context.time.nowMs();
  await conductSession({
    sessionId,
    level: 'trace',
    pace: (ms) => Promise.resolve(context.time.set(beganMs + Math.round(ms))),
    async call(method, path, body) {
      const isBytes = body instanceof Uint8Array;
      if (isBytes) sent.push(body);
      const answer = await client.call(path, {
        method,
        ...(body === undefined ? {} : { payload: isBytes ? Buffer.from(body) : body }),
        headers: isBytes
          ? {
              'content-type': 'application/octet-stream',
              'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
            }
          : {},
      });
      if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
      return answer.json<Record<string, unknown>>();
    },
  });

  // The worker's half, and what goes wrong in it: errors that quote what they choked on.
  const logger = createLogger({
    level: 'debug',
    destination: { write: (line) => void workerLines.push(line) },
  });
  const tools = { context, logger, metrics: service.metrics };
  const run = { id: 'job-1', attempt: 1, isLast: false };
  const { signal } = new AbortController();
  await createJudgeHandler({ ...tools, judge })({ ...run, data: { sessionId } }, { signal });
  for (const { name, data } of context.store.takeJobs()) {
    if (name !== 'notify' || !('deliveryId' in data)) continue;
    const post = () => Promise.resolve({ kind: 'failed' as const, why: 'ECONNREFUSED' });
    await createNotifyHandler({ ...tools, post })({ ...run, data }, { signal });
  }
  const result = await service.call(key, { url: `/v1/sessions/${sessionId}/result` });
  // Requests that fail, with secrets wherever a careless caller puts them.
  await app.inject({ url: `/v1/sessions?token=${clientToken}`, headers: { 'x-request-id': key } });
  await app.inject({
    url: `/${clientToken}`,
    headers: { authorization: `Bearer ${key}x`, cookie: `a=${key}` },
  });
  await service.call(key, {
    method: 'POST',
    url: '/v1/compare',
    payload: { first: SUBJECT, second: clientToken },
  });

  Object.assign(secrets, {
    'API key': key,
    "API key's secret half": key.slice(26),
    'client token': clientToken,
    subject: SUBJECT,
    picture: PICTURE,
    template: serializeTemplate(TEMPLATE),
    trace: sent[0] ?? '',
    'webhook secret': hook.json<{ secret: string }>().secret,
    'webhook path': 'secret-path-71',
    'signed result': result.body,
    'result signature': result.body.split('.')[2] ?? '',
  });
});
afterAll(async () => {
  await judge.close();
  await service.app.close();
});

describe('the log of a whole session', () => {
  it('tells of it', () => {
    const events = [...service.lines, ...workerLines].map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    const routes = events.map(({ route }) => route);
    expect(routes).toContain('/v1/sessions/:sessionId/steps');
    expect(routes).toContain('/v1/sessions/:sessionId/evidence/:part');
    expect(events.find(({ msg }) => msg === 'session-decided')).toMatchObject({
      job: 'judge',
      level: 'trace',
      verified: false,
      assurance: 'consistent',
    });
    expect(events.find(({ msg }) => msg === 'notice-sent')).toMatchObject({ code: 'pending' });
  });

  it.each([
    'API key',
    "API key's secret half",
    'client token',
    'subject',
    'picture',
    'template',
    'trace',
    'webhook secret',
    'webhook path',
    'signed result',
    'result signature',
  ])('holds no %s', (name) => {
    const secret = secrets[name] ?? '';
    expect(secret.length).toBeGreaterThan(8);
    const log = [...service.lines, ...workerLines].join('\n');
    for (const spelling of spellings(secret)) expect(log).not.toContain(spelling);
  });

  it('has nothing but allowed facts in any line', () => {
    for (const line of [...service.lines, ...workerLines]) {
      expect(Object.keys(JSON.parse(line) as object).filter((name) => !KNOWN.has(name))).toEqual([]);
    }
  });
});

/** Written down again, so that a fact that is added is looked at twice. */
const KNOWN = new Set(
  'level time msg requestId method route status code durationMs bytes count sessionId job jobId deliveryId tries verified assurance'.split(
    ' ',
  ),
);
