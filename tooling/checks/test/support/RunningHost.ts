import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from '../../src/repository.js';
import { loadArkTs } from './loadArkTs.js';

/**
 * A file of the React Native host, running. Its own imports are written for Metro, which this compiler does not follow; `typeFindings`
 * checks their types.
 */
const reactNativeModule = async (name: string): Promise<Record<string, unknown>> =>
  (await import(join(ROOT, 'apps/webview-hosts/react-native', `${name}.ts`))) as Record<string, unknown>;

const { createHuotiBridge } = (await reactNativeModule('createHuotiBridge')) as {
  createHuotiBridge: (options: object) => HostBridge;
};
/** Origin of an address, by the React Native host. */
export const { originOf } = (await reactNativeModule('originOf')) as {
  originOf: (address: string) => string | null;
};

/** What every host's bridge offers its view. */
interface HostBridge {
  receive(text: string): void;
  appMoved(toBackground: boolean): void;
  processGone(): void;
  endPage(): void;
}

/** What the phone under a host does in a test, and what was asked of it. */
export interface FakePhone {
  permission: 'granted' | 'denied' | 'prompt';
  /** Ends the prompt that is shown. */
  answerPrompt: (() => void) | null;
  prompts: number;
  brightness: number | null;
  awake: boolean;
  touches: string[];
  settingsOpened: number;
  /** Thrown by whatever is asked of it next. */
  broken: Error | null;
}

/** A host whose bridge runs here, as far as it is not the platform's. */
export interface RunningHost extends HostBridge {
  readonly sent: readonly string[];
  readonly phone: FakePhone;
  readonly ended: readonly (string | null)[];
  readonly closes: () => number;
}

export interface RunningHostOptions {
  readonly appId?: string;
  readonly grant?: { readonly sessionId: string; readonly clientToken: string };
}

function createPhone(): FakePhone & { ask(): Promise<FakePhone['permission']>; mayFail(): void } {
  return {
    permission: 'prompt',
    answerPrompt: null,
    prompts: 0,
    brightness: null,
    awake: false,
    touches: [],
    settingsOpened: 0,
    broken: null,
    mayFail() {
      if (this.broken) throw this.broken;
    },
    ask() {
      this.mayFail();
      this.prompts += 1;
      return new Promise((resolve) => {
        this.answerPrompt = () => resolve(this.permission);
      });
    },
  };
}

/** `createHuotiBridge` of the React Native host: it needs nothing of React Native. */
export function startReactNativeHost({
  appId = 'com.example.bank',
  grant,
}: RunningHostOptions = {}): RunningHost {
  const sent: string[] = [];
  const ended: (string | null)[] = [];
  let closes = 0;
  const phone = createPhone();
  const device = {
    randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
    cameraPermission: { query: async () => phone.permission, request: () => phone.ask() },
    openSettings: async () => {
      phone.mayFail();
      phone.settingsOpened += 1;
    },
    playHaptics: (pattern: string) => void phone.touches.push(pattern),
    setBrightness: async (level: number | null) => void (phone.brightness = level),
    keepAwake: async (on: boolean) => void (phone.awake = on),
  };
  const bridge = createHuotiBridge({
    app: { id: appId },
    platform: 'android',
    grant,
    device,
    events: {
      onSessionEnded: (id: string | null) => void ended.push(id),
      onWantsToClose: () => void (closes += 1),
    },
    send: (text: string) => void sent.push(text),
  });
  return { ...bridge, sent, phone, ended, closes: () => closes };
}

/** What the bridge of the HarmonyOS host takes of the system: a clock, random bytes, UTF-8 and addresses. */
const KITS = {
  '@kit.BasicServicesKit': {
    systemDateTime: { TimeType: { STARTUP: 0 }, getUptime: () => performance.now() },
  },
  '@kit.CryptoArchitectureKit': {
    cryptoFramework: {
      createRandom: () => ({
        generateRandomSync: (length: number) => ({ data: new Uint8Array(randomBytes(length)) }),
      }),
    },
  },
  '@kit.ArkTS': {
    util: {
      TextEncoder: class {
        encodeInto(text: string): Uint8Array {
          return new TextEncoder().encode(text);
        }
      },
    },
    url: { URL: { parseURL: (address: string) => new URL(address) } },
  },
};

/** `HuotiBridge.ets` itself, with a device and a clock of Node's under it. */
export function startHarmonyHost({
  appId = 'com.example.bank',
  grant,
}: RunningHostOptions = {}): RunningHost {
  const sent: string[] = [];
  const ended: (string | null)[] = [];
  let closes = 0;
  const phone = createPhone();
  const device = {
    cameraPermission: () => phone.permission,
    requestCameraPermission: () => phone.ask(),
    openSettings: async () => {
      phone.mayFail();
      phone.settingsOpened += 1;
    },
    keepAwake: async (on: boolean) => void (phone.awake = on),
    setBrightness: async (level: number | null) => void (phone.brightness = level),
    play: async (pattern: string) => void phone.touches.push(pattern),
    restore: async () => {
      phone.brightness = null;
      phone.awake = false;
    },
  };
  const listener = {
    onSessionEnded: (id: string) => void ended.push(id === '' ? null : id),
    onWantsToClose: () => void (closes += 1),
  };
  const { HuotiBridge } = harmonyModule('HuotiBridge') as {
    HuotiBridge: new (...args: unknown[]) => HostBridge;
  };
  const bridge = new HuotiBridge(
    appId,
    grant ?? null,
    device,
    listener,
    (text: string) => void sent.push(text),
  );
  return {
    receive: (text) => bridge.receive(text),
    appMoved: (toBackground) => bridge.appMoved(toBackground),
    processGone: () => bridge.processGone(),
    endPage: () => bridge.endPage(),
    sent,
    phone,
    ended,
    closes: () => closes,
  };
}

/** A file of the HarmonyOS host, running. */
export function harmonyModule(name: string): Record<string, unknown> {
  return loadArkTs(join(ROOT, 'apps/webview-hosts/harmonyos', `${name}.ets`), KITS);
}
