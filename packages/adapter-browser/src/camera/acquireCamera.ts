import type { AbortSignalLike } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { withAbort } from '../host/withAbort.js';

/** The right to use the page's camera. */
export interface CameraHold {
  /** The camera is open: whoever wants it now is refused rather than kept waiting. */
  markOpen(): void;
  /** The device is released; idempotent. */
  release(): void;
}

interface Owner {
  open: boolean;
  readonly released: Promise<void>;
}

/** One owner a page: phones give a second stream by silently ending the first, or fail to reopen in a hurry. */
const owners = new WeakMap<MediaDevices, Owner>();

/**
 * Waits until an opening or closing of the page's camera that is under way is done, and takes it.
 *
 * @throws HuotiError CAMERA_IN_USE where a stream of this page is open; ABORTED
 */
export async function acquireCamera(
  devices: MediaDevices,
  signal: AbortSignalLike | undefined,
): Promise<CameraHold> {
  for (let owner = owners.get(devices); owner; owner = owners.get(devices)) {
    if (owner.open) {
      throw new HuotiError(
        'CAMERA_IN_USE',
        'this page has the camera open already: close that stream first',
        {
          retryable: true,
        },
      );
    }
    await withAbort(owner.released, signal);
  }
  throwIfAborted(signal);
  let letGo: () => void = () => undefined;
  const owner: Owner = {
    open: false,
    released: new Promise<void>((resolve) => {
      letGo = resolve;
    }),
  };
  owners.set(devices, owner);
  return {
    markOpen() {
      owner.open = true;
    },
    release() {
      owner.open = false;
      if (owners.get(devices) === owner) owners.delete(devices);
      letGo();
    },
  };
}
