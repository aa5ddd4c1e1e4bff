import {
  BRIDGE_VERSIONS,
  chooseBridgeVersion,
  MAX_BRIDGE_CONTROL_BYTES,
  MAX_BRIDGE_FRAME_BYTES,
  readBridgeMessage,
  writeBridgeMessage,
  type BridgeCapability,
  type BridgeError,
  type BridgeErrorCode,
  type BridgeMessage,
  type BridgeRequestMessage,
  type PermissionState,
  type SessionGrant,
  type Welcome,
} from '@huoti/protocol/bridge';
import type { HuotiCameraPermission, HuotiDevice } from './HuotiDevice';

/** What the app is told. Nothing of it says whether a person was there: that is the app's own server's to say. */
export interface HuotiHostEvents {
  /**
   * The page says that a session is over. Have your OWN backend ask the liveness service for the signed result of the session
   * that IT started. The id comes from a page, and a page can be made to say anything.
   */
  onSessionEnded(sessionId: string | null): void;
  /** The person is done with the page: take it away. */
  onWantsToClose(): void;
}

export interface HuotiBridgeOptions {
  readonly app: Welcome['app'];
  readonly platform: 'ios' | 'android';
  /** From your backend; without one the page asks its own server. */
  readonly grant?: SessionGrant | undefined;
  readonly device: HuotiDevice;
  readonly events: HuotiHostEvents;
  /** Hands one text to the main frame of the trusted page. */
  send(text: string): void;
}

/** The host's half of the bridge. Whoever calls `receive` has checked where the message comes from. */
export interface HuotiBridge {
  /** One text of the page. Never throws, never evaluates. */
  receive(text: string): void;
  appMoved(toBackground: boolean): void;
  /** The page's process died: the next page is told so with its welcome. */
  processGone(): void;
  /** Whatever the page had switched on is switched off; idempotent. */
  endPage(): void;
}

type Interrupted = NonNullable<Welcome['interrupted']>;
type Request = BridgeRequestMessage;
/** What a request becomes: what it is answered with, or a bridge code. */
type Answer = object | BridgeErrorCode;

/** One load of the page. */
interface Page {
  readonly session: string;
  readonly nonce: string;
  readonly interrupted: Interrupted | null;
  sessionId: string | null;
  /** What the page is doing, in its own word. */
  state: string;
  readonly heard: Set<number>;
  /** Requests that are being worked at. */
  readonly waiting: Set<number>;
}

const REMEMBERED_IDS = 512;
const REMEMBERED_PAGES = 64;
const NONCE_BYTES = 16;

declare const performance: { now(): number };

/** Adds to what is remembered; what has been there longest goes. */
function keep<T>(remembered: Set<T>, one: T, most: number): void {
  remembered.add(one);
  for (const oldest of remembered) {
    if (remembered.size <= most) break;
    remembered.delete(oldest);
  }
}

export function createHuotiBridge({
  app,
  platform,
  grant,
  device,
  events,
  send,
}: HuotiBridgeOptions): HuotiBridge {
  const confirmed = new Set<string>();
  const over = new Set<string>();
  // For one try: who has begun one gets no second out of it.
  let unspent = grant;
  let page: Page | null = null;
  let lost: Interrupted | null = null;
  let asking: Promise<PermissionState> | null = null;
  let lastId = 0;

  /** What this host really does. */
  const capabilities = (): Partial<Record<BridgeCapability, number>> => ({
    'camera.page': 1,
    ...(device.cameraPermission ? { 'permission.query': 1 } : {}),
    ...(device.openSettings ? { 'settings.open': 1 } : {}),
    ...(device.playHaptics ? { haptics: 1 } : {}),
    ...(device.setBrightness ? { brightness: 1 } : {}),
    ...(device.keepAwake ? { keepAwake: 1 } : {}),
  });

  const post = (session: string, draft: object): void => {
    lastId += 1;
    const head = {
      version: BRIDGE_VERSIONS[0],
      session,
      id: lastId,
      timeMs: performance.now(),
    };
    // The page checks all of it again by the same schemas.
    send(writeBridgeMessage({ ...head, ...draft } as BridgeMessage));
  };
  const refuse = (
    request: { id: number; name: string; session: string },
    code: string,
    why: string,
  ): void => {
    const error: BridgeError = { code, retryable: false, message: why };
    post(request.session, { kind: 'reply', name: request.name, replyTo: request.id, error });
  };

  const interruptionOf = (code: BridgeErrorCode, retryable: boolean): Interrupted | null => {
    if (page === null || page.state === 'idle' || page.state === 'ended') return null;
    const { sessionId } = page;
    return { ...(sessionId === null ? {} : { sessionId }), error: { code, retryable } };
  };
  const endPage = (): void => {
    // What a device does not do was never switched on.
    device.setBrightness?.(null).catch(() => undefined);
    device.keepAwake?.(false).catch(() => undefined);
    if (page !== null) keep(over, page.session, REMEMBERED_PAGES);
    page = null;
  };

  const hello = ({ id, session, payload }: Request & { name: 'hello' }, heardAtMs: number): void => {
    const version = chooseBridgeVersion(BRIDGE_VERSIONS, payload.versions);
    if (version === null) {
      refuse(
        { id, name: 'hello', session },
        'unsupported_version',
        `this app speaks ${BRIDGE_VERSIONS.join(', ')}`,
      );
      return;
    }
    // A page that is over does not come back.
    if (over.has(session)) return;
    if (page?.session !== session) {
      // A page that says hello under a new name was loaded anew: the one before is gone.
      const interrupted = lost ?? interruptionOf('page_reloaded', false);
      endPage();
      lost = null;
      const nonce = Array.from(device.randomBytes(NONCE_BYTES), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
      page = {
        session,
        nonce,
        interrupted,
        sessionId: null,
        state: 'idle',
        heard: new Set(),
        waiting: new Set(),
      };
    }
    const welcome: Welcome = {
      version,
      app,
      platform,
      capabilities: capabilities() as Welcome['capabilities'],
      limits: { controlBytes: MAX_BRIDGE_CONTROL_BYTES, frameBytes: MAX_BRIDGE_FRAME_BYTES },
      nonce: page.nonce,
      echo: payload.nonce,
      heardAtMs,
      ...(unspent === undefined ? {} : { grant: unspent }),
      ...(page.interrupted === null ? {} : { interrupted: page.interrupted }),
    };
    post(session, { kind: 'reply', name: 'hello', replyTo: id, payload: welcome });
  };

  /** One prompt for all who ask while it is shown. */
  const ask = async ({ request }: HuotiCameraPermission): Promise<PermissionState> => {
    asking ??= request()
      .then((state) => ({ state }))
      .finally(() => (asking = null));
    return asking;
  };

  const answer = async (request: Request): Promise<Answer> => {
    switch (request.name) {
      case 'permission.query':
        if (!device.cameraPermission) return 'unsupported_capability';
        return { state: await device.cameraPermission.query() };
      case 'permission.request':
        if (!device.cameraPermission) return 'unsupported_capability';
        return ask(device.cameraPermission);
      case 'settings.open':
        if (!device.openSettings) return 'unsupported_capability';
        await device.openSettings();
        return {};
      case 'brightness':
        if (!device.setBrightness) return 'unsupported_capability';
        await device.setBrightness(request.payload.level);
        return {};
      case 'keepAwake':
        if (!device.keepAwake) return 'unsupported_capability';
        await device.keepAwake(request.payload.on);
        return {};
      case 'result': {
        const sessionId = request.payload.sessionId ?? null;
        if (page) page.state = 'ended';
        unspent = undefined;
        // The page says it again until it hears of it: the app is told once.
        const key = sessionId ?? request.session;
        if (!confirmed.has(key)) {
          confirmed.add(key);
          events.onSessionEnded(sessionId);
        }
        return {};
      }
      default:
        return 'unsupported_capability';
    }
  };

  const reply = async (request: Request): Promise<void> => {
    const { id, name, session } = request;
    let answered: Answer;
    try {
      answered = await answer(request);
    } catch {
      // What a package threw may hold anything: it stays here.
      answered = 'internal';
    }
    if (page?.session !== session || !page.waiting.delete(id)) return;
    if (typeof answered === 'string') refuse(request, answered, `${name}: this app did not do it`);
    else post(session, { kind: 'reply', name, replyTo: id, payload: answered });
  };

  const hear = (message: BridgeMessage): void => {
    if (message.kind !== 'event' || page === null) return;
    switch (message.name) {
      case 'haptics':
        device.playHaptics?.(message.payload.pattern);
        return;
      case 'session.state':
        if (message.payload.sessionId !== undefined) page.sessionId = message.payload.sessionId;
        page.state = message.payload.state;
        if (page.state === 'running') unspent = undefined;
        return;
      case 'ui.close':
        events.onWantsToClose();
        return;
      default:
      // An event that this app does not know is passed over.
    }
  };

  return {
    receive(text) {
      const heardAtMs = performance.now();
      // Its size first, then its shape: unknown names, wrong payloads and other people's messages end here.
      const reading = readBridgeMessage(text, { from: 'page' });
      if (!reading.ok) {
        if (reading.code !== 'foreign' && reading.request)
          refuse(reading.request, reading.code, reading.why.slice(0, 300));
        return;
      }
      const { message } = reading;
      if (message.kind === 'request' && message.name === 'hello') {
        hello(message, heardAtMs);
        return;
      }
      if (page?.session !== message.session) {
        // A page that was left and came back, or one that never said hello.
        if (message.kind === 'request') refuse(message, 'page_reloaded', 'say hello first');
        return;
      }
      if (page.heard.has(message.id)) return;
      keep(page.heard, message.id, REMEMBERED_IDS);
      if (message.kind === 'request') {
        page.waiting.add(message.id);
        void reply(message);
      } else if (message.kind === 'cancel') {
        page.waiting.delete(message.replyTo);
        // The page goes on without the app.
        if (message.name === 'hello') endPage();
      } else hear(message);
    },
    appMoved(toBackground) {
      // The system's own camera prompt counts as a move on Android.
      if (page === null || (toBackground && asking !== null)) return;
      post(page.session, { kind: 'event', name: toBackground ? 'app.pause' : 'app.resume', payload: {} });
    },
    processGone() {
      lost = interruptionOf('process_gone', true);
      endPage();
    },
    endPage,
  };
}
