import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consolePlugin } from '../../src/console/consolePlugin.js';
import { openTestApp, type TestApp } from '../support/openTestApp.js';

let service: TestApp;
let without: TestApp;
beforeAll(async () => {
  without = await openTestApp();
  service = await openTestApp({
    console: (app) => consolePlugin(app, { context: without.context }),
  });
});
afterAll(async () => {
  await service.app.close();
  await without.app.close();
});

describe('the console', () => {
  it('is not there unless it is configured', async () => {
    expect((await without.app.inject({ url: '/console' })).statusCode).toBe(404);
    expect((await without.app.inject({ url: '/console/sign-in' })).statusCode).toBe(404);
  });

  it('keeps to itself: its pages have their own policy, the API keeps its own', async () => {
    const entry = await service.app.inject({ url: '/console' });
    const page =
      entry.statusCode === 200 ? entry : await service.app.inject({ url: String(entry.headers.location) });
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(page.headers['cache-control']).toBe('no-store');
    const api = await service.app.inject({ url: '/healthz' });
    expect(api.headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    const missing = await service.app.inject({ url: '/nowhere' });
    expect(missing.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('opens nothing to an API key', async () => {
    const answer = await service.call(await service.key(), { url: '/console/sessions' });
    expect(answer.statusCode).not.toBe(200);
  });

  it('stands in no document of the API', async () => {
    const document = (await service.app.inject({ url: '/openapi.json' })).json<{ paths: object }>();
    expect(Object.keys(document.paths).filter((path) => path.startsWith('/console'))).toEqual([]);
  });
});
