import { abortedError } from '@huoti/core';
import { HuotiError, type ErrorCode } from '@huoti/protocol';
import type { BridgeFrameFormat, CameraOpen, CameraOpened } from '@huoti/protocol/bridge';
import type { HostCamera, HostCameraOpenOptions, HostPicture, OpenHostCamera } from '../host/HostCamera.js';

/** What {@link createFakeHostCamera} takes. */
export interface FakeHostCameraOptions {
  /** @default both */
  readonly formats?: readonly BridgeFrameFormat[];
  /** What the camera becomes where it differs from the wish. @default as it was asked for, unmirrored */
  readonly facts?: Partial<Omit<CameraOpened, 'stream'>>;
}

/** An app's camera without a device: it captures, fails and is taken away when the test says so. */
export interface FakeHostCamera extends HostCamera {
  readonly isOpen: boolean;
  readonly openCount: number;
  /** Pictures captured while it was open. */
  readonly capturedCount: number;
  readonly wishes: readonly CameraOpen[];
  /** One more picture; nothing where it is not open. */
  capture(picture?: Partial<HostPicture>): void;
  /** The next `open` fails so. */
  refuse(code: ErrorCode): void;
  /** `open` stays pending until the returned function is called. */
  hold(): () => void;
  /** The system takes it. */
  lose(code?: ErrorCode): void;
}

/** A picture's bytes where the test does not care: none a decoder could read. */
const SOME_BYTES = new Uint8Array([1, 2, 3]);

/**
 * A camera moved by hand.
 *
 * @example
 * const camera = createFakeHostCamera();
 * const host = createBridgeHost({ ...pieces, camera });
 * camera.capture({ bytes: jpeg, capturedAtMs: clock.nowMs() });
 */
export function createFakeHostCamera({
  formats = ['jpeg', 'i420'],
  facts = {},
}: FakeHostCameraOptions = {}): FakeHostCamera {
  const wishes: CameraOpen[] = [];
  let open: { readonly facts: OpenHostCamera['facts']; readonly options: HostCameraOpenOptions } | null =
    null;
  let refusal: ErrorCode | null = null;
  let held: Promise<void> = Promise.resolve();
  let openCount = 0;
  let capturedCount = 0;

  return {
    formats,
    wishes,
    get isOpen() {
      return open !== null;
    },
    get openCount() {
      return openCount;
    },
    get capturedCount() {
      return capturedCount;
    },
    async open(wish, options) {
      wishes.push(wish);
      await held;
      if (options.signal.aborted) throw abortedError(options.signal);
      if (refusal !== null) {
        const code = refusal;
        refusal = null;
        throw new HuotiError(code, `the fake camera refuses: ${code}`, { retryable: true });
      }
      openCount += 1;
      const mine = {
        options,
        facts: {
          widthPx: wish.idealWidthPx,
          heightPx: wish.idealHeightPx,
          fps: wish.idealFps,
          facing: wish.facing,
          format: wish.formats[0] ?? 'jpeg',
          mirrored: false,
          ...facts,
        },
      };
      open = mine;
      return {
        facts: mine.facts,
        async close() {
          if (open === mine) open = null;
        },
      };
    },
    capture(picture = {}) {
      if (!open) return;
      capturedCount += 1;
      const { widthPx, heightPx } = open.facts;
      open.options.onPicture({
        bytes: SOME_BYTES,
        widthPx,
        heightPx,
        rotationDegrees: 0,
        capturedAtMs: 0,
        ...picture,
      });
    },
    refuse(code) {
      refusal = code;
    },
    hold() {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return () => {
        held = Promise.resolve();
        release();
      };
    },
    lose(code = 'CAMERA_INTERRUPTED') {
      const lost = open;
      open = null;
      lost?.options.onLost(
        new HuotiError(code, 'the system took the camera: start again', { retryable: true }),
      );
    },
  };
}
