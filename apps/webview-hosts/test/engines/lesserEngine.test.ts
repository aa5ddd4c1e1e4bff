import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completes, TURNS } from '../harness/completes.js';
import { footageFolder } from '../harness/footage.js';
import { openInHost, resultsOf } from '../harness/openInHost.js';
import { openTestbed, type Testbed } from '../harness/openTestbed.js';
import type { Host } from '../harness/startHost.js';

const SESSION_MS = 240_000;

let bed: Testbed;
beforeAll(async () => {
  bed = await openTestbed({ engine: 'webkitgtk', footage: footageFolder() });
}, SESSION_MS);
afterAll(() => bed.close());

/** What the page told the app of its engine. */
const engineOf = (host: Host): unknown => host.events.find(({ event }) => event === 'session-began')?.engine;

describe('WebKitGTK, as an older or a locked down system has it', () => {
  it(
    'without vectors completes on plain wasm',
    () =>
      bed.withHost(
        {},
        async (host) => {
          await completes(host, {
            address: bed.site.address('embed', TURNS),
            transport: 'wk',
            person: bed.person,
          });
          expect(engineOf(host)).toMatchObject({ wasm: true, simd: false });
        },
        { JSC_useWasmSIMD: '0' },
      ),
    SESSION_MS,
  );

  it(
    'without WebAssembly ends with BACKEND_UNAVAILABLE before anything is loaded, and offers the other way',
    () =>
      bed.withHost(
        {},
        async (host) => {
          await host.command('camera', { files: bed.person });
          const page = await openInHost(host, bed.site.address('embed', TURNS));
          expect(engineOf(host)).toMatchObject({ wasm: false, simd: false });
          await page.start();
          expect(await page.outcome()).toBe('BACKEND_UNAVAILABLE');
          expect(resultsOf(host)).toEqual([{ ended: 'error', code: 'BACKEND_UNAVAILABLE' }]);
          expect(await host.command('stats')).toMatchObject({ sent: 0 });
          const other = `document.querySelector('huoti-liveness').shadowRoot.querySelector('[part~="alternative-button"]')`;
          expect(await host.evaluate(`${other} !== null`)).toBe(true);
        },
        { JSC_useWasm: '0' },
      ),
    SESSION_MS,
  );
});
