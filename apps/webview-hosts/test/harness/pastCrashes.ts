import type { Testbed } from './openTestbed.js';
import type { Host, HostOptions } from './startHost.js';

const TRIES = 4;

/**
 * Runs `work` in a host whose page has the camera of PipeWire; in a new host when the engine's web process died meanwhile, four
 * times at most. Debian's PipeWire takes WebKitGTK's web process down now and then while its camera is opened or muted: what the
 * page does about that is tested where a test ends the process on purpose. Any other failure, and the last death, is thrown.
 *
 * @example
 * await pastCrashes(bed, { capabilities: { 'camera.page': 1 } }, camera.env, async (host) => {
 *   const page = await openInHost(host, address);
 *   await page.start();
 *   expect(await page.outcome()).toBe('completed');
 * });
 */
export async function pastCrashes(
  bed: Testbed,
  options: Partial<HostOptions>,
  env: Readonly<Record<string, string>>,
  work: (host: Host) => Promise<void>,
): Promise<void> {
  for (let left = TRIES - 1; left >= 0; left--) {
    let died = false;
    await bed.withHost(
      options,
      (host) =>
        work(host).catch((error: unknown) => {
          died = left > 0 && host.events.some(({ event }) => event === 'terminated');
          if (!died) throw error;
          console.warn(`the engine's web process died: ${left} more to go`);
        }),
      env,
    );
    if (!died) return;
  }
}
