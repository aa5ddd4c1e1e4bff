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

/** A message and the bytes beside it. */
export interface Arrival {
  readonly message: BridgeMessage;
  readonly bytes: Uint8Array | null;
}

/** What a host's welcome came to. */
export interface Greeting {
  readonly welcome: Welcome;
  readonly offset: ClockOffset;
  /** What came after the welcome, before anybody else listened; it grows until then. */
  readonly early: readonly Arrival[];
}

/** What {@link greetHost} takes. */
export interface GreetHostOptions {
  readonly port: Pick<BridgePort, 'reserveId' | 'send' | 'refused'>;
  readonly hello: Hello;
  readonly clock: Clock;
  /** How long, in ms. */
  readonly forMs: number;
  readonly signal?: AbortSignalLike | undefined;
  /** Hands the greeting every message that comes until it is over. */
  listen(onMessage: (message: BridgeMessage, bytes: Uint8Array | null) => void): void;
}

/** More than a host has to say before the page has said anything. */
const MAX_EARLY = 64;

/**
 * Says hello every 250 ms until the host answers: its object may appear late. `null` where nobody does. A host whose answer is no
 * longer wanted is told, so that it does not keep a session for a page that went on without it.
 *
 * @throws HuotiError PROTOCOL_VERSION_UNSUPPORTED where both have no major version in common, HOST_FORBIDS where the host
 * does not trust this page, PROTOCOL_MALFORMED where it answers and its answers can't be read, ABORTED
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
  const early: Arrival[] = [];
  const outcome: { greeting: Greeting | null; refusal: HuotiError | null } = {
    greeting: null,
    refusal: null,
  };

  listen((message, bytes) => {
    if (outcome.greeting !== null) {
      if (early.length < MAX_EARLY) early.push({ message, bytes });
      return;
    }
    if (message.kind !== 'reply' || message.name !== 'hello') return;
    const asked = askedAtMs.get(message.replyTo);
    if (asked === undefined || outcome.refusal !== null) return;
    const { error, payload: welcome } = message;
    if (error !== undefined) {
      outcome.refusal = new HuotiError(
        codeOfBridgeError(error.code),
        `the app refused the bridge: ${error.message ?? error.code}`,
        { cause: error },
      );
    } else if (welcome !== undefined) {
      // An answer that does not know what was asked is not the host's.
      if (welcome.echo !== hello.nonce) return;
      if (chooseBridgeVersion(BRIDGE_VERSIONS, [welcome.version]) === null)
        outcome.refusal = versionRefusal(welcome.version);
      else {
        const exchange = { askedAtMs: asked, heardAtMs: welcome.heardAtMs, answeredAtMs: message.timeMs };
        const offset = measureClockOffset({ ...exchange, gotAtMs: clock.nowMs() });
        outcome.greeting = { welcome, offset, early };
      }
    }
    over.abort();
  });

  const sayHello = (): void => {
    const id = port.reserveId();
    // Before it is sent: a host may answer within the call.
    askedAtMs.set(id, clock.nowMs());
    try {
      port.send({ kind: 'request', name: 'hello', payload: hello }, id);
    } catch (error) {
      askedAtMs.delete(id);
      // The host's object is not there: it may come.
      if (!isHuotiError(error, 'BRIDGE_UNAVAILABLE')) throw error;
    }
  };

  try {
    while (clock.nowMs() < untilMs && !over.signal.aborted) {
      sayHello();
      await clock.sleep(BRIDGE_HELLO_EVERY_MS, { signal: over.signal });
    }
  } catch (error) {
    // Aborted by the answer, or by the caller.
    if (!isHuotiError(error, 'ABORTED') || signal?.aborted) {
      takeBack(port, askedAtMs);
      throw error;
    }
  } finally {
    over.detach();
  }
  if (outcome.greeting !== null) return outcome.greeting;
  takeBack(port, askedAtMs);
  if (outcome.refusal !== null) throw outcome.refusal;
  if ((port.refused['bad_message'] ?? 0) + (port.refused['too_large'] ?? 0) > 0) {
    throw new HuotiError(
      'PROTOCOL_MALFORMED',
      'the app answered, and none of its answers is a welcome: hold it against the bridge protocol',
    );
  }
  return null;
}

const versionRefusal = (theirs: string): HuotiError =>
  new HuotiError(
    'PROTOCOL_VERSION_UNSUPPORTED',
    `the app speaks bridge protocol ${theirs}, this page ${BRIDGE_VERSIONS.join(', ')}: update the older side`,
  );

/** Takes the last hello back; one is enough, since all of a load's are the same. */
function takeBack(port: Pick<BridgePort, 'send'>, askedAtMs: ReadonlyMap<number, number>): void {
  const last = [...askedAtMs.keys()].pop();
  if (last === undefined) return;
  try {
    port.send({ kind: 'cancel', name: 'hello', replyTo: last });
  } catch {
    // Nobody there to be told.
  }
}
