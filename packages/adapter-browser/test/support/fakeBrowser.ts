import type { BrowserEnvironment, DrawingSurface } from '../../src/environment/BrowserEnvironment.js';

/** An event target that knows how many listeners it has. */
export class CountingTarget extends EventTarget {
  private readonly listeners = new Map<string, Set<unknown>>();
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    const ofType = this.listeners.get(args[0]) ?? new Set();
    this.listeners.set(args[0], ofType.add(args[1]));
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners.get(args[0])?.delete(args[1]);
    super.removeEventListener(...args);
  }
  get listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

/** A camera's track whose settings and fate the test decides. */
export class FakeTrack extends CountingTarget {
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  settings: MediaTrackSettings = { width: 640, height: 480, frameRate: 30, deviceId: 'first' };
  stop(): void {
    this.readyState = 'ended';
  }
  getSettings(): MediaTrackSettings {
    return this.settings;
  }
}

export class FakeMediaStream {
  constructor(readonly track: FakeTrack) {}
  getTracks(): FakeTrack[] {
    return [this.track];
  }
  getVideoTracks(): FakeTrack[] {
    return [this.track];
  }
}

type FrameCallback = (nowMs: number, metadata: { captureTime?: number; mediaTime: number }) => void;

/** A video element that shows a picture when the test says so. */
export class FakeVideo extends CountingTarget {
  videoWidth = 640;
  videoHeight = 480;
  readyState = 0;
  currentTime = 0;
  paused = true;
  muted = false;
  playsInline = false;
  autoplay = false;
  preload = '';
  src = '';
  srcObject: unknown = null;
  error: unknown = null;
  playCount = 0;
  playError: unknown = null;
  readonly attributes = new Set<string>();
  readonly frameCallbacks = new Map<number, FrameCallback>();
  requestVideoFrameCallback: ((callback: FrameCallback) => number) | undefined = (callback) => {
    const handle = this.playCount * 1e6 + this.frameCallbacks.size + Math.floor(Math.random() * 1e5);
    this.frameCallbacks.set(handle, callback);
    return handle;
  };
  cancelVideoFrameCallback(handle: number): void {
    this.frameCallbacks.delete(handle);
  }
  setAttribute(name: string): void {
    this.attributes.add(name);
  }
  removeAttribute(name: string): void {
    if (name === 'src') this.src = '';
  }
  load(): void {}
  async play(): Promise<void> {
    this.playCount += 1;
    this.paused = false;
    if (this.playError) throw this.playError;
  }
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  /** The next picture is shown. */
  show(nowMs: number, captureTime?: number): void {
    this.readyState = 4;
    this.currentTime += 1 / 30;
    const due = [...this.frameCallbacks.values()];
    this.frameCallbacks.clear();
    for (const callback of due) {
      callback(nowMs, { mediaTime: this.currentTime, ...(captureTime === undefined ? {} : { captureTime }) });
    }
  }
}

/** Cameras of a device; the test queues what `getUserMedia` does. */
export class FakeMediaDevices extends CountingTarget {
  readonly requests: MediaStreamConstraints[] = [];
  readonly tracks: FakeTrack[] = [];
  readonly failures: unknown[] = [];
  devices: { kind: string; deviceId: string; label: string }[] = [
    { kind: 'videoinput', deviceId: 'first', label: "Ada's phone" },
  ];
  private held: Promise<void> | null = null;
  hold(): () => void {
    let release = (): void => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    return () => {
      this.held = null;
      release();
    };
  }
  async getUserMedia(constraints: MediaStreamConstraints): Promise<FakeMediaStream> {
    this.requests.push(constraints);
    await this.held;
    if (this.failures.length > 0) throw this.failures.shift();
    const track = new FakeTrack();
    this.tracks.push(track);
    return new FakeMediaStream(track);
  }
  async enumerateDevices(): Promise<{ kind: string; deviceId: string; label: string }[]> {
    return this.devices;
  }
  get liveTrackCount(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }
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
  private readonly timers = new Map<number, { atMs: number; callback: () => void }>();
  private readonly frames = new Map<number, () => void>();
  private lastHandle = 0;

  readonly environment: BrowserEnvironment = {
    isSecureContext: () => this.secure,
    mediaDevices: () => this.devices as unknown as MediaDevices | undefined,
    isPageHidden: () => this.hidden,
    documentTarget: () => this.document,
    windowTarget: () => this.window,
    createVideo: () => {
      const video = new FakeVideo();
      this.videos.push(video);
      return video as unknown as HTMLVideoElement;
    },
    createCanvas: (width, height) =>
      ({ width, height, getContext: () => ({}) }) as unknown as HTMLCanvasElement,
    createSurface: (widthPx, heightPx) => {
      const surface = new FakeSurface();
      surface.canvas.width = widthPx;
      surface.canvas.height = heightPx;
      this.surfaces.push(surface);
      return surface as unknown as DrawingSurface;
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
      this.surfaces.filter(({ canvas }) => canvas.width > 0).length
    );
  }
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
