import type { CameraHardware } from './CameraHardware.js';
import type { HostCamera } from './HostCamera.js';
import { playFrames } from './playFrames.js';

/** What a test sees of the camera. */
export function exposeCamera(hardware: CameraHardware): HostCamera {
  return {
    options: hardware.inside.options,
    feed: (picture) => hardware.feed(picture),
    play: (frames, options) => playFrames(hardware, frames, options),
    shape: (picture, frameSize = 'medium') => hardware.shape(picture, frameSize),
    states: () => hardware.cameras.map(({ state }) => state),
    runningCount: () => [...hardware.listeners].filter(({ running }) => running).length,
    listenerCount: () => hardware.listeners.size,
    deliveredCount: () => hardware.deliveredCount,
    unseenCount: () => hardware.unseenCount,
    interrupt: () => hardware.interrupt(),
    fail: (reason) => hardware.fail(reason),
  };
}
