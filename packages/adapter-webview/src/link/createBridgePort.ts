import type { Clock } from '@huoti/core';
import {
  BRIDGE_VERSION,
  readBridgeMessage,
  splitBridgeFrame,
  writeBridgeMessage,
  type BridgeMessage,
  type BridgeReading,
} from '@huoti/protocol/bridge';
import type { BridgeTransport } from '../transport/BridgeTransport.js';

/** A message without what the port puts on it. */
export type BridgeDraft = BridgeMessage extends infer M
  ? M extends BridgeMessage
    ? Omit<M, 'version' | 'session' | 'id' | 'timeMs' | 'token'>
    : never
  : never;

/** Sizes that both sides take, in bytes. */
export interface BridgeLimits {
  readonly controlBytes: number;
  readonly frameBytes: number;
}

/** One side's end: numbers and stamps what it sends, reads and checks what comes. */
export interface BridgePort {
  /** @returns the message's `id` */
  send(draft: BridgeDraft): number;
  /** From the handshake on. */
  agree(limits: BridgeLimits, version: string): void;
  readonly refused: Readonly<Record<string, number>>;
  close(): void;
}

/** What {@link createBridgePort} takes. */
export interface BridgePortOptions {
  readonly transport: BridgeTransport;
  readonly session: string;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly limits: BridgeLimits;
  onMessage(message: BridgeMessage, bytes: Uint8Array | null): void;
}

/** So many ids are remembered to know a message that comes twice. */
const REMEMBERED_IDS = 512;

/**
 * Everything that must be true of a message before anyone looks at what it says: of this protocol, whole, within its size, from
 * the other side, of this load of the page, and not heard before. What is not is counted, and a request is told why.
 */
export function createBridgePort({
  transport,
  session,
  clock,
  limits,
  onMessage,
}: BridgePortOptions): BridgePort {
  const refused: Record<string, number> = Object.create(null) as Record<string, number>;
  const heard = new Set<number>();
  let { controlBytes, frameBytes } = limits;
  let version = BRIDGE_VERSION;
  let lastId = 0;

  const count = (reason: string): void => {
    refused[reason] = (refused[reason] ?? 0) + 1;
  };

  const isNew = (id: number): boolean => {
    if (heard.has(id)) return false;
    heard.add(id);
    for (const oldest of heard) {
      if (heard.size <= REMEMBERED_IDS) break;
      heard.delete(oldest);
    }
    return true;
  };

  const send = (draft: BridgeDraft): number => {
    lastId += 1;
    const token = transport.token?.() ?? null;
    const message = {
      version,
      session,
      id: lastId,
      timeMs: clock.nowMs(),
      ...(token === null ? {} : { token }),
      ...draft,
    } as BridgeMessage;
    transport.send(writeBridgeMessage(message, { maxControlBytes: controlBytes, maxFrameBytes: frameBytes }));
    return lastId;
  };

  const tellWhyNot = (reading: BridgeReading & { ok: false }): void => {
    count(reading.code);
    if (reading.code === 'foreign' || reading.request === undefined) return;
    const { id, name, session: theirs } = reading.request;
    if (theirs !== session) return;
    const error = { code: reading.code, retryable: false, message: reading.why.slice(0, 300) };
    // The name may be one this side does not know; the answer carries it as it came.
    send({ kind: 'reply', name, replyTo: id, error } as BridgeDraft);
  };

  const unsubscribe = transport.subscribe((raw) => {
    let text: string;
    let bytes: Uint8Array | null = null;
    if (typeof raw === 'string') text = raw;
    else {
      try {
        const split = splitBridgeFrame(raw, { maxFrameBytes: frameBytes });
        text = split.text;
        bytes = split.pixels;
      } catch {
        count('bad_message');
        return;
      }
    }
    const reading = readBridgeMessage(text, {
      from: 'host',
      maxControlBytes: controlBytes,
      maxFrameBytes: frameBytes,
    });
    if (!reading.ok) {
      tellWhyNot(reading);
      return;
    }
    const { message } = reading;
    if (message.session !== session) count('other_session');
    else if (!isNew(message.id)) count('heard_before');
    else onMessage(message, bytes);
  });

  return {
    send,
    agree(agreed, spoken) {
      ({ controlBytes, frameBytes } = agreed);
      version = spoken;
    },
    refused,
    close() {
      unsubscribe();
      heard.clear();
    },
  };
}
