import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { listen } from '../host/listen.js';

/** How long a camera may be muted by the system, in ms (protocol: session rules). iOS mutes for moments at the start. */
export const MAX_MUTE_MS = 2000;

/** What {@link watchTrack} takes. */
export interface TrackWatchOptions {
  track: MediaStreamTrack;
  devices: MediaDevices;
  environment: Pick<BrowserEnvironment, 'setTimer' | 'clearTimer'>;
  /** Called at most once, with what happened. */
  onLost(why: string): void;
}

/** Whether the camera of this track is still among the devices; an engine that hides ids can't tell. */
async function isListed(track: MediaStreamTrack, devices: MediaDevices): Promise<boolean> {
  const { deviceId } = track.getSettings();
  if (!deviceId) return true;
  try {
    const all = await devices.enumerateDevices();
    const cameras = all.filter((device) => device.kind === 'videoinput' && device.deviceId !== '');
    return cameras.length === 0 ? true : cameras.some((camera) => camera.deviceId === deviceId);
  } catch {
    return true; // Not being able to look says nothing; the watchdog still holds.
  }
}

/**
 * Watches a camera's track: ended, muted for too long, unplugged.
 *
 * @returns what stops it, leaving no timer and no listener behind
 */
export function watchTrack({ track, devices, environment, onLost }: TrackWatchOptions): () => void {
  let muteTimer: number | null = null;
  let stopped = false;

  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    for (const unlisten of unlisteners) unlisten();
    forgetMute();
  };
  const lost = (why: string): void => {
    if (stopped) return;
    stop();
    onLost(why);
  };
  const forgetMute = (): void => {
    if (muteTimer !== null) environment.clearTimer(muteTimer);
    muteTimer = null;
  };
  const noteMute = (): void => {
    muteTimer ??= environment.setTimer(() => {
      muteTimer = null;
      lost(`the system muted the camera for over ${MAX_MUTE_MS / 1000} s`);
    }, MAX_MUTE_MS);
  };

  const unlisteners = [
    listen(track, 'ended', () => lost('the camera was ended by the system or unplugged')),
    listen(track, 'mute', noteMute),
    listen(track, 'unmute', forgetMute),
    listen(devices, 'devicechange', () => {
      void isListed(track, devices).then((listed) => {
        if (!listed) lost('the camera was unplugged');
      });
    }),
  ];
  if (track.muted) noteMute();
  return stop;
}
