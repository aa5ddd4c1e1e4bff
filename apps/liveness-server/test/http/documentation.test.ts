import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApp, type TestApp } from '../support/openTestApp.js';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown> }>>;
}

let service: TestApp;
let document: Document;
beforeAll(async () => {
  service = await openTestApp();
  document = (await service.app.inject({ url: '/openapi.json' })).json<Document>();
});
afterAll(() => service.app.close());

const operations = (): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

describe('/openapi.json', () => {
  it('is a valid document of OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.stringify(document, null, 1));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every path of the protocol', () => {
    expect(
      operations()
        .map(([name]) => name)
        .sort(),
    ).toEqual(
      [
        'DELETE /v1/guardian-consents/{receiptId}',
        'DELETE /v1/references/{referenceId}',
        'DELETE /v1/subjects/{subject}/restriction',
        'DELETE /v1/webhooks/{endpointId}',
        'GET /.well-known/jwks.json',
        'GET /healthz',
        'GET /readyz',
        'GET /v1/guardian-consents',
        'GET /v1/portable-key',
        'GET /v1/references/{referenceId}',
        'GET /v1/rights-requests',
        'GET /v1/rights-requests/{caseId}',
        'GET /v1/rights-requests/{caseId}/archive',
        'GET /v1/sessions',
        'GET /v1/sessions/{sessionId}',
        'GET /v1/sessions/{sessionId}/checks',
        'GET /v1/sessions/{sessionId}/result',
        'GET /v1/webhooks',
        'GET /v1/webhooks/dead-letters',
        'PATCH /v1/subjects/{subject}',
        'POST /v1/compare',
        'POST /v1/guardian-consents',
        'POST /v1/portable-imports',
        'POST /v1/references/{referenceId}/revoke',
        'POST /v1/rights-requests',
        'POST /v1/rights-requests/{caseId}/close',
        'POST /v1/rights-requests/{caseId}/portable',
        'POST /v1/sessions',
        'POST /v1/sessions/{sessionId}/complete',
        'POST /v1/sessions/{sessionId}/consent',
        'POST /v1/sessions/{sessionId}/outcome',
        'POST /v1/sessions/{sessionId}/plan',
        'POST /v1/sessions/{sessionId}/platform',
        'POST /v1/sessions/{sessionId}/platform/complete',
        'POST /v1/sessions/{sessionId}/steps',
        'POST /v1/webhooks',
        'POST /v1/webhooks/dead-letters/{deliveryId}/redeliver',
        'PUT /v1/references/{referenceId}',
        'PUT /v1/sessions/{sessionId}/evidence/{part}',
        'PUT /v1/subjects/{subject}/restriction',
      ].sort(),
    );
  });

  it('says the truth about who may call: every path that it guards refuses a stranger', async () => {
    for (const [name, { security, tags }] of operations()) {
      const [method = '', path = ''] = name.split(' ');
      const url = path.replace('{part}', 'manifest').replace(/\{\w+\}/g, 'a'.repeat(22));
      const answer = await service.app.inject({ method: method as 'GET', url });
      const isGuarded = answer.statusCode === 401;
      expect([name, isGuarded]).toEqual([name, security !== undefined]);
      expect([name, tags?.includes('open')]).toEqual([name, !isGuarded]);
    }
  });

  it('says that every guarded path may be refused with a problem', () => {
    for (const [name, { security, responses }] of operations()) {
      if (security === undefined) continue;
      expect([name, Object.keys(responses['4XX']?.content ?? {})]).toEqual([
        name,
        ['application/problem+json'],
      ]);
    }
  });
});

describe('/docs', () => {
  it('is a page whose files all come from here', async () => {
    const page = await service.app.inject({ url: '/docs' });
    const html =
      page.statusCode === 302 ? await service.app.inject({ url: String(page.headers.location) }) : page;
    expect(html.statusCode).toBe(200);
    expect(html.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    const files = [...html.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).not.toMatch(/^(?:https?:)?\/\//);
      const url = new URL(file, 'http://x/docs/').pathname;
      const answer = await service.app.inject({
        url: file.startsWith('.') ? `/docs/${file}`.replace('/./', '/') : url,
      });
      expect([file, answer.statusCode]).toEqual([file, 200]);
    }
    expect(html.body).not.toMatch(/<script>(?!\s*<)/);
    expect(html.body).not.toMatch(/<style>/);
  });
});
