/** What a page asked of its browser since it was opened, and what it holds. */
export interface HostWatch {
  /** Names of what was called, in order: camera, devices, workers, requests, storage, timers. */
  readonly calls: string[];
  /** Timers that run by now. */
  timers(): number;
}

/** A voice of the fake speech. */
export interface FakeVoice {
  readonly lang: string;
  readonly localService: boolean;
}

declare global {
  interface Window {
    huotiHost: HostWatch;
    /** What the fake speech was asked for. */
    huotiSpeech: {
      voices: FakeVoice[];
      listed: number;
      spoken: { text: string; local: boolean; lang: string }[];
      cancelled: number;
      waiting: number;
    };
  }
}

/** Runs in the page before its own scripts: watches every way in which something could happen before a choice. */
export function watchHost(): void {
  const calls: string[] = [];
  const running = new Set<number>();
  const wrap = (owner: object, name: string, label = name): void => {
    const target = owner as Record<string, (...rest: unknown[]) => unknown>;
    const original = target[name];
    if (original === undefined) return;
    target[name] = function (this: unknown, ...rest: unknown[]) {
      calls.push(label);
      return original.apply(this, rest);
    };
  };
  wrap(MediaDevices.prototype, 'getUserMedia', 'camera');
  wrap(MediaDevices.prototype, 'enumerateDevices', 'devices');
  wrap(window, 'fetch');
  wrap(XMLHttpRequest.prototype, 'open', 'XMLHttpRequest');
  wrap(Navigator.prototype, 'sendBeacon', 'beacon');
  wrap(Storage.prototype, 'setItem', 'storage');
  wrap(IDBFactory.prototype, 'open', 'IndexedDB');
  wrap(CacheStorage.prototype, 'open', 'caches');
  wrap(HTMLCanvasElement.prototype, 'getContext', 'canvas');
  for (const name of ['Worker', 'SharedWorker', 'WebSocket', 'EventSource'] as const) {
    const original = Reflect.get(window, name) as (new (...rest: unknown[]) => object) | undefined;
    if (original === undefined) continue;
    Reflect.set(
      window,
      name,
      class extends original {
        constructor(...rest: unknown[]) {
          calls.push(name);
          super(...rest);
        }
      },
    );
  }
  const { setInterval: every, setTimeout: later, clearInterval: stop, clearTimeout: forget } = window;
  Reflect.set(window, 'setInterval', (work: () => void, ms?: number) => {
    const id = every(work, ms);
    running.add(id);
    return id;
  });
  Reflect.set(window, 'setTimeout', (work: () => void, ms?: number) => {
    const id = later(() => {
      running.delete(id);
      work();
    }, ms);
    running.add(id);
    return id;
  });
  const clear = (end: (id?: number) => void) => (id?: number) => {
    if (id !== undefined) running.delete(id);
    end(id);
  };
  Reflect.set(window, 'clearInterval', clear(stop.bind(window)));
  Reflect.set(window, 'clearTimeout', clear(forget.bind(window)));
  window.huotiHost = { calls, timers: () => running.size };

  const speech = {
    voices: [] as FakeVoice[],
    listed: 0,
    spoken: [] as { text: string; local: boolean; lang: string }[],
    cancelled: 0,
    waiting: 0,
  };
  window.huotiSpeech = speech;
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      voice: FakeVoice | null = null;
      lang = '';
      constructor(readonly text: string) {}
    },
  });
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      getVoices() {
        speech.listed += 1;
        return speech.voices;
      },
      speak({ text, voice, lang }: { text: string; voice: FakeVoice | null; lang: string }) {
        speech.spoken.push({ text, local: voice?.localService === true, lang });
      },
      cancel: () => (speech.cancelled += 1),
      addEventListener: () => (speech.waiting += 1),
      removeEventListener: () => (speech.waiting -= 1),
    },
  });
}
