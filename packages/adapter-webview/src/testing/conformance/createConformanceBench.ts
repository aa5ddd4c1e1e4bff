import type { AbortSignalLike } from '@huoti/core';
import { createManualClock, createSeededRandom, type ManualClock } from '@huoti/core/testing';
import { isHuotiError } from '@huoti/protocol';
import type { BridgeHost, BridgeHostOptions } from '../../host/BridgeHost.js';
import { createBridgeHost } from '../../host/createBridgeHost.js';
import type { BridgeLink } from '../../link/BridgeLink.js';
import { connectBridge } from '../../link/connectBridge.js';
import type { BridgeHarness } from './BridgeHarness.js';
import { createScriptedHost, type ScriptedHost } from './createScriptedHost.js';

/** What a case works with. */
export interface ConformanceBench {
  readonly harness: BridgeHarness;
  readonly clock: ManualClock;
  /** Opens the bridge; time does not move by itself. */
  connect(options?: { signal?: AbortSignalLike }): Promise<BridgeLink | null>;
  /** An app by the book, its object on the page. */
  startHost(options?: Partial<BridgeHostOptions>): BridgeHost;
  /** An app that says what the case has it say, its object on the page. */
  startScript(): ScriptedHost;
  /** A bridge to a scripted app that has said welcome. */
  openScript(
    welcome?: Readonly<Record<string, unknown>>,
  ): Promise<{ script: ScriptedHost; link: BridgeLink }>;
  /** A bridge to an app by the book. */
  openHost(options?: Partial<BridgeHostOptions>): Promise<{ host: BridgeHost; link: BridgeLink }>;
  /** Every app by the book that was started lets go; idempotent. */
  closeHosts(): Promise<void>;
  /** Lets everything that can happen now happen. */
  settle(): Promise<void>;
  /** Moves time on in steps of 50 ms. */
  pass(durationMs: number): Promise<void>;
  /** The code that it fails with; the words `no error` where it does not. */
  codeOf(work: Promise<unknown>): Promise<string>;
}

const ENGINE = { wasm: true, simd: true, threads: false, webgl2: true, camera: true };
const STEP_MS = 50;
/** Turns of the microtask queue that the longest chain here takes, several times over. */
const TURNS = 60;

/** A bench on one fresh harness. */
export function createConformanceBench(harness: BridgeHarness): ConformanceBench {
  const clock = createManualClock({ startMs: 1000 });
  const random = createSeededRandom(7);
  const hosts: BridgeHost[] = [];

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
  };
  const pass = async (durationMs: number): Promise<void> => {
    for (let passed = 0; passed < durationMs; passed += STEP_MS) {
      clock.advanceBy(Math.min(STEP_MS, durationMs - passed));
      await settle();
    }
  };
  const connect = ({ signal }: { signal?: AbortSignalLike } = {}): Promise<BridgeLink | null> =>
    connectBridge({
      transport: harness.createTransport(),
      clock,
      random,
      sdk: '1.0.0',
      engine: ENGINE,
      ...(signal === undefined ? {} : { signal }),
    });
  const startHost = (options: Partial<BridgeHostOptions> = {}): BridgeHost => {
    harness.appear();
    const host = createBridgeHost({
      transport: harness.host,
      trust: harness.trust,
      clock,
      random,
      app: { id: 'example.bank' },
      platform: 'desktop',
      ...options,
    });
    hosts.push(host);
    return host;
  };
  const startScript = (): ScriptedHost => {
    harness.appear();
    return createScriptedHost(harness.host);
  };
  const opened = async (connecting: Promise<BridgeLink | null>): Promise<BridgeLink> => {
    const link = await connecting;
    if (link) {
      await settle();
      return link;
    }
    throw new TypeError('the host did not answer');
  };

  return {
    harness,
    clock,
    connect,
    startHost,
    startScript,
    async openScript(welcome) {
      const script = startScript();
      const connecting = connect();
      await settle();
      script.welcome(welcome);
      return { script, link: await opened(connecting) };
    },
    async openHost(options) {
      const host = startHost(options);
      const connecting = connect();
      await settle();
      return { host, link: await opened(connecting) };
    },
    async closeHosts() {
      for (const host of hosts.splice(0)) await host.close();
    },
    settle,
    pass,
    async codeOf(work) {
      try {
        await work;
        return 'no error';
      } catch (error) {
        return isHuotiError(error) ? error.code : `not a HuotiError: ${String(error)}`;
      }
    },
  };
}
