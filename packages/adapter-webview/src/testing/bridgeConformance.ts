import type { ContractRunner } from '@huoti/core/testing';
import type { BridgeHarness } from './conformance/BridgeHarness.js';
import { createConformanceBench } from './conformance/createConformanceBench.js';
import { eventCases } from './conformance/eventCases.js';
import { handshakeCases } from './conformance/handshakeCases.js';
import { hostileCases } from './conformance/hostileCases.js';
import { requestCases } from './conformance/requestCases.js';

/**
 * What has to be so over every bridge, as tests: one call for each kind of transport. After each case the page's end holds no
 * listener and no timer.
 *
 * @param name of the bridge, for the titles
 * @param createHarness both ends of a fresh one for each test
 * @param runner `{describe, it, expect}` of jest or vitest
 * @example bridgeConformance('a loopback', () => createLoopbackHarness(), { describe, it, expect });
 */
export function bridgeConformance(
  name: string,
  createHarness: () => BridgeHarness,
  { describe, it, expect }: ContractRunner,
): void {
  describe(`${name} keeps the bridge protocol`, () => {
    for (const { title, run } of [...handshakeCases, ...requestCases, ...hostileCases, ...eventCases]) {
      it(title, async () => {
        const bench = createConformanceBench(createHarness());
        try {
          await run(bench, expect);
          expect(bench.harness.liveListenerCount()).toBe(0);
          await bench.closeHosts();
          expect(bench.clock.sleeperCount).toBe(0);
        } finally {
          await bench.closeHosts();
        }
      });
    }
  });
}
