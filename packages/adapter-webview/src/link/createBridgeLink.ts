import type { Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import {
  BRIDGE_MESSAGES,
  BRIDGE_VERSIONS,
  chooseBridgeVersion,
  type BridgeCapability,
  type BridgeEventName,
  type BridgeMessage,
  type BridgeMessageName,
  type BridgePayload,
  type BridgeRequestMessage,
} from '@huoti/protocol/bridge';
import type { BridgeTransport } from '../transport/BridgeTransport.js';
import type { ArrivedFrame, BridgeLink } from './BridgeLink.js';
import { bridgeErrorOf } from './bridgeErrorOf.js';
import type { BridgeDraft, BridgePort } from './createBridgePort.js';
import { createRequests } from './createRequests.js';
import type { Greeting } from './greetHost.js';

/** What {@link createBridgeLink} takes. */
export interface BridgeLinkOptions extends Greeting {
  readonly port: BridgePort;
  readonly session: string;
  readonly transport: BridgeTransport;
  readonly clock: Clock;
  listen(onMessage: (message: BridgeMessage, bytes: Uint8Array | null) => void): void;
}

type Answer = (payload: unknown) => unknown;

/** The open bridge, once a host has said welcome. */
export function createBridgeLink({
  port,
  session,
  transport,
  clock,
  welcome,
  offset,
  listen,
}: BridgeLinkOptions): BridgeLink {
  const version = chooseBridgeVersion(BRIDGE_VERSIONS, [welcome.version]) ?? welcome.version;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const answers = new Map<string, Answer>();
  const frameListeners = new Set<(arrived: ArrivedFrame) => void>();
  const closeListeners = new Set<(error: HuotiError) => void>();
  let closed = false;

  port.agree(welcome.limits, version);
  const requests = createRequests({ clock, send: port.send });

  const capability = (name: BridgeCapability): number =>
    Object.prototype.hasOwnProperty.call(welcome.capabilities, name) ? (welcome.capabilities[name] ?? 0) : 0;
  /** Whether the host offers what a message needs. */
  const isOffered = (name: BridgeMessageName): boolean => {
    const { needs } = BRIDGE_MESSAGES[name];
    return needs === null || capability(needs) > 0;
  };

  const reply = async ({ name, id, payload }: BridgeRequestMessage): Promise<void> => {
    const answer = answers.get(name);
    let draft: object;
    try {
      draft =
        answer === undefined
          ? {
              error: { code: 'unsupported_capability', retryable: false, message: `${name} is not answered` },
            }
          : { payload: (await answer(payload)) ?? {} };
    } catch (error) {
      draft = { error: bridgeErrorOf(error) };
    }
    if (!closed) port.send({ kind: 'reply', name, replyTo: id, ...draft } as BridgeDraft);
  };

  listen((message, bytes) => {
    switch (message.kind) {
      case 'reply':
        requests.settle(message);
        return;
      case 'event':
        for (const listener of [...(listeners.get(message.name) ?? [])]) listener(message.payload);
        return;
      case 'frame': {
        const arrived = { frame: message.payload, bytes, arrivedAtMs: clock.nowMs() };
        for (const listener of [...frameListeners]) listener(arrived);
        return;
      }
      case 'request':
        // What can't be sent any more was asked by a host that is gone.
        reply(message).catch(() => undefined);
        return;
      case 'cancel':
        // What this side is asked for is done at once: there is nothing to stop.
        return;
    }
  });

  const end = (error: HuotiError): void => {
    if (closed) return;
    closed = true;
    requests.failAll(error);
    port.close();
    transport.close();
    for (const listener of [...closeListeners]) listener(error);
    closeListeners.clear();
    frameListeners.clear();
    listeners.clear();
    answers.clear();
  };

  return {
    session,
    transport: transport.name,
    welcome,
    version,
    capability,
    async request(name, payload, options) {
      if (!isOffered(name)) {
        throw new HuotiError(
          'HOST_FORBIDS',
          `this app does not offer ${name}: do without it, or update the app`,
        );
      }
      return requests.ask(name, payload, options);
    },
    emit(name, payload) {
      if (closed || !isOffered(name)) return;
      port.send({ kind: 'event', name, payload } as BridgeDraft);
    },
    on<N extends BridgeEventName>(name: N, listener: (payload: BridgePayload<N>) => void) {
      const own = (payload: unknown): void => listener(payload as BridgePayload<N>);
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(own));
      return () => void known.delete(own);
    },
    answer(name, answer) {
      const own = answer as Answer;
      answers.set(name, own);
      return () => {
        if (answers.get(name) === own) answers.delete(name);
      };
    },
    onFrame(listener) {
      frameListeners.add(listener);
      return () => void frameListeners.delete(listener);
    },
    toPageMs: (hostMs) => Math.min(hostMs - offset.offsetMs, clock.nowMs()),
    onClose(listener) {
      closeListeners.add(listener);
      return () => void closeListeners.delete(listener);
    },
    refused: port.refused,
    close: () => end(new HuotiError('DISPOSED', 'the bridge was closed: connect again')),
  };
}
