import { abortedError, type AbortSignalLike, type Clock, type RandomSource } from '@huoti/core';
import {
  BRIDGE_HELLO_FOR_MS,
  BRIDGE_VERSIONS,
  MAX_BRIDGE_CONTROL_BYTES,
  MAX_BRIDGE_FRAME_BYTES,
  type BridgeMessage,
  type Hello,
} from '@huoti/protocol/bridge';
import type { BridgeTransport } from '../transport/BridgeTransport.js';
import type { BridgeLink } from './BridgeLink.js';
import { createBridgeLink } from './createBridgeLink.js';
import { createBridgePort } from './createBridgePort.js';
import { greetHost } from './greetHost.js';
import { randomHex } from './randomHex.js';

/** What {@link connectBridge} takes. */
export interface ConnectBridgeOptions {
  /** Closed with the bridge, and at once where none comes to be. */
  readonly transport: BridgeTransport;
  readonly clock: Clock;
  /** A cryptographic one: session and nonce are drawn from it. */
  readonly random: RandomSource;
  /** Version of the SDK in this page. */
  readonly sdk: string;
  readonly engine: Hello['engine'];
  /** How long a host is waited for, in ms. @default BRIDGE_HELLO_FOR_MS */
  readonly helloForMs?: number;
  readonly signal?: AbortSignalLike | undefined;
}

const LIMITS = { controlBytes: MAX_BRIDGE_CONTROL_BYTES, frameBytes: MAX_BRIDGE_FRAME_BYTES };

/**
 * Opens the bridge over one transport. `null` where no host answers: the page goes on as a page without one.
 *
 * What the host says right after its welcome is handed on once the caller has had its turn to listen.
 *
 * @throws HuotiError PROTOCOL_VERSION_UNSUPPORTED, HOST_FORBIDS where the app refuses this page, PROTOCOL_MALFORMED where its
 * answers can't be read, ABORTED
 * @example
 * const link = await connectBridge({ transport, clock, random, sdk: '1.0.0', engine });
 * const source = link ? createWebViewSource({ link }) : createCameraSource();
 */
export async function connectBridge({
  transport,
  clock,
  random,
  sdk,
  engine,
  helloForMs = BRIDGE_HELLO_FOR_MS,
  signal,
}: ConnectBridgeOptions): Promise<BridgeLink | null> {
  if (signal?.aborted) throw abortedError(signal);
  const session = randomHex(random);
  let handle: (message: BridgeMessage, bytes: Uint8Array | null) => void = () => undefined;
  const port = createBridgePort({
    transport,
    session,
    clock,
    limits: LIMITS,
    onMessage: (message, bytes) => handle(message, bytes),
  });
  const hello: Hello = {
    versions: [...BRIDGE_VERSIONS],
    sdk,
    engine,
    nonce: randomHex(random),
    limits: LIMITS,
  };
  const listen = (onMessage: typeof handle): void => void (handle = onMessage);
  const giveUp = (): void => {
    port.close();
    transport.close();
  };
  try {
    const greeting = await greetHost({ port, hello, clock, forMs: helloForMs, signal, listen });
    if (greeting === null) {
      giveUp();
      return null;
    }
    return createBridgeLink({ ...greeting, port, session, transport, clock, listen });
  } catch (error) {
    giveUp();
    throw error;
  }
}
