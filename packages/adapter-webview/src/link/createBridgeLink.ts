import type { Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import {
  BRIDGE_MESSAGES,
  BRIDGE_VERSIONS,
  chooseBridgeVersion,
  type BridgeCapability,
  type BridgeEventName,
  type BridgeMessage,
  type BridgeMessageName,
  type BridgePayload,
  type BridgeReplyMessage,
  type BridgeRequestMessage,
} from '@huoti/protocol/bridge';
import type { BridgeTransport } from '../transport/BridgeTransport.js';
import type { ArrivedFrame, BridgeLink } from './BridgeLink.js';
import { bridgeErrorOf } from './bridgeErrorOf.js';
import type { BridgeDraft, BridgePort } from './createBridgePort.js';
import { createRequests } from './createRequests.js';
import type { Greeting } from './greetHost.js';
import { holdBack } from './holdBack.js';
import { tellAll } from './tellAll.js';

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
  early,
  listen,
}: BridgeLinkOptions): BridgeLink {
  const version = chooseBridgeVersion(BRIDGE_VERSIONS, [welcome.version]) ?? welcome.version;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const answers = new Map<string, Answer>();
  const frameListeners = new Set<(arrived: ArrivedFrame) => void>();
  const closeListeners = new Set<(error: HuotiError) => void>();
  let ended: HuotiError | null = null;
  let appPaused = false;

  port.agree(welcome.limits, version);

  const end = (error: HuotiError): void => {
    if (ended) return;
    ended = error;
    requests.failAll(error);
    port.close();
    transport.close();
    tellAll(closeListeners, error);
    closeListeners.clear();
    frameListeners.clear();
    listeners.clear();
    answers.clear();
  };

  const send = (draft: BridgeDraft, id?: number): void => {
    try {
      port.send(draft, id);
    } catch (error) {
      // After the welcome the host's object does not come back: a host that is gone is noticed here first.
      if (isHuotiError(error, 'BRIDGE_UNAVAILABLE')) end(error);
      throw error;
    }
  };
  const requests = createRequests({ clock, reserveId: port.reserveId, send });

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
    if (!ended) send({ kind: 'reply', name, replyTo: id, ...draft } as BridgeDraft);
  };

  /** Nobody waits for it any more. A camera that was opened for nobody is let go. */
  const lookAfter = (late: BridgeReplyMessage): void => {
    if (late.name !== 'camera.open' || late.payload === undefined) return;
    requests.ask('camera.close', { stream: late.payload.stream }).catch(() => undefined);
  };

  const handle = (message: BridgeMessage, bytes: Uint8Array | null): void => {
    switch (message.kind) {
      case 'reply':
        if (!requests.settle(message)) lookAfter(message);
        return;
      case 'event':
        if (message.name === 'app.pause') appPaused = true;
        else if (message.name === 'app.resume') appPaused = false;
        tellAll(listeners.get(message.name) ?? [], message.payload);
        return;
      case 'frame':
        tellAll(frameListeners, { frame: message.payload, bytes, arrivedAtMs: clock.nowMs() });
        return;
      case 'request':
        // What can't be sent any more was asked by a host that is gone.
        reply(message).catch(() => undefined);
        return;
      case 'cancel':
        // What this side is asked for is done at once: there is nothing to stop.
        return;
    }
  };
  listen(
    holdBack({
      clock,
      early,
      hand: (message, bytes) => {
        if (!ended) handle(message, bytes);
      },
    }),
  );

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
      if (ended || !isOffered(name)) return;
      try {
        send({ kind: 'event', name, payload } as BridgeDraft);
      } catch (error) {
        // The bridge has ended by it, and whoever wants to know listens to that.
        if (!isHuotiError(error, 'BRIDGE_UNAVAILABLE')) throw error;
      }
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
      const own = (arrived: ArrivedFrame): void => listener(arrived);
      frameListeners.add(own);
      return () => void frameListeners.delete(own);
    },
    isAppPaused: () => appPaused,
    toPageMs: (hostMs) => Math.min(hostMs - offset.offsetMs, clock.nowMs()),
    onClose(listener) {
      if (ended) {
        listener(ended);
        return () => undefined;
      }
      const own = (error: HuotiError): void => listener(error);
      closeListeners.add(own);
      return () => void closeListeners.delete(own);
    },
    refused: port.refused,
    close: () => end(new HuotiError('DISPOSED', 'the bridge was closed: connect again')),
  };
}
