import { expect } from '@jest/globals';
import { readDelays, watchDelays } from './measureDelays.js';
import { openInHost, resultsOf } from './openInHost.js';
import type { Host } from './startHost.js';

/** Who turns left, then right: what the clip of `openTestbed` does. */
export const TURNS = 'lang=en&plan=turn-left,turn-right';

/**
 * A whole session before the app's camera: to `completed`, with the app told of every step in order and of the end, and with the
 * delay from capture to observation printed.
 */
export async function completes(host: Host, address: string, transport: string): Promise<void> {
  const page = await openInHost(host, address);
  await watchDelays(host);
  await page.start();
  expect(await page.outcome()).toBe('completed');
  expect(resultsOf(host)).toEqual([{ ended: 'completed' }]);
  expect(await page.board()).toMatchObject({ huotiBridge: transport, huotiTold: 'true' });
  const told = host.events
    .filter(({ event }) => event === 'message')
    .map(({ name, payload }) => {
      const { state, action, pattern } = payload as Record<string, string>;
      return `${String(name)} ${state ?? action ?? pattern}`;
    });
  expect(told).toEqual([
    'session.state idle',
    'session.state loading',
    'session.state running',
    'challenge.begin turn-left',
    'challenge.end turn-left',
    'haptics tick',
    'challenge.begin turn-right',
    'challenge.end turn-right',
    'haptics tick',
    'session.state ended',
    'haptics success',
  ]);
  const delays = await readDelays(host);
  expect(delays.judged).toBeGreaterThan(20);
  const engine = await host.command<string>('engine');
  console.info(`${engine}: host capture to observation, ${JSON.stringify(delays)}`);
}
