import { abortedError, createAbortSource, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { CameraOpen, CameraOpened, CameraState, FrameCredit } from '@huoti/protocol/bridge';
import { bridgeErrorOf } from '../link/bridgeErrorOf.js';
import { createFrameSender, type FrameSender } from './createFrameSender.js';
import type { HostCamera, HostPicture, OpenHostCamera } from './HostCamera.js';

/** One picture, and where it stands in its stream. */
export interface SentPicture {
  readonly opened: CameraOpened;
  readonly picture: HostPicture;
  readonly sequence: number;
  readonly droppedCount: number;
}

/** What {@link createCameraDesk} takes. */
export interface CameraDeskOptions {
  readonly camera: HostCamera;
  readonly clock: Pick<Clock, 'sleep'>;
  /** @throws HuotiError INVALID_ARGUMENT where it is larger than the page takes, BRIDGE_UNAVAILABLE */
  sendFrame(sent: SentPicture): void;
  tellState(state: CameraState): void;
  /** Of a picture that goes through, at this time. */
  maxPictureBytes(): number;
}

/** The app's camera, for the pages that ask for it one after the other. */
export interface CameraDesk {
  /** @param asked `id` of the request */
  open(asked: number, wish: CameraOpen, signal: AbortSignalLike): Promise<CameraOpened>;
  /** Resolves when the device is released; a stream that is not open is closed already. */
  close(stream: number): Promise<void>;
  credit(credit: FrameCredit): void;
  /** The page no longer wants what it asked for, though it may have been answered. */
  takeBack(asked: number): void;
  /** The page is gone. */
  letGo(): Promise<void>;
}

interface Opening {
  readonly stream: number;
  readonly asked: number;
  readonly sender: FrameSender;
  camera: OpenHostCamera | null;
  opened: CameraOpened | null;
  lost: HuotiError | null;
}

/** One camera, one stream at a time: the next opens when the one before is released. */
export function createCameraDesk({
  camera,
  clock,
  sendFrame,
  tellState,
  maxPictureBytes,
}: CameraDeskOptions): CameraDesk {
  let current: Opening | null = null;
  let released: Promise<void> = Promise.resolve();
  let lastStream = 0;

  const release = (opening: Opening): Promise<void> => {
    opening.sender.stop();
    if (current === opening) current = null;
    const { camera: open } = opening;
    opening.camera = null;
    if (open !== null) released = released.then(() => open.close()).catch(() => undefined);
    return released;
  };

  const lose = (opening: Opening, error: HuotiError): void => {
    opening.lost ??= error;
    // Not open yet: whoever opens it is told.
    if (current !== opening || opening.opened === null) return;
    void release(opening);
    tellState({ stream: opening.stream, state: 'interrupted', error: bridgeErrorOf(error) });
  };

  const begin = (asked: number): Opening => {
    lastStream += 1;
    const stream = lastStream;
    const opening: Opening = {
      stream,
      asked,
      camera: null,
      opened: null,
      lost: null,
      sender: createFrameSender({
        clock,
        send(picture, sequence, droppedCount) {
          if (opening.opened === null) return false;
          try {
            sendFrame({ opened: opening.opened, picture, sequence, droppedCount });
            return true;
          } catch {
            // Too large for the page, or the page is gone: the app was told how large, and notices a page that goes.
            return false;
          }
        },
        onStall: () => {
          if (opening.opened !== null) tellState({ stream, state: 'stalled' });
        },
      }),
    };
    return opening;
  };

  const openFor = async (
    opening: Opening,
    wish: CameraOpen,
    signal: AbortSignalLike,
    before: Promise<void>,
  ): Promise<CameraOpened> => {
    await before;
    if (signal.aborted) throw abortedError(signal);
    const open = await camera.open(wish, {
      signal,
      maxPictureBytes: maxPictureBytes(),
      onPicture: (picture) => opening.sender.offer(picture),
      onLost: (error) => lose(opening, error),
    });
    if (signal.aborted || opening.lost !== null) {
      await open.close();
      throw opening.lost ?? abortedError(signal);
    }
    opening.camera = open;
    opening.opened = { ...open.facts, stream: opening.stream };
    return opening.opened;
  };

  return {
    async open(asked, wish, outer) {
      if (current !== null) {
        throw new HuotiError('CAMERA_IN_USE', 'this page has the camera open: close that stream first', {
          retryable: true,
        });
      }
      const formats = wish.formats.filter((format) => camera.formats.includes(format));
      if (formats.length === 0) {
        throw new HuotiError(
          'HOST_FORBIDS',
          `this camera gives ${camera.formats.join(', ')}, and the page reads ${wish.formats.join(', ')}`,
        );
      }
      const abort = createAbortSource(outer);
      const opening = begin(asked);
      current = opening;
      const giveUp = (): void => {
        if (current === opening && opening.opened === null) current = null;
      };
      abort.signal.addEventListener('abort', giveUp);
      const work = openFor(opening, { ...wish, formats }, abort.signal, released);
      // Whoever opens next waits until this one has opened, or has let go.
      released = work.then(
        () => undefined,
        () => undefined,
      );
      try {
        return await work;
      } catch (error) {
        opening.sender.stop();
        if (current === opening) current = null;
        throw error;
      } finally {
        abort.detach();
      }
    },
    async close(stream) {
      if (current?.stream === stream) await release(current);
      else await released;
    },
    credit({ stream, credits }) {
      if (current?.stream === stream) current.sender.grant(credits);
    },
    takeBack(asked) {
      if (current?.asked === asked && current.opened !== null) void release(current);
    },
    async letGo() {
      if (current?.opened) await release(current);
      else await released;
    },
  };
}
