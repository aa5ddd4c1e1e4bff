import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPlatformVerification, type PlatformHost } from '@huoti/client';
import { HuotiError } from '@huoti/protocol';
import type { PlatformHttp } from '@huoti/server';
import {
  createRecordedWeChat,
  TEST_IDENTITY,
  TEST_PLATFORM_BEGIN,
  WECHAT_DEPLOYMENT,
} from '@huoti/server/testing';
import { createSecureRandom } from '../../src/app/createSecureRandom.js';
import { startService } from '../../src/app/startService.js';
import type { Service } from '../../src/app/ServiceOptions.js';
import { defaultSettings } from '../../src/config/defaultSettings.js';
import type { ServiceSettings } from '../../src/config/ServiceSettings.js';
import { createLogger } from '../../src/logging/createLogger.js';
import { openEmbeddedDatabase } from '../../src/storage/openEmbeddedDatabase.js';
import { withConnection } from '../../src/storage/sql/withConnection.js';
import { createProofs } from '../support/createProofs.js';
import { fetchCall } from '../support/fetchCall.js';
import { consentTo, HOST } from '../support/requestBodies.js';

/** A start makes a database and loads the models. */
const LIMIT_MS = 120_000;
const faceClearance = 'contract 2026-117';
const APP = { appId: 'wx0123456789abcdef', appSecret: 'fedcba9876543210fedcba9876543210' };
/** The machine's own. */
const CLOCK: PlatformHost['clock'] = {
  nowMs: () => performance.now(),
  sleep: (ms, { signal } = {}) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new HuotiError('ABORTED', 'aborted'));
      });
    }),
};
let folder: string;
let service: Service | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-platform-'));
});
afterEach(async () => {
  await service?.close();
  service = null;
  rmSync(folder, { recursive: true, force: true });
}, LIMIT_MS);

async function start(changes: Partial<ServiceSettings>, platformHttp?: PlatformHttp): Promise<Service> {
  const defaults = defaultSettings(folder);
  service = await startService({
    settings: { ...defaults, listen: { host: '127.0.0.1', port: 0 }, privacy: WECHAT_DEPLOYMENT, ...changes },
    logger: createLogger({ level: 'silent' }),
    firstKeyFor: 'bank',
    ...(platformHttp === undefined ? {} : { platformHttp }),
  });
  return service;
}

/** Facts of the audit log, from the database of a service that has ended. */
async function auditOf(action: string): Promise<unknown> {
  const database = await openEmbeddedDatabase({ folder });
  try {
    const query = 'SELECT facts FROM huoti.audit_entries WHERE action = $1';
    return await withConnection(database.source, async (one) => (await one.query(query, [action])).rows);
  } finally {
    await database.close();
  }
}

async function create({ url, apiKey }: Service, body: object) {
  const answer = await fetch(`${url ?? ''}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(201);
  const { sessionId, clientToken } = (await answer.json()) as { sessionId: string; clientToken: string };
  return {
    sessionId,
    clientToken,
    call: fetchCall({ url: url ?? '', sessionId, token: clientToken, proofs: createProofs() }),
  };
}

async function resultOf({ url, apiKey }: Service, sessionId: string): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await fetch(`${url ?? ''}/v1/sessions/${sessionId}/result`, {
      headers: { authorization: `Bearer ${apiKey ?? ''}` },
    });
    const text = await answer.text();
    if (answer.status === 200) {
      return JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as Record<
        string,
        unknown
      >;
    }
    expect(answer.status).toBe(202);
    await wait(20);
  }
}

describe('a service on its embedded database', () => {
  it(
    'connected to WeChat: has a person verified, through its queue and worker, after an answer that did not come',
    async () => {
      const wechat = createRecordedWeChat();
      const allowedPolicies = ['default', 'wechat'];
      const running = await start(
        { allowedPolicies, wechat: { ...APP, timeoutMs: 1_000, faceClearance: null } },
        wechat.http,
      );
      const { sessionId, clientToken } = await create(running, {
        policy: 'wechat',
        identity: TEST_IDENTITY,
      });
      const verification = createPlatformVerification({
        host: { clock: CLOCK, random: createSecureRandom(), facts: TEST_PLATFORM_BEGIN.host },
        server: { baseUrl: running.url ?? '', sessionId, clientToken },
        consent: consentTo('none', { deployment: WECHAT_DEPLOYMENT }),
      });
      expect(await verification.begin()).toEqual({ verifyId: 'verify_id_xxxx-1' });
      wechat.next('query', { kind: 'failed', why: 'timed out' });
      expect(await verification.complete()).toMatchObject({ status: 'completed', decided: true });
      expect(await resultOf(running, sessionId)).toMatchObject({
        verified: true,
        assurance: 'platform',
        policy: { platform: 'wechat' },
        host: { kind: 'wechat' },
      });
      expect([wechat.countOf('begin'), wechat.countOf('query')]).toEqual([1, 2]);
    },
    LIMIT_MS,
  );

  it(
    'connected to nothing: calls out for nothing, from its start to a verdict and its end',
    async () => {
      // Every request that this process makes by http and https tells of itself here; the calls of the test go by fetch.
      const calledOut: string[] = [];
      const note = (message: unknown): void => {
        calledOut.push(String((message as { request?: { host?: string } }).request?.host));
      };
      subscribe('http.client.request.start', note);
      try {
        const forbidden: PlatformHttp = () => Promise.reject(new TypeError('nothing is connected'));
        const running = await start(
          {
            allowedPolicies: ['default', 'device-only'],
            wechat: { ...defaultSettings().wechat, faceClearance },
          },
          forbidden,
        );
        const { sessionId, call } = await create(running, { policy: 'device-only' });
        await call('POST', '/consent', consentTo('none', { deployment: WECHAT_DEPLOYMENT }));
        await call('POST', '/plan', { mirroringKnown: true, host: { ...HOST, kind: 'wechat' } });
        await call('POST', '/outcome', { status: 'completed', durationMs: 9_000 });
        expect(await resultOf(running, sessionId)).toMatchObject({
          verified: false,
          assurance: 'device-only',
        });
        await running.close();
        expect(calledOut).toEqual([]);
        // With a clearance its start is written down, also where no session used it.
        expect(await auditOf('wechat-clearance-set')).toEqual([{ facts: { reference: faceClearance } }]);
        // That the channel would have told.
        await new Promise<void>((resolve) =>
          get('http://127.0.0.1:1/', () => resolve()).on('error', () => resolve()),
        );
        expect(calledOut).toEqual(['127.0.0.1']);
      } finally {
        unsubscribe('http.client.request.start', note);
      }
    },
    LIMIT_MS,
  );
});
