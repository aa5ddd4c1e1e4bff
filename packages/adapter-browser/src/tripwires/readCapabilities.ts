import type { TripwireReading } from '@huoti/core';

const NAME = 'capabilities';

/** Fastest rate that a phone's or computer's camera gives a page, in frames a second: 240 in slow motion. */
const MAX_CAMERA_FPS = 240;
/** What every camera can do at least, in px on its longer side: QVGA. */
const MIN_CAMERA_SIDE_PX = 320;

/** What {@link readCapabilities} takes. */
export interface CapabilitiesOptions {
  readonly settings: MediaTrackSettings;
  /** `null` where the browser has no `getCapabilities` (Firefox before 132). */
  readonly capabilities: MediaTrackCapabilities | null;
}

function faultOf({ settings, capabilities }: CapabilitiesOptions): string | null {
  const { width = 0, height = 0, frameRate } = settings;
  if (settings.deviceId === undefined || settings.deviceId === '') return 'no-device';
  if (width % 2 === 1 || height % 2 === 1) return 'odd-size';
  if (frameRate !== undefined && !(frameRate > 0 && frameRate <= MAX_CAMERA_FPS)) return 'impossible-rate';
  if (capabilities === null) return null;
  const { width: widths, height: heights, frameRate: rates } = capabilities;
  if (widths?.max === undefined || heights?.max === undefined) return 'no-capabilities';
  if (Math.max(widths.max, heights.max) < MIN_CAMERA_SIDE_PX) return 'impossible-size';
  // A phone held upright turns its picture and not its capabilities.
  if (Math.max(width, height) > Math.max(widths.max, heights.max)) return 'beyond-capabilities';
  if (rates?.max !== undefined && frameRate !== undefined && frameRate > rates.max + 1) {
    return 'beyond-capabilities';
  }
  return null;
}

/**
 * Looks whether the track has what every camera has: a device behind it, sizes to choose from, a size and a rate within them.
 *
 * Sees: tracks that scripts, files and peer connections make: no device, no capabilities, or sizes that no sensor gives (odd
 * ones: colour is sampled for each second pixel).
 * Defeated by: a virtual camera, which has a device and lists sizes; hooks that answer for the track (see `api-hooks`).
 * False alarms: browsers that hide device ids as a whole. Not measured on people's browsers.
 * Reads: the track's settings and capabilities; of the device id only whether there is one.
 */
export function readCapabilities(options: CapabilitiesOptions): TripwireReading {
  const fault = faultOf(options);
  return { name: NAME, tripped: fault !== null, detail: fault ?? 'as-a-camera' };
}
