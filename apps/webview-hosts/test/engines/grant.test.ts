import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServedSite, untilCompleted, type ServedSite } from '@huoti/demo-browser/testing';
import { footageFolder } from '../harness/footage.js';
import { AGREE, openInHost, resultsOf } from '../harness/openInHost.js';
import { openTestbed, type Testbed } from '../harness/openTestbed.js';

const SESSION_MS = 240_000;
const footage = footageFolder();

/** What the app's backend hands to the app, and the app to the page. */
interface Grant {
  readonly sessionId: string;
  readonly clientToken: string;
  readonly publicUrl: string;
}

let bed: Testbed;
let site: ServedSite;

beforeAll(async () => {
  bed = await openTestbed({ engine: 'webkitgtk', footage });
  site = await startServedSite({
    database: 'embedded',
    policies: { clip: { evidenceLevel: 'trace', actions: ['turn-left', 'turn-right'] } },
  });
}, SESSION_MS);
afterAll(async () => {
  await site.close();
  await bed.close();
});

const origin = (): string => site.address.replace(/\/$/, '');
const askForGrant = async (): Promise<Grant> => {
  const answer = await site.ask('/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ policy: 'clip' }),
  });
  const { sessionId, clientToken } = (await answer.json()) as Grant;
  return { sessionId, clientToken, publicUrl: site.publicUrl };
};

describe('a session of a server', () => {
  it(
    'is started by the app, in its language, and decided by the server',
    () =>
      bed.withHost({ trusted_origins: [origin()] }, async (host) => {
        let sessionId = '';
        const run = async (): Promise<string> => {
          await host.command('camera', { files: bed.person });
          const page = await openInHost(host, `${origin()}/embed?lang=en&level=trace`);
          const grant = await askForGrant();
          sessionId = grant.sessionId;
          expect(await host.command('start', { grant, language: 'zh-CN', theme: 'dark' })).toEqual({});
          expect(await host.evaluate('document.documentElement.lang')).toBe('zh-CN');
          // The app begins at the pages that ask: nothing is loaded before the person has answered.
          expect(await page.board()).toMatchObject({ huotiState: 'idle', theme: 'dark' });
          await host.evaluate(AGREE);
          return page.outcome();
        };
        expect(await untilCompleted(run, String)).toBe('completed');
        expect(resultsOf(host).at(-1)).toEqual({ ended: 'completed', sessionId });
        const signed = await (await site.ask(`/v1/sessions/${sessionId}/result`)).text();
        const claims: unknown = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString());
        // Numbers alone are never worth more than that they fit.
        expect(claims).toMatchObject({
          sid: sessionId,
          verified: false,
          assurance: 'consistent',
          reason: null,
        });
      }),
    SESSION_MS,
  );

  it(
    'that died with the page’s process is not carried on: the next page only asks what became of it',
    () =>
      bed.withHost({ trusted_origins: [origin()] }, async (host) => {
        await host.command('camera', { files: bed.person });
        const grant = await askForGrant();
        await host.command('offer', { grant });
        const address = `${origin()}/embed?lang=en&level=trace`;
        const page = await openInHost(host, address);
        await page.start();
        await page.waitForState('running');
        await host.command('terminate');
        await host.waitFor(({ event }) => event === 'session-ended', 'the session’s end');
        const { sent } = await host.command<{ sent: number }>('stats');
        const next = await openInHost(host, address);
        const { sessionId } = grant;
        const began = host.events.filter(({ event }) => event === 'session-began').at(-1);
        expect(began).toMatchObject({ interrupted: { sessionId, error: { code: 'process_gone' } } });
        expect(await host.evaluate("document.getElementById('liveness').hidden")).toBe(true);
        await host.waitFor(({ event, name }) => event === 'request' && name === 'result', 'the outcome', {
          timeoutMs: 30_000,
        });
        expect(resultsOf(host)).toEqual([{ sessionId, ended: 'error', code: 'BRIDGE_UNAVAILABLE' }]);
        // No camera was opened for that, and no try begun.
        expect(await host.command('stats')).toMatchObject({ sent });
        expect(await next.board()).toMatchObject({ huotiState: 'idle' });
      }),
    SESSION_MS,
  );
});
