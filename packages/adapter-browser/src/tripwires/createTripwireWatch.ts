import { createAbortSource, type AbortSignalLike, type TripwireReading } from '@huoti/core';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { createCaptureTimes, type PictureTimes } from './createCaptureTimes.js';
import type { PictureSize } from './probeConstraints.js';
import { runTripwires, type TripwireOptions } from './runTripwires.js';

/** What {@link createTripwireWatch} takes. */
export type TripwireWatchOptions = Pick<TripwireOptions, 'track' | 'environment'>;

/** The tripwires of one open camera. */
export interface TripwireWatch {
  /** The camera is being tried: its pictures are not for judging. */
  readonly probing: boolean;
  note(picture: PictureSize & PictureTimes): void;
  /** Tries the camera at the first call and reads at every one. @throws HuotiError ABORTED, also when the camera closes */
  read(options?: { signal?: AbortSignalLike | undefined }): Promise<readonly TripwireReading[]>;
  /** The camera is off; what is being tried is given up. */
  end(): void;
}

const OFF: readonly TripwireReading[] = [
  'api-hooks',
  'track-class',
  'camera-label',
  'capabilities',
  'constraint-probe',
].map((name) => ({ name, tripped: null, detail: 'camera-off' }));

/** Watches an open camera; does nothing but count until it is read. */
export function createTripwireWatch({ track, environment }: TripwireWatchOptions): TripwireWatch {
  // Blink alone has this one on the page, and gives each picture of a camera its capture time.
  const times = createCaptureTimes({ expected: 'MediaStreamTrackProcessor' in environment.realm() });
  let picture: PictureSize | null = null;
  let probing = false;
  let ended = false;
  let looked: Promise<readonly TripwireReading[]> | null = null;
  let abortLook: (() => void) | null = null;

  const look = async (outer: AbortSignalLike | undefined): Promise<readonly TripwireReading[]> => {
    const work = createAbortSource(outer);
    abortLook = () => work.abort();
    probing = true;
    try {
      return await runTripwires({ track, environment, picture: () => picture, signal: work.signal });
    } finally {
      probing = false;
      abortLook = null;
      work.detach();
    }
  };

  return {
    get probing() {
      return probing;
    },
    note({ widthPx, heightPx, ...when }) {
      picture = { widthPx, heightPx };
      // A camera that changes its size skips pictures, and is not to be blamed for it.
      if (!probing) times.note(when);
    },
    async read({ signal } = {}) {
      throwIfAborted(signal);
      looked ??= ended ? Promise.resolve(OFF) : look(signal);
      try {
        return [...(await looked), times.read()];
      } catch (error) {
        looked = null;
        throw error;
      }
    },
    end() {
      ended = true;
      abortLook?.();
    },
  };
}
