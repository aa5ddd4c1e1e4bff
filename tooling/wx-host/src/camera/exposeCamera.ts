import type { CameraHardware } from './CameraHardware.js';
import type { HostCamera } from './HostCamera.js';
import { playFrames, type FramePlayer } from './playFrames.js';

/** What a test sees of the camera. */
export function exposeCamera(hardware: CameraHardware): HostCamera {
  const players = new Set<FramePlayer>();
  return {
    options: hardware.inside.options,
    feed: (picture) => hardware.feed(picture),
    play: (frames, options) => {
      const player = playFrames(hardware, frames, options);
      players.add(player);
      void player.done.then(() => players.delete(player));
      return player;
    },
    stop: () => players.forEach((player) => player.stop()),
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
