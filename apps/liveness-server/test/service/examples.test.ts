import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '../../src/app/ServiceOptions.js';
import { startService } from '../../src/app/startService.js';
import { defaultSettings } from '../../src/config/defaultSettings.js';
import { createLogger } from '../../src/logging/createLogger.js';
import { createTestConsent } from '@huoti/server/testing';
import { createProofs } from '../support/createProofs.js';
import { fetchCall } from '../support/fetchCall.js';
import { consentTo, HOST } from '../support/requestBodies.js';

const run = promisify(execFile);
const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
/** The embedded database is made anew. */
const START_LIMIT_MS = 120_000;

let service: Service;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-examples-'));
  service = await startService({
    settings: {
      ...defaultSettings(folder),
      listen: { host: '127.0.0.1', port: 0 },
      allowedPolicies: ['default', 'device-only'],
      webhooks: {
        ...defaultSettings(folder).webhooks,
        firstRetryMs: 500,
        allowedHosts: ['localhost'],
        allowPrivateAddresses: true,
        allowPlainHttp: true,
        timeoutMs: 5_000,
      },
    },
    logger: createLogger({ level: 'silent' }),
    firstKeyFor: 'bank',
  });
  env = {
    ...process.env,
    HUOTI_URL: service.url ?? '',
    HUOTI_API_KEY: service.apiKey ?? '',
    NODE_OPTIONS: '',
  };
}, START_LIMIT_MS);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}, START_LIMIT_MS);

/** The page's part, at the level that needs no camera. */
async function playPage({
  sessionId,
  clientToken,
}: {
  sessionId: string;
  clientToken: string;
}): Promise<void> {
  const call = fetchCall({ url: service.url ?? '', sessionId, token: clientToken, proofs: createProofs() });
  await call('POST', '/consent', consentTo('none'));
  await call('POST', '/plan', { mirroringKnown: true, host: HOST });
  await call('POST', '/outcome', { status: 'completed', durationMs: 9_000 });
}

/** Runs a line of Node against the example, in a process of its own, as a backend would be. */
async function node(expression: string): Promise<unknown> {
  const script = `import * as backend from ${JSON.stringify(example('backend.mjs'))};
    console.log(JSON.stringify(await ${expression}));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { env });
  return JSON.parse(stdout) as unknown;
}

describe('examples/backend.mjs', () => {
  it('creates a session, waits for its end, and believes only what is signed', async () => {
    const started = (await node(`backend.startSession('customer-17', 'device-only')`)) as {
      sessionId: string;
      clientToken: string;
    };
    expect(await node(`backend.readResult('${started.sessionId}')`)).toBeNull();
    await playPage(started);
    expect(await node(`backend.readResult('${started.sessionId}')`)).toMatchObject({
      sid: started.sessionId,
      sub: 'customer-17',
      verified: false,
      assurance: 'device-only',
      consent: { policyVersion: '1' },
      legalGround: null,
    });
  }, 60_000);

  it('records what a guardian signed, and starts a session of the minor with it', async () => {
    const signed = {
      guardian: 'guardian-7',
      document: 'shelf 7',
      notice: createTestConsent({ level: 'none' }),
      signedAtMs: Date.now() - 1_000,
    };
    const receipt = await node(`backend.recordGuardian('pupil-7', ${JSON.stringify(signed)})`);
    const more = { ageBand: 'teen', guardianReceiptId: receipt };
    const started = (await node(
      `backend.startSession('pupil-7', 'device-only', ${JSON.stringify(more)})`,
    )) as { sessionId: string; clientToken: string };
    const call = fetchCall({
      url: service.url ?? '',
      sessionId: started.sessionId,
      token: started.clientToken,
      proofs: createProofs(),
    });
    await call('POST', '/consent', createTestConsent({ level: 'none', ageBand: null }));
    expect(await call('POST', '/plan', { mirroringKnown: true, host: HOST })).toMatchObject({
      plan: expect.any(String),
    });
  }, 60_000);
});

describe('examples/backend.sh', () => {
  const shell = async (...words: readonly string[]): Promise<string> =>
    (await run('/bin/sh', [example('backend.sh'), ...words], { env })).stdout;

  it('creates a session and fetches its signed result with curl alone', async () => {
    const started = JSON.parse(await shell('start', 'customer-18', 'device-only')) as {
      sessionId: string;
      clientToken: string;
    };
    expect(JSON.parse(await shell('result', started.sessionId))).toEqual({ state: 'issued' });
    await playPage(started);
    expect(await shell('result', started.sessionId)).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  }, 60_000);

  it('fails where the service refuses', async () => {
    await expect(shell('start', 'customer-19', 'no-such-policy')).rejects.toMatchObject({ code: 22 });
    await expect(shell('nonsense')).rejects.toMatchObject({ code: 2 });
  }, 60_000);
});

describe('a webhook', () => {
  it('comes signed once a session is decided, and names no outcome', async () => {
    const received: { headers: IncomingHttpHeaders; body: string }[] = [];
    const target = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        // The first try fails: the notice has to come again, under the same id.
        response.writeHead(received.push({ headers: request.headers, body }) === 1 ? 503 : 204).end();
      });
    });
    await new Promise<void>((resolve) => target.listen(0, 'localhost', resolve));
    const { port } = target.address() as AddressInfo;
    const answer = await fetch(`${service.url ?? ''}/v1/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.apiKey ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: `http://localhost:${port}/huoti` }),
    });
    const { secret } = (await answer.json()) as { secret: string };
    const started = (await node(`backend.startSession('customer-20', 'device-only')`)) as {
      sessionId: string;
      clientToken: string;
    };
    await playPage(started);
    while (received.length < 2) await wait(100);
    target.closeAllConnections();
    target.close();
    const [first, second] = received;
    const {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = second?.headers ?? {};
    expect(first?.headers['webhook-id']).toBe(id);
    // Standard Webhooks, written from its text: HMAC-SHA256 over id, timestamp and body, keyed by the decoded secret.
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const mac = createHmac('sha256', key).update(`${String(id)}.${String(timestamp)}.${second?.body ?? ''}`);
    expect(signature).toBe(`v1,${mac.digest('base64')}`);
    expect(JSON.parse(second?.body ?? '')).toEqual({
      type: 'session.decided',
      timestamp: expect.any(String),
      data: { sessionId: started.sessionId },
    });
  }, 90_000);
});
