import { createAbortSource, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import {
  BRIDGE_HELLO_EVERY_MS,
  BRIDGE_VERSIONS,
  chooseBridgeVersion,
  codeOfBridgeError,
  type BridgeMessage,
  type Hello,
  type Welcome,
} from '@huoti/protocol/bridge';
import type { BridgePort } from './createBridgePort.js';
import { measureClockOffset, type ClockOffset } from './ClockOffset.js';

/** What a host's welcome came to. */
export interface Greeting {
  readonly welcome: Welcome;
  readonly offset: ClockOffset;
}

/** What {@link greetHost} takes. */
export interface GreetHostOptions {
  readonly port: Pick<BridgePort, 'send'>;
  readonly hello: Hello;
  readonly clock: Clock;
  /** How long, in ms. */
  readonly forMs: number;
  readonly signal?: AbortSignalLike | undefined;
  /** Hands the greeting every message that comes until it is over. */
  listen(onMessage: (message: BridgeMessage) => void): void;
}

/**
 * Says hello every 250 ms until the host answers: its object may appear late. `null` where nobody does.
 *
 * @throws HuotiError PROTOCOL_VERSION_UNSUPPORTED where both have no major version in common, HOST_FORBIDS where the host
 * does not trust this page, ABORTED
 */
export async function greetHost({
  port,
  hello,
  clock,
  forMs,
  signal,
  listen,
}: GreetHostOptions): Promise<Greeting | null> {
  const over = createAbortSource(signal);
  const askedAtMs = new Map<number, number>();
  const untilMs = clock.nowMs() + forMs;
  let greeting: Greeting | null = null;
  let refusal: HuotiError | null = null;

  listen((message) => {
    if (message.kind !== 'reply' || message.name !== 'hello') return;
    const asked = askedAtMs.get(message.replyTo);
    if (asked === undefined || greeting !== null) return;
    const { error, payload: welcome } = message;
    if (error !== undefined) {
      refusal = new HuotiError(
        codeOfBridgeError(error.code),
        `the app refused the bridge: ${error.message ?? error.code}`,
        { cause: error },
      );
    } else if (welcome !== undefined) {
      // An answer that does not know what was asked is not the host's.
      if (welcome.echo !== hello.nonce) return;
      if (chooseBridgeVersion(BRIDGE_VERSIONS, [welcome.version]) === null)
        refusal = versionRefusal(welcome.version);
      else {
        const exchange = { askedAtMs: asked, heardAtMs: welcome.heardAtMs, answeredAtMs: message.timeMs };
        greeting = { welcome, offset: measureClockOffset({ ...exchange, gotAtMs: clock.nowMs() }) };
      }
    }
    over.abort();
  });

  try {
    while (clock.nowMs() < untilMs && !over.signal.aborted) {
      const sentAtMs = clock.nowMs();
      const id = sendHello(port, hello);
      if (id !== null) askedAtMs.set(id, sentAtMs);
      await clock.sleep(BRIDGE_HELLO_EVERY_MS, { signal: over.signal });
    }
  } catch (error) {
    // Aborted by the answer, or by the caller.
    if (!isHuotiError(error, 'ABORTED') || signal?.aborted) throw error;
  } finally {
    over.detach();
  }
  if (refusal !== null) throw refusal as HuotiError;
  return greeting;
}

const versionRefusal = (theirs: string): HuotiError =>
  new HuotiError(
    'PROTOCOL_VERSION_UNSUPPORTED',
    `the app speaks bridge protocol ${theirs}, this page ${BRIDGE_VERSIONS.join(', ')}: update the older side`,
  );

/** `null` while the host's object is not there: it may come. */
function sendHello(port: Pick<BridgePort, 'send'>, hello: Hello): number | null {
  try {
    return port.send({ kind: 'request', name: 'hello', payload: hello });
  } catch (error) {
    if (isHuotiError(error, 'BRIDGE_UNAVAILABLE')) return null;
    throw error;
  }
}
