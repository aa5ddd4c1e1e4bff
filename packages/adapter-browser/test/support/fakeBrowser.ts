import type { BrowserEnvironment, DrawingSurface } from '../../src/environment/BrowserEnvironment.js';
import { createContext, runInContext } from 'node:vm';
import type { Realm } from '../../src/environment/Realm.js';
import { CountingTarget, FakeMediaDevices, FakeVideo } from './fakeMedia.js';

/** A fake in the place of the real thing, which has more than is used. */
export const standIn = <T>(fake: unknown): T => fake as T;

/** Interfaces as a browser has them, as far as they are looked at; made anew in each realm. They print as a browser's own do. */
const INTERFACES = `
  const accessor = (prototype, name, get) => Object.defineProperty(prototype, name, { get, configurable: true });
  class MediaDevices {
    getUserMedia() { /* [native code] */ return 'camera'; }
    enumerateDevices() { /* [native code] */ return []; }
  }
  class Navigator {}
  const devices = new MediaDevices();
  accessor(Navigator.prototype, 'mediaDevices', function mediaDevices() { /* [native code] */ return devices; });
  class MediaStreamTrack {
    getSettings() { /* [native code] */ return {}; }
    applyConstraints() { /* [native code] */ }
  }
  accessor(MediaStreamTrack.prototype, 'readyState', function readyState() {
    /* [native code] */
    if (!this.isTrack) throw new TypeError('Illegal invocation');
    return 'live';
  });
  class CanvasCaptureMediaStreamTrack extends MediaStreamTrack {}
  accessor(CanvasCaptureMediaStreamTrack.prototype, 'canvas', function canvas() {
    if (!this.isCanvas) throw new TypeError('Illegal invocation');
    return {};
  });
  Object.assign(globalThis, { MediaDevices, Navigator, MediaStreamTrack, CanvasCaptureMediaStreamTrack });
  const ofPage = new Navigator();
  accessor(globalThis, 'navigator', function navigator() { /* [native code] */ return ofPage; });
`;

/** A realm with functions of its own, as each frame of a page has. */
export function makeRealm(): Realm {
  const context = createContext({});
  runInContext(INTERFACES, context);
  return standIn<Realm>(runInContext('globalThis', context));
}

class FakeSurface {
  transform: number[] = [];
  drawn = 0;
  readonly canvas = { width: 0, height: 0 };
  readonly context = {
    setTransform: (...values: number[]): void => {
      this.transform = values;
    },
    drawImage: (): void => {
      this.drawn += 1;
    },
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(width * height * 4).fill(200),
    }),
  };
}

/** A page without a browser: time stands still until the test moves it. */
export class FakeBrowser {
  nowMs = 1000;
  wallClockMs = 1_700_000_000_000;
  hidden = false;
  secure = true;
  devices: FakeMediaDevices | undefined = new FakeMediaDevices();
  readonly document = new CountingTarget();
  readonly window = new CountingTarget();
  readonly videos: FakeVideo[] = [];
  readonly surfaces: FakeSurface[] = [];
  readonly objectUrls = new Set<string>();
  /** Media queries that hold. */
  readonly mediaFeatures = new Set<string>();
  /** `null` in a browser without them. */
  wakeLocks: { held: number } | null = { held: 0 };
  /** The page's globals, which a test may change as an attacker's script does. */
  readonly page: Realm = makeRealm();
  framesForbidden = false;
  private readonly timers = new Map<number, { atMs: number; callback: () => void }>();
  private readonly frames = new Map<number, () => void>();
  private lastHandle = 0;

  readonly environment: BrowserEnvironment = {
    isSecureContext: () => this.secure,
    mediaDevices: () => standIn<MediaDevices | undefined>(this.devices),
    isPageHidden: () => this.hidden,
    documentTarget: () => this.document,
    windowTarget: () => this.window,
    createVideo: () => {
      const video = new FakeVideo();
      this.videos.push(video);
      return standIn<HTMLVideoElement>(video);
    },
    createCanvas: (width, height) => standIn<HTMLCanvasElement>({ width, height, getContext: () => ({}) }),
    createSurface: (widthPx, heightPx) => {
      const surface = new FakeSurface();
      surface.canvas.width = widthPx;
      surface.canvas.height = heightPx;
      this.surfaces.push(surface);
      return standIn<DrawingSurface>(surface);
    },
    createObjectUrl: () => {
      const url = `blob:${(this.lastHandle += 1)}`;
      this.objectUrls.add(url);
      return url;
    },
    revokeObjectUrl: (url) => this.objectUrls.delete(url),
    nowMs: () => this.nowMs,
    wallClockMs: () => this.wallClockMs,
    setTimer: (callback, delayMs) => {
      this.timers.set((this.lastHandle += 1), { atMs: this.nowMs + delayMs, callback });
      return this.lastHandle;
    },
    clearTimer: (handle) => this.timers.delete(handle),
    requestFrame: (callback) => {
      this.frames.set((this.lastHandle += 1), callback);
      return this.lastHandle;
    },
    cancelFrame: (handle) => this.frames.delete(handle),
    realm: () => this.page,
    withFreshRealm: (look) => (this.framesForbidden ? null : look(makeRealm())),
    matchesMedia: (query) => this.mediaFeatures.has(query),
    requestWakeLock: () => {
      if (this.wakeLocks === null) return null;
      const locks = this.wakeLocks;
      locks.held += 1;
      return Promise.resolve({
        release: async () => {
          locks.held -= 1;
        },
      });
    },
  };

  /** The last video that was made. */
  get video(): FakeVideo {
    const video = this.videos[this.videos.length - 1];
    if (!video) throw new TypeError('no video was made yet');
    return video;
  }

  /** Moves time on, timer by timer. */
  async advance(durationMs: number): Promise<void> {
    const untilMs = this.nowMs + durationMs;
    for (;;) {
      await settle();
      const due = [...this.timers]
        .filter(([, { atMs }]) => atMs <= untilMs)
        .sort((a, b) => a[1].atMs - b[1].atMs);
      const next = due[0];
      if (!next) break;
      this.timers.delete(next[0]);
      this.nowMs = Math.max(this.nowMs, next[1].atMs);
      next[1].callback();
    }
    this.nowMs = untilMs;
    await settle();
  }

  /** The browser repaints. */
  repaint(): void {
    const due = [...this.frames.values()];
    this.frames.clear();
    for (const callback of due) callback();
  }

  /** The page's time goes on by one picture, which the video shows. */
  async showPicture(): Promise<void> {
    this.nowMs += 33;
    this.video.show(this.nowMs);
    await settle();
  }

  /** All that would go on after the end. */
  get liveResourceCount(): number {
    const targets = [
      this.document,
      this.window,
      ...this.videos,
      ...(this.devices ? [this.devices, ...this.devices.tracks] : []),
    ];
    return (
      (this.devices?.liveTrackCount ?? 0) +
      targets.reduce((sum, { listenerCount }) => sum + listenerCount, 0) +
      this.timers.size +
      this.frames.size +
      this.objectUrls.size +
      this.videos.reduce(
        (sum, { frameCallbacks, srcObject }) => sum + frameCallbacks.size + (srcObject ? 1 : 0),
        0,
      ) +
      this.surfaces.filter(({ canvas }) => canvas.width > 0).length +
      (this.wakeLocks?.held ?? 0)
    );
  }
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
