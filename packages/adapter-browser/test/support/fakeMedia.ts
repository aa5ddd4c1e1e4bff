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
  private state: 'live' | 'ended' = 'live';
  muted = false;
  /** What the fake realms' interfaces know a track by. */
  readonly isTrack = true;
  readonly asked: MediaTrackConstraints[] = [];
  settings: MediaTrackSettings = { width: 640, height: 480, frameRate: 30, deviceId: 'first' };
  /** The camera has changed its size; whoever plays it shows the new one. */
  onResize: (width: number, height: number) => void = () => undefined;
  // Accessors, as in a browser: an object with such a property of its own is what a script would make.
  get label(): string {
    return "Ada's camera";
  }
  get readyState(): 'live' | 'ended' {
    return this.state;
  }
  set readyState(state) {
    this.state = state;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  getSettings(): MediaTrackSettings {
    return this.settings;
  }
  getCapabilities(): MediaTrackCapabilities {
    return { width: { max: 1280 }, height: { max: 720 }, frameRate: { max: 30 } };
  }
  getConstraints(): MediaTrackConstraints {
    return { width: { ideal: 640 }, height: { ideal: 480 } };
  }
  async applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.asked.push(constraints);
    const ideal = (wish: ConstrainULong | undefined): number =>
      typeof wish === 'object' ? (wish.ideal ?? 0) : 0;
    const [width, height] = [ideal(constraints.width), ideal(constraints.height)];
    this.settings = { ...this.settings, width, height };
    this.onResize(width, height);
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
