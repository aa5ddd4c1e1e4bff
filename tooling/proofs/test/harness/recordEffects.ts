declare global {
  interface Window {
    /** What scripts have started, kept or changed since the page was opened, in their order. */
    huotiEffects: string[];
    /** Names that the global object had at first. */
    huotiGlobals: Set<string>;
  }
}

/** Writes down every call that starts, keeps or changes something. Runs in a page before its own scripts, and stands alone. */
export function recordEffects(): void {
  const effects: string[] = [];
  window.huotiEffects = effects;
  const wrap = (owner: object, member: string, name: string): void => {
    const raw: unknown = Reflect.get(owner, member);
    if (typeof raw !== 'function') return;
    // A proxy, so that constructors stay constructors.
    const value = new Proxy(raw as (...args: unknown[]) => unknown, {
      apply(call, self, args: unknown[]) {
        effects.push(`${name}(${args.length > 0 && typeof args[0] === 'string' ? args[0] : ''})`);
        return Reflect.apply(call, self, args) as unknown;
      },
      construct(type, args: unknown[], target) {
        effects.push(`new ${name}`);
        return Reflect.construct(type, args, target) as object;
      },
    });
    Object.defineProperty(owner, member, { value, writable: true, configurable: true });
  };
  const owners: Readonly<Record<string, readonly string[]>> = {
    EventTarget: ['addEventListener', 'dispatchEvent'],
    Navigator: [
      'sendBeacon',
      'vibrate',
      'registerProtocolHandler',
      'share',
      'getBattery',
      'requestMediaKeySystemAccess',
    ],
    MediaDevices: ['getUserMedia', 'getDisplayMedia', 'enumerateDevices'],
    Permissions: ['query'],
    Storage: ['getItem', 'setItem', 'removeItem', 'clear', 'key'],
    IDBFactory: ['open', 'databases', 'deleteDatabase'],
    CacheStorage: ['open', 'match', 'keys', 'has'],
    StorageManager: ['persist', 'getDirectory', 'estimate'],
    ServiceWorkerContainer: ['register', 'getRegistration', 'getRegistrations'],
    CustomElementRegistry: ['define', 'whenDefined'],
    Document: [
      'write',
      'writeln',
      'open',
      'execCommand',
      'adoptNode',
      'createElement',
      'startViewTransition',
    ],
    Element: [
      'append',
      'prepend',
      'setAttribute',
      'insertAdjacentHTML',
      'attachShadow',
      'requestFullscreen',
      'animate',
    ],
    Node: ['appendChild', 'insertBefore', 'replaceChild', 'removeChild'],
    HTMLCanvasElement: ['getContext', 'captureStream'],
    HTMLMediaElement: ['play', 'load'],
    MutationObserver: ['observe'],
    ResizeObserver: ['observe'],
    IntersectionObserver: ['observe'],
    PerformanceObserver: ['observe'],
    History: ['pushState', 'replaceState'],
    XMLHttpRequest: ['open', 'send'],
    SpeechSynthesis: ['speak', 'getVoices'],
    WakeLock: ['request'],
    MessagePort: ['postMessage'],
  };
  for (const [name, members] of Object.entries(owners)) {
    const type: unknown = Reflect.get(window, name);
    if (typeof type !== 'function') continue;
    for (const member of members) wrap(type.prototype as object, member, `${name}.${member}`);
  }
  for (const name of [
    ...[
      'setTimeout',
      'setInterval',
      'requestAnimationFrame',
      'requestIdleCallback',
      'queueMicrotask',
      'fetch',
      'postMessage',
    ],
    ...[
      'Worker',
      'SharedWorker',
      'WebSocket',
      'WebTransport',
      'EventSource',
      'BroadcastChannel',
      'RTCPeerConnection',
      'Image',
      'Audio',
    ],
    ...['AudioContext', 'OffscreenCanvas', 'MessageChannel', 'alert', 'open', 'matchMedia', 'Notification'],
  ])
    wrap(window, name, name);
  wrap(URL, 'createObjectURL', 'URL.createObjectURL');
  for (const member of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming', 'Memory'])
    wrap(WebAssembly, member, `WebAssembly.${member}`);
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get: () => effects.push('Document.cookie') && '',
    set: (value: string) => effects.push(`Document.cookie=${value}`) && cookie?.set?.call(document, value),
  });
  window.huotiGlobals = new Set(Object.getOwnPropertyNames(window));
}
