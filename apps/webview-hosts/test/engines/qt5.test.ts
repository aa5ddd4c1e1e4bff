import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TURNS } from '../harness/completes.js';
import { footageFolder } from '../harness/footage.js';
import { openInHost, resultsOf } from '../harness/openInHost.js';
import { openTestbed, type Testbed } from '../harness/openTestbed.js';
import { describeQt } from './describeQt.js';

const SESSION_MS = 120_000;

// Chrome 87 on Debian 12: no `'wasm-unsafe-eval'`, no SIMD.
describeQt('qt5', 'embed-legacy');

describe('qt5, /embed', () => {
  let bed: Testbed;
  beforeAll(async () => {
    bed = await openTestbed({ engine: 'qt5', footage: footageFolder() });
  }, SESSION_MS);
  afterAll(() => bed.close());

  it(
    'ends with CSP_BLOCKED before anything is loaded, and the app is told at the handshake',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.person });
        const opened = await openInHost(host, bed.site.address('embed', TURNS));
        await opened.start();
        expect(await opened.outcome()).toBe('CSP_BLOCKED');
        expect(resultsOf(host)).toEqual([{ ended: 'error', code: 'CSP_BLOCKED' }]);
        expect(host.events.find(({ event }) => event === 'session-began')).toMatchObject({
          engine: { wasm: false, cameraError: 'csp_blocked' },
        });
        expect(await host.command('stats')).toMatchObject({ sent: 0 });
      }),
    SESSION_MS,
  );
});
