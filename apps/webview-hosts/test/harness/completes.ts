import { expect } from '@jest/globals';
import { untilCompleted } from '@huoti/demo-browser/testing';
import { readDelays, watchDelays } from './measureDelays.js';
import { openInHost, resultsOf } from './openInHost.js';
import type { Host } from './startHost.js';

/** Who turns left, then right: what the clip of `openTestbed` does. */
export const TURNS = 'lang=en&plan=turn-left,turn-right';

/** What {@link completes} takes. */
export interface CompletesOptions {
  readonly address: string;
  /** Name of the transport that the page has to find. */
  readonly transport: string;
  /** Folder of the JPEG files of the person. */
  readonly person: string;
}

/**
 * A whole session before the app's camera: to `completed`, with the app told of every step in order and of the end, and with the
 * delay from capture to observation printed.
 */
export async function completes(host: Host, { address, transport, person }: CompletesOptions): Promise<void> {
  await host.command('camera', { files: person, hold: true });
  const page = await openInHost(host, address);
  await watchDelays(host);
  let since = 0;
  const outcome = await untilCompleted(async () => {
    since = host.events.length;
    await host.command('camera', { files: person, hold: true });
    await page.start();
    // From here on the person moves: however long an engine takes to load, nothing is done before somebody looks.
    await page.waitForState('running');
    await host.command('camera_play');
    return page.outcome();
  }, String);
  expect(outcome).toBe('completed');
  expect(resultsOf(host).at(-1)).toEqual({ ended: 'completed' });
  expect(await page.board()).toMatchObject({ huotiBridge: transport, huotiTold: 'true' });
  const told = host.events
    .slice(since)
    .filter(({ event }) => event === 'message')
    .map(({ name, payload }) => {
      const { state, action, pattern } = payload as Record<string, string>;
      return `${String(name)} ${state ?? action ?? pattern}`;
    });
  expect(told).toEqual([
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
