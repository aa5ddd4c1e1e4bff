import type { ResourceCounts } from './ResourceCounts.js';

declare global {
  interface Window {
    /** What the page holds now. */
    huotiHeld: () => ResourceCounts;
    /** `requestAnimationFrame` as the browser has it: for the tests' own use, not counted. */
    huotiRawFrame: typeof requestAnimationFrame;
  }
}

/**
 * Counts what a page takes and gives back. Runs in the page before its own scripts: it has to stand alone, without
 * anything from outside of this function.
 */
export function watchResources(): void {
  const timeouts = new Set<number>();
  const intervals = new Set<number>();
  const frames = new Set<number>();
  const videoFrames = new Set<string>();
  const workers = new Set<Worker>();
  const objectUrls = new Set<string>();
  let tracks: MediaStreamTrack[] = [];
  // Weak, and counts beside it: the books keep nothing alive that the page has let go.
  const heard = new WeakMap<EventTarget, Map<string, Set<unknown>>>();
  const heardCounts = new Map<string, number>();
  const count = (name: string, change: number): void => {
    heardCounts.set(name, (heardCounts.get(name) ?? 0) + change);
  };
  let videoCount = 0;
  const videoIds = new WeakMap<HTMLVideoElement, number>();

  const rawTimeout = window.setTimeout.bind(window);
  const rawClearTimeout = window.clearTimeout.bind(window);
  const rawInterval = window.setInterval.bind(window);
  const rawClearInterval = window.clearInterval.bind(window);
  const rawFrame = window.requestAnimationFrame.bind(window);
  const rawCancelFrame = window.cancelAnimationFrame.bind(window);
  window.huotiRawFrame = rawFrame;

  window.setTimeout = ((callback: TimerHandler, delay?: number, ...rest: unknown[]) => {
    const id = rawTimeout(() => {
      timeouts.delete(id);
      if (typeof callback === 'function') callback(...rest);
    }, delay);
    timeouts.add(id);
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    timeouts.delete(Number(id));
    rawClearTimeout(id);
  };
  window.setInterval = ((callback: TimerHandler, delay?: number, ...rest: unknown[]) => {
    const id = rawInterval(callback, delay, ...rest);
    intervals.add(id);
    return id;
  }) as typeof window.setInterval;
  window.clearInterval = (id) => {
    intervals.delete(Number(id));
    rawClearInterval(id);
  };
  window.requestAnimationFrame = (callback) => {
    const id = rawFrame((atMs) => {
      frames.delete(id);
      callback(atMs);
    });
    frames.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    frames.delete(id);
    rawCancelFrame(id);
  };

  const video = HTMLVideoElement.prototype;
  const nameOf = (element: HTMLVideoElement, id: number): string => {
    if (!videoIds.has(element)) videoIds.set(element, (videoCount += 1));
    return `${videoIds.get(element)}:${id}`;
  };
  const rawVideoFrame = video.requestVideoFrameCallback;
  const rawCancelVideoFrame = video.cancelVideoFrameCallback;
  video.requestVideoFrameCallback = function (callback) {
    const id = rawVideoFrame.call(this, (nowMs, metadata) => {
      videoFrames.delete(nameOf(this, id));
      callback(nowMs, metadata);
    });
    videoFrames.add(nameOf(this, id));
    return id;
  };
  video.cancelVideoFrameCallback = function (id) {
    videoFrames.delete(nameOf(this, id));
    rawCancelVideoFrame.call(this, id);
  };

  const RawWorker = window.Worker;
  window.Worker = class extends RawWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.add(this);
    }
    override terminate(): void {
      workers.delete(this);
      super.terminate();
    }
  };

  const rawCreateUrl = URL.createObjectURL.bind(URL);
  const rawRevokeUrl = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = rawCreateUrl(object);
    objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    objectUrls.delete(url);
    rawRevokeUrl(url);
  };

  // Missing on insecure pages.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) {
    const rawUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await rawUserMedia(constraints);
      tracks = [...tracks.filter(({ readyState }) => readyState === 'live'), ...stream.getTracks()];
      return stream;
    };
  }

  const kindOf = (target: EventTarget): string | null => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (target === devices) return 'mediaDevices';
    for (const kind of ['MediaQueryList', 'MediaStreamTrack', 'HTMLVideoElement', 'Worker', 'AbortSignal']) {
      const type: unknown = Reflect.get(window, kind);
      if (typeof type === 'function' && target instanceof type) return kind;
    }
    return null;
  };
  const targets = EventTarget.prototype;
  const rawListen = targets.addEventListener;
  const rawUnlisten = targets.removeEventListener;
  const captures = (options: unknown): boolean =>
    typeof options === 'boolean'
      ? options
      : ((options as { capture?: boolean } | null | undefined)?.capture ?? false);
  const forget = (target: EventTarget, type: string, listener: unknown, options: unknown): void => {
    const key = `${type}:${captures(options)}`;
    if (heard.get(target)?.get(key)?.delete(listener)) count(`${kindOf(target)} ${key}`, -1);
  };
  targets.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    if (listener !== null && kindOf(target) !== null) {
      const types = heard.get(target) ?? new Map<string, Set<unknown>>();
      heard.set(target, types);
      const key = `${type}:${captures(options)}`;
      const listeners = types.get(key) ?? new Set();
      types.set(key, listeners);
      if (!listeners.has(listener)) count(`${kindOf(target)} ${key}`, 1);
      listeners.add(listener);
      const { once, signal } = typeof options === 'object' ? options : {};
      if (once) rawListen.call(target, type, () => forget(target, type, listener, options), { once });
      if (signal) rawListen.call(signal, 'abort', () => forget(target, type, listener, options));
    }
    rawListen.call(target, type, listener, options);
  };
  targets.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    forget(this ?? window, type, listener, options);
    rawUnlisten.call(this ?? window, type, listener, options);
  };

  window.huotiHeld = () => ({
    liveTracks: tracks.filter(({ readyState }) => readyState === 'live').length,
    timeouts: timeouts.size,
    intervals: intervals.size,
    animationFrames: frames.size,
    videoFrameCallbacks: videoFrames.size,
    workers: workers.size,
    objectUrls: objectUrls.size,
    listeners: [...heardCounts]
      .flatMap(([name, number]) => Array.from({ length: number }, () => name))
      .sort(),
  });
}
