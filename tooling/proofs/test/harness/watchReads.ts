import type { Watched } from './watched.js';

/** One look at a watched property, the first from its place in the code. */
export interface ReadReport {
  /** For example `Navigator.userAgent`, `Window.matchMedia(prefers-color-scheme)`. */
  readonly what: string;
  readonly realm: 'page' | 'frame' | 'worker';
  /** Who looked: the engine's own lines, the nearest first. */
  readonly stack: readonly string[];
}

/** Stands before each report on the console: the only way out that every realm has and that touches neither network nor storage. */
export const READ_MARK = 'huoti-read ';

/** Told once by each realm that is watched, in the place of a property. */
export const WATCHING = 'watching';

/**
 * Wraps what is watched, in a page, a frame or a worker, before any of its own scripts run. Stands alone, since it is sent there as text.
 *
 * @param sensorEvents types whose listeners are told
 */
export function watchReads(
  watched: Watched,
  mark: string,
  sensorEvents: readonly string[],
  watchingWord: string,
): void {
  type Callable = (this: unknown, ...args: unknown[]) => unknown;
  const scope: Record<string, unknown> = globalThis as typeof globalThis & Record<string, unknown>;
  if (scope['huotiWatched']) return;
  Object.defineProperty(scope, 'huotiWatched', { value: true });
  const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
  const { stringify } = JSON;
  // Bound now: a page's own script may replace it.
  const say = console.debug.bind(console);
  const inWorker = typeof document === 'undefined';
  const globalName = inWorker ? 'WorkerGlobalScope' : 'Window';
  const realm = inWorker ? 'worker' : window === window.top ? 'page' : 'frame';
  const told = new Set<string>();
  let telling = false;

  const tell = (what: string): void => {
    if (telling) return;
    telling = true;
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 30;
    const stack = (new Error().stack ?? '').split('\n').slice(3);
    Error.stackTraceLimit = stackTraceLimit;
    const key = [what, ...stack.slice(0, 3)].join();
    if (!told.has(key)) {
      told.add(key);
      say(mark + stringify({ what, realm, stack: stack.map((line) => line.trim().replace(/^at /, '')) }));
    }
    telling = false;
  };

  const words = (how: string, [first]: readonly unknown[]): string[] => {
    if (how === 'number') return [`0x${Number(first).toString(16)}`];
    if (how === 'sensor-events') return sensorEvents.includes(String(first)) ? [String(first)] : [];
    if (how === 'media-features') return String(first).match(/(?<=\()[\w-]+/g) ?? [String(first)];
    return [typeof first === 'object' && first !== null ? stringify(first) : String(first)];
  };

  /** @param owner a prototype, or the global object */
  const watch = (owner: object, name: string, member: string, how?: string): void => {
    const found = getOwnPropertyDescriptor(owner, member);
    if (!found?.configurable) return;
    const what = `${name}.${member}`;
    let { value } = found as { value: unknown };
    if (how !== undefined && typeof value === 'function') {
      const call = value as Callable;
      value = function (this: unknown, ...args: unknown[]) {
        for (const word of words(how, args)) tell(`${what}(${word})`);
        return apply(call, this, args);
      };
      defineProperty(owner, member, { ...found, value });
      return;
    }
    const { get, set } = found;
    defineProperty(owner, member, {
      configurable: true,
      enumerable: found.enumerable === true,
      get(this: unknown) {
        tell(what);
        return get === undefined ? value : apply(get, this, []);
      },
      set(this: object, next: unknown) {
        if (get !== undefined || set !== undefined) {
          tell(`${what}=`);
          if (set !== undefined) apply(set, this, [next]);
        } else if (this === owner || this === undefined) value = next;
        else
          defineProperty(this, member, { value: next, writable: true, enumerable: true, configurable: true });
      },
    });
  };
  const prototypeOf = (name: string): object | null => {
    const type = scope[name] as { prototype?: object } | undefined;
    return type?.prototype ?? null;
  };

  // What pixels of a camera or a script were put on and nothing else may be read back. Any other canvas shows how a device draws.
  const drawn = new WeakMap<object, { given: boolean; own: boolean }>();
  const marksOf = (canvas: object) => {
    const marks = drawn.get(canvas) ?? { given: false, own: false };
    drawn.set(canvas, marks);
    return marks;
  };
  const isGiven = (source: object): boolean =>
    ['HTMLVideoElement', 'ImageBitmap', 'VideoFrame'].some((kind) => {
      const type = scope[kind];
      return typeof type === 'function' && source instanceof type;
    }) || Boolean(drawn.get(source)?.given && !drawn.get(source)?.own);
  const wrap = (
    name: string,
    member: string,
    before: (self: { canvas: object }, args: unknown[]) => void,
  ): void => {
    const owner = prototypeOf(name);
    const found = owner && getOwnPropertyDescriptor(owner, member);
    if (!owner || typeof found?.value !== 'function') return;
    const call = found.value as Callable;
    const value = function (this: { canvas: object }, ...args: unknown[]) {
      before(this, args);
      return apply(call, this, args);
    };
    defineProperty(owner, member, { ...found, value });
  };
  for (const name of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D']) {
    wrap(name, 'drawImage', ({ canvas }, [source]) => {
      const marks = marksOf(canvas);
      if (isGiven(source as object)) marks.given = true;
      else marks.own = true;
    });
    wrap(name, 'putImageData', ({ canvas }) => void (marksOf(canvas).given = true));
    for (const member of [
      'fillText',
      'strokeText',
      'arc',
      'ellipse',
      'bezierCurveTo',
      'createLinearGradient',
      'createConicGradient',
    ])
      wrap(name, member, ({ canvas }) => void (marksOf(canvas).own = true));
    wrap(name, 'getImageData', ({ canvas }) => {
      const { given, own } = marksOf(canvas);
      if (own || !given) tell(`${name}.getImageData(drawn)`);
    });
  }
  for (const [name, member] of [
    ['HTMLCanvasElement', 'toDataURL'],
    ['HTMLCanvasElement', 'toBlob'],
    ['OffscreenCanvas', 'convertToBlob'],
  ] as const)
    wrap(name, member, (canvas) => {
      const { given, own } = marksOf(canvas);
      if (own || !given) tell(`${name}.${member}(drawn)`);
    });

  // Names of a camera that stay the same from visit to visit.
  const track = prototypeOf('MediaStreamTrack');
  for (const member of ['getSettings', 'getCapabilities', 'getConstraints']) {
    const found = track && getOwnPropertyDescriptor(track, member);
    if (!track || typeof found?.value !== 'function') continue;
    const call = found.value as Callable;
    const value = function (this: unknown) {
      const facts = apply(call, this, []) as Record<string, unknown>;
      for (const secret of ['deviceId', 'groupId'] as const) {
        const known = facts[secret];
        if (known === undefined) continue;
        const get = () => {
          tell(`MediaTrackSettings.${secret}`);
          return known;
        };
        defineProperty(facts, secret, { get, enumerable: true, configurable: true });
      }
      return facts;
    };
    defineProperty(track, member, { ...found, value });
  }

  for (const name of watched.whole) {
    const owner = prototypeOf(name);
    for (const key of owner ? ownKeys(owner) : [])
      if (owner && typeof key === 'string' && key !== 'constructor') watch(owner, name, key);
  }
  for (const [name, members] of Object.entries(watched.members)) {
    const owner = prototypeOf(name);
    for (const member of owner ? members : []) if (owner) watch(owner, name, member);
  }
  for (const [path, how] of Object.entries(watched.asked)) {
    const [name = '', member = ''] = path.split('.');
    const owner =
      name === 'Window' ? (inWorker ? null : scope) : name === 'CSS' ? scope[name] : prototypeOf(name);
    if (typeof owner === 'object' && owner !== null) watch(owner, name, member, how);
  }
  const dateTime = Intl.DateTimeFormat.prototype;
  for (const formatter of [dateTime, Intl.NumberFormat.prototype, Intl.Collator.prototype])
    watch(formatter, formatter === dateTime ? 'DateTimeFormat' : 'Intl', 'resolvedOptions');
  // Last: what stands above needs them.
  for (const member of watched.globals) watch(scope, globalName, member);
  say(mark + stringify({ what: watchingWord, realm, stack: [] }));
}
