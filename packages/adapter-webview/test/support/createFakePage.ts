import type { BrowserEnvironment } from '@huoti/adapter-browser';
import { createAbortSource } from '@huoti/core';
import type { ManualClock } from '@huoti/core/testing';

/** A fake in the place of the real thing, which has more than is used. */
export const standIn = <T>(fake: unknown): T => fake as T;

/** An event target that knows how many listeners it has. */
class CountingTarget extends EventTarget {
  listenerCount = 0;
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listenerCount += 1;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listenerCount -= 1;
    super.removeEventListener(...args);
  }
}

/** What a fake decoder's picture is: its number stands for what it shows. */
export interface FakePicture {
  readonly shows: number;
}

/** A surface whose pixels all have the number of the picture that was drawn last. */
class FakeCanvas {
  shows = 0;
  drawn = 0;
  readonly turns: number[][] = [];
  constructor(
    public width: number,
    public height: number,
  ) {}
  readonly context = {
    setTransform: (...turn: number[]): void => void this.turns.push(turn),
    drawImage: (source: FakePicture): void => {
      this.drawn += 1;
      this.shows = source.shows;
    },
    putImageData: (image: { data: Uint8ClampedArray }): void => void (this.shows = image.data[0] ?? 0),
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(width * height * 4).fill(this.shows),
    }),
  };
  getContext(): unknown {
    return this.context;
  }
}

/** A page without a browser, on a clock moved by hand. */
export class FakePage {
  hidden = false;
  secure = true;
  devices: object | undefined = undefined;
  /** Whether a canvas gives a context. */
  drawable = true;
  readonly document = new CountingTarget();
  readonly window = new CountingTarget();
  readonly canvases: FakeCanvas[] = [];
  readonly objectUrls = new Set<string>();
  private readonly timers = new Map<number, () => void>();
  private lastHandle = 0;

  constructor(readonly clock: ManualClock) {}

  readonly environment: BrowserEnvironment = standIn<BrowserEnvironment>({
    isSecureContext: () => this.secure,
    mediaDevices: () => this.devices,
    isPageHidden: () => this.hidden,
    documentTarget: () => this.document,
    windowTarget: () => this.window,
    createCanvas: (width: number, height: number) => {
      const canvas = this.addCanvas(width, height);
      return this.drawable ? canvas : { width, height, getContext: () => null };
    },
    createSurface: (width: number, height: number) => {
      const canvas = this.addCanvas(width, height);
      return { canvas, context: canvas.context };
    },
    createObjectUrl: () => {
      const url = `blob:${(this.lastHandle += 1)}`;
      this.objectUrls.add(url);
      return url;
    },
    revokeObjectUrl: (url: string) => this.objectUrls.delete(url),
    nowMs: () => this.clock.nowMs(),
    setTimer: (callback: () => void, delayMs: number) => {
      const handle = (this.lastHandle += 1);
      const stop = createAbortSource();
      this.timers.set(handle, () => stop.abort());
      this.clock.sleep(delayMs, { signal: stop.signal }).then(
        () => {
          this.timers.delete(handle);
          callback();
        },
        () => undefined,
      );
      return handle;
    },
    clearTimer: (handle: number) => {
      this.timers.get(handle)?.();
      this.timers.delete(handle);
    },
  });

  private addCanvas(width: number, height: number): FakeCanvas {
    const canvas = new FakeCanvas(width, height);
    this.canvases.push(canvas);
    return canvas;
  }

  hide(): void {
    this.hidden = true;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }

  /** All that would go on after the end. */
  get liveResourceCount(): number {
    return (
      this.document.listenerCount +
      this.window.listenerCount +
      this.timers.size +
      this.objectUrls.size +
      this.canvases.filter(({ width }) => width > 0).length
    );
  }
}
