import type { AbortSignalLike, TripwireReading } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { createBrowserClock } from '../host/createBrowserClock.js';
import { probeConstraints, type PictureSize } from './probeConstraints.js';
import { readApiHooks } from './readApiHooks.js';
import { readCameraLabel } from './readCameraLabel.js';
import { readCapabilities } from './readCapabilities.js';
import { readTrackClass } from './readTrackClass.js';

/** What {@link runTripwires} takes. */
export interface TripwireOptions {
  /** Live, and shown by a video whose newest size `picture` gives. */
  readonly track: MediaStreamTrack;
  readonly environment: Pick<
    BrowserEnvironment,
    'nowMs' | 'setTimer' | 'clearTimer' | 'realm' | 'withFreshRealm'
  >;
  picture(): PictureSize | null;
  readonly signal?: AbortSignalLike | undefined;
}

/** What a browser's own function never does: a look that throws was thrown at by somebody else's. */
function guarded(name: string, look: () => TripwireReading): TripwireReading {
  try {
    return look();
  } catch {
    return { name, tripped: true, detail: 'threw' };
  }
}

const capabilitiesOf = (track: MediaStreamTrack): MediaTrackCapabilities | null =>
  // Typed as always there; Firefox has it from 132 on.
  typeof (track.getCapabilities as unknown) === 'function' ? track.getCapabilities() : null;

/**
 * Looks at an open camera in each of the ways that this folder has, for up to 3 s from its first picture on. The person sees a softer picture for a
 * moment, if a picture is shown already; the camera's size is restored. A camera that obeys at once costs a quarter of a second
 * (median of 12 with Chromium 156's fake camera on a busy machine, 2026-11-26: 255 ms).
 *
 * None of this stops a browser that was changed, or a virtual camera with a plain name: it raises the price of the cheapest
 * injections, and a server that believes a clean list believes its client.
 *
 * @throws HuotiError ABORTED
 */
export async function runTripwires({
  track,
  environment,
  picture,
  signal,
}: TripwireOptions): Promise<readonly TripwireReading[]> {
  const withFreshRealm: BrowserEnvironment['withFreshRealm'] = (look) => environment.withFreshRealm(look);
  const readings = [
    guarded('api-hooks', () => readApiHooks({ page: environment.realm(), track, withFreshRealm })),
    guarded('track-class', () => readTrackClass({ track, withFreshRealm })),
    guarded('camera-label', () => readCameraLabel({ track })),
    guarded('capabilities', () =>
      readCapabilities({ settings: track.getSettings(), capabilities: capabilitiesOf(track) }),
    ),
  ];
  const clock = createBrowserClock({ environment });
  const probed = await probeConstraints({ track, picture, clock, signal }).catch((error: unknown) => {
    if (isHuotiError(error, 'ABORTED')) throw error;
    return { name: 'constraint-probe', tripped: true, detail: 'threw' };
  });
  return [...readings, probed];
}
