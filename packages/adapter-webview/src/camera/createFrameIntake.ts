import { BRIDGE_DEFAULT_CREDITS, type CameraOpened } from '@huoti/protocol/bridge';
import type { ArrivedFrame, BridgeLink } from '../link/BridgeLink.js';
import { decodeBase64 } from './decodeBase64.js';
import type { DecodedPicture, PictureDecoder } from './PictureDecoder.js';

/** What {@link createFrameIntake} takes. */
export interface FrameIntakeOptions {
  readonly link: Pick<BridgeLink, 'onFrame' | 'emit'>;
  readonly opened: CameraOpened;
  readonly decoder: PictureDecoder;
  /** Shows and hands on one picture, which is gone when this returns. */
  onPicture(picture: DecodedPicture, arrived: ArrivedFrame): void;
  /** The page could not draw: nothing more comes. */
  onFail(error: unknown): void;
}

/** Takes frames in, one at a time, the newest first. */
export interface FrameIntake {
  /** Frames that came and were not shown, and those that the host says it never sent. */
  readonly droppedCount: number;
  /** Frames that were shown. */
  readonly shownCount: number;
  /** Frames that were no pictures. */
  readonly unreadableCount: number;
  start(): void;
  stop(): void;
}

/**
 * The page's half of the credit rule: the host may have two frames under way, and gets each credit back when its frame was used,
 * was no picture, or was overtaken. A page that is too slow gives none back, and the host drops instead: nothing piles up on
 * either side, and the next frame that comes is the newest.
 */
export function createFrameIntake({
  link,
  opened: { stream, format },
  decoder,
  onPicture,
  onFail,
}: FrameIntakeOptions): FrameIntake {
  let waiting: ArrivedFrame | null = null;
  let busy = false;
  let running = false;
  let lastSequence = -1;
  let hostDropped = 0;
  let overtaken = 0;
  let unreadable = 0;
  let shown = 0;
  let unsubscribe: () => void = () => undefined;

  const giveBack = (): void => {
    if (running) link.emit('frame.credit', { stream, credits: 1 });
  };

  const use = async ({ frame, bytes, arrivedAtMs }: ArrivedFrame): Promise<void> => {
    const raw = bytes ?? (frame.data === undefined ? null : decodeBase64(frame.data));
    const picture = raw === null ? null : await decoder.decode(raw, frame);
    if (picture === null) unreadable += 1;
    else {
      try {
        if (running) {
          onPicture(picture, { frame, bytes: null, arrivedAtMs });
          shown += 1;
        }
      } finally {
        picture.close();
      }
    }
  };

  const work = async (): Promise<void> => {
    busy = true;
    try {
      for (let next = waiting; next !== null && running; next = waiting) {
        waiting = null;
        await use(next);
        giveBack();
      }
    } catch (error) {
      onFail(error);
    } finally {
      busy = false;
    }
  };

  const take = (arrived: ArrivedFrame): void => {
    const { frame } = arrived;
    if (frame.stream !== stream) return;
    hostDropped = Math.max(hostDropped, frame.droppedCount);
    // Overtaken on its way by a newer one, or not what was agreed.
    if (frame.sequence <= lastSequence || frame.format !== format) {
      overtaken += 1;
      giveBack();
      return;
    }
    lastSequence = frame.sequence;
    if (waiting !== null) {
      overtaken += 1;
      giveBack();
    }
    waiting = arrived;
    if (!busy) void work();
  };

  return {
    get droppedCount() {
      return hostDropped + overtaken + unreadable;
    },
    get shownCount() {
      return shown;
    },
    get unreadableCount() {
      return unreadable;
    },
    start() {
      running = true;
      unsubscribe = link.onFrame(take);
      link.emit('frame.credit', { stream, credits: BRIDGE_DEFAULT_CREDITS });
    },
    stop() {
      running = false;
      waiting = null;
      unsubscribe();
      decoder.dispose();
    },
  };
}
