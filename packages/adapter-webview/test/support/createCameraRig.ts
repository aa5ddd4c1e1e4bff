import { createManualClock, createSeededRandom, type ManualClock } from '@huoti/core/testing';
import type { BridgeFrame } from '@huoti/protocol/bridge';
import type { DecodedPicture, PictureDecoder } from '../../src/camera/PictureDecoder.js';
import type { BridgeHost, BridgeHostOptions } from '../../src/host/BridgeHost.js';
import { createBridgeHost } from '../../src/host/createBridgeHost.js';
import type { BridgeLink } from '../../src/link/BridgeLink.js';
import { connectBridge } from '../../src/link/connectBridge.js';
import { createFakeHostCamera, type FakeHostCamera } from '../../src/testing/createFakeHostCamera.js';
import { createLoopback, type LoopbackOptions } from '../../src/transport/createLoopback.js';
import { FakePage, standIn, type FakePicture } from './createFakePage.js';
import { KNOWN_ORIGINS, MAIN_FRAME } from './createReceiverHarness.js';

export interface CameraRigOptions extends LoopbackOptions {
  readonly host?: Partial<BridgeHostOptions>;
  readonly camera?: FakeHostCamera;
  /** How long a picture takes to decode, in ms. @default no time */
  readonly decodeMs?: number;
  /** The host's clock minus the page's. @default 0 */
  readonly hostClockMs?: number;
}

/** A page and an app's camera, with a decoder whose pictures show the first byte of a frame. */
export interface CameraRig {
  readonly clock: ManualClock;
  readonly page: FakePage;
  readonly camera: FakeHostCamera;
  readonly host: BridgeHost;
  readonly link: BridgeLink;
  readonly decoder: PictureDecoder;
  /** Pictures decoded and not closed. */
  openPictures(): number;
  /** Texts and bytes from host to page that are under way, at most so far. */
  mostFramesUnderWay(): number;
  /** Names of what the page sent. */
  readonly sent: string[];
  liveResourceCount(): number;
  /** The camera makes a picture that shows this number, `ageMs` ago. */
  capture(shows: number, ageMs?: number): Promise<void>;
  settle(): Promise<void>;
  pass(durationMs: number): Promise<void>;
}

const ENGINE = { wasm: true, simd: true, threads: false, webgl2: true, camera: false };

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

/** Counts what a link's listeners are. */
function counted(link: BridgeLink): { link: BridgeLink; count(): number } {
  let count = 0;
  const listen = (stop: () => void): (() => void) => {
    count += 1;
    let done = false;
    return () => {
      if (!done) count -= 1;
      done = true;
      stop();
    };
  };
  return {
    count: () => count,
    link: {
      ...link,
      on: (name, listener) => listen(link.on(name, listener)),
      onFrame: (listener) => listen(link.onFrame(listener)),
      onClose: (listener) => listen(link.onClose(listener)),
    },
  };
}

export async function createCameraRig({
  host: hostOptions = {},
  camera = createFakeHostCamera(),
  decodeMs = 0,
  hostClockMs = 0,
  ...loopbackOptions
}: CameraRigOptions = {}): Promise<CameraRig> {
  const clock = createManualClock({ startMs: 1000 });
  const page = new FakePage(clock);
  const loopback = createLoopback(loopbackOptions);
  const sent: string[] = [];
  const host = createBridgeHost({
    transport: {
      send: loopback.host.send,
      sendBytes: loopback.host.sendBytes,
      subscribe: (listener) =>
        loopback.host.subscribe((message) => {
          if (typeof message === 'string') {
            const { kind, name } = JSON.parse(message) as { kind: string; name: string };
            sent.push(`${kind} ${name}`);
          }
          listener(message, MAIN_FRAME);
        }),
    },
    clock: { nowMs: () => clock.nowMs() + hostClockMs, sleep: clock.sleep },
    random: createSeededRandom(2),
    app: { id: 'example.bank' },
    platform: 'desktop',
    trust: KNOWN_ORIGINS,
    camera,
    ...hostOptions,
  });
  const opened = await connectBridge({
    transport: loopback.page,
    clock,
    random: createSeededRandom(1),
    sdk: '1.0.0',
    engine: ENGINE,
  });
  if (!opened) throw new TypeError('the host did not answer');
  await settle();
  const { link, count } = counted(opened);

  let open = 0;
  let underWay = 0;
  let most = 0;
  const decoder: PictureDecoder = {
    async decode(bytes: Uint8Array, frame: BridgeFrame): Promise<DecodedPicture | null> {
      if (decodeMs > 0) await clock.sleep(decodeMs);
      const shows = bytes[0] ?? 0;
      // Zero stands for bytes that are no picture.
      if (shows === 0) return null;
      open += 1;
      return {
        source: standIn<CanvasImageSource>({ shows } satisfies FakePicture),
        widthPx: frame.widthPx,
        heightPx: frame.heightPx,
        close: () => void (open -= 1),
      };
    },
    dispose: () => undefined,
  };
  opened.onFrame(() => {
    underWay += 1;
    most = Math.max(most, underWay);
  });
  const emit = link.emit;
  link.emit = (name, payload) => {
    if (name === 'frame.credit') underWay = Math.max(0, underWay - 1);
    emit(name, payload);
  };
  return {
    clock,
    page,
    camera,
    host,
    link,
    decoder,
    openPictures: () => open,
    mostFramesUnderWay: () => most,
    sent,
    liveResourceCount: () =>
      page.liveResourceCount + count() + open + (camera.isOpen ? 1 : 0) + clock.sleeperCount,
    async capture(shows, ageMs = 20) {
      camera.capture({
        bytes: new Uint8Array([shows]),
        capturedAtMs: clock.nowMs() + hostClockMs - ageMs,
      });
      await settle();
    },
    settle,
    async pass(durationMs) {
      for (let passed = 0; passed < durationMs; passed += 50) {
        clock.advanceBy(Math.min(50, durationMs - passed));
        await settle();
      }
    },
  };
}
