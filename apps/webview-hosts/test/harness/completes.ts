import { expect } from '@jest/globals';
import { longestGapMs, readDelays, watchDelays } from './measureDelays.js';
import { openInHost, resultsOf } from './openInHost.js';
import type { Host } from './startHost.js';

/** Who turns left, then right: what the clip of `openTestbed` does. */
export const TURNS = 'lang=en&plan=turn-left,turn-right';

/** A gap between two judged frames after which the machine, and not the person, is at fault, in ms. */
const STALL_MS = 700;
/** The clip goes on at its own pace: an engine that judges fewer frames a second may miss a turn of it. */
const SLOW_PER_SECOND = 12;

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
  let since = host.events.length;
  const run = async (): Promise<string> => {
    await page.start();
    // From here on the person moves: however long an engine takes to load, nothing is done before somebody looks.
    await page.waitForState('running');
    await host.command('camera_play');
    return page.outcome();
  };
  let outcome = await run();
  const stoodStill = async (): Promise<boolean> =>
    outcome === 'EVIDENCE_INCONSISTENT' && (await longestGapMs(host)) > STALL_MS;
  const wasTooSlow = async (): Promise<boolean> =>
    outcome === 'WRONG_ACTION' && (await readDelays(host)).perSecond < SLOW_PER_SECOND;
  if ((await stoodStill()) || (await wasTooSlow())) {
    console.warn('the machine stood still or fell behind the clip in mid-session: one more try');
    since = host.events.length;
    await host.command('camera', { files: person, hold: true });
    outcome = await run();
  }
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
