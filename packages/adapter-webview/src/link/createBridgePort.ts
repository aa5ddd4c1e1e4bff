import type { Clock } from '@huoti/core';
import {
  BRIDGE_VERSION,
  chooseBridgeVersion,
  readBridgeMessage,
  splitBridgeFrame,
  writeBridgeMessage,
  type BridgeErrorCode,
  type BridgeMessage,
  type BridgeReading,
} from '@huoti/protocol/bridge';
import type { BridgeTransport } from '../transport/BridgeTransport.js';
import { createRecent } from './createRecent.js';
import { tell } from './tell.js';

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
  /** The `id` of a message to come: whoever asks has to know it before, since an answer may come while it is being sent. */
  reserveId(): number;
  /**
   * @param id as it was reserved @default a new one
   * @throws HuotiError BRIDGE_UNAVAILABLE, INVALID_ARGUMENT where it is larger than the host takes
   */
  send(draft: BridgeDraft, id?: number): void;
  /** From the handshake on: the smaller of both sides' sizes, and the version that both speak. */
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
 * the other side, of this load of the page, of the agreed version, and not heard before. What is not is counted, and a request is
 * told why.
 */
export function createBridgePort({
  transport,
  session,
  clock,
  limits,
  onMessage,
}: BridgePortOptions): BridgePort {
  const refused: Record<string, number> = Object.create(null) as Record<string, number>;
  const heard = createRecent<number>(REMEMBERED_IDS);
  let { controlBytes, frameBytes } = limits;
  let version = BRIDGE_VERSION;
  let agreed = false;
  let lastId = 0;

  const count = (reason: string): void => {
    refused[reason] = (refused[reason] ?? 0) + 1;
  };

  const reserveId = (): number => (lastId += 1);
  const send = (draft: BridgeDraft, id = reserveId()): void => {
    const token = transport.token?.() ?? null;
    const message = {
      version,
      session,
      id,
      timeMs: clock.nowMs(),
      ...(token === null ? {} : { token }),
      ...draft,
    } as BridgeMessage;
    // A character is at least one byte.
    const maxControlBytes = Math.min(controlBytes, transport.maxMessageChars);
    transport.send(writeBridgeMessage(message, { maxControlBytes, maxFrameBytes: frameBytes }));
  };

  const tellWhyNot = (name: string, replyTo: number, code: BridgeErrorCode, why: string): void => {
    const error = { code, retryable: false, message: why.slice(0, 300) };
    // The name may be one this side does not know; the answer carries it as it came.
    tell(() => send({ kind: 'reply', name, replyTo, error } as BridgeDraft));
  };

  const passOver = (reading: BridgeReading & { ok: false }): void => {
    count(reading.code);
    if (reading.code === 'foreign' || reading.request?.session !== session) return;
    tellWhyNot(reading.request.name, reading.request.id, reading.code, reading.why);
  };

  const check = (message: BridgeMessage, bytes: Uint8Array | null): void => {
    if (message.session !== session) count('other_session');
    else if (agreed && chooseBridgeVersion([version], [message.version]) === null) {
      count('unsupported_version');
      if (message.kind === 'request')
        tellWhyNot(message.name, message.id, 'unsupported_version', `agreed on ${version}`);
    }
    // Bytes are the pixels of a frame that has none in its text, and nothing else.
    else if (bytes !== null && (message.kind !== 'frame' || message.payload.data !== undefined))
      count('bad_message');
    else if (!heard.add(message.id)) count('heard_before');
    else onMessage(message, bytes);
  };

  const split = (raw: string | Uint8Array): { text: string; pixels: Uint8Array | null } | null => {
    if (typeof raw === 'string') return { text: raw, pixels: null };
    try {
      return splitBridgeFrame(raw, { maxFrameBytes: frameBytes });
    } catch {
      return null;
    }
  };

  const unsubscribe = transport.subscribe((raw) => {
    const parts = split(raw);
    if (parts === null) {
      count(raw.length > frameBytes ? 'too_large' : 'bad_message');
      return;
    }
    const reading = readBridgeMessage(parts.text, {
      from: 'host',
      maxControlBytes: controlBytes,
      maxFrameBytes: frameBytes,
    });
    if (reading.ok) check(reading.message, parts.pixels);
    else passOver(reading);
  });

  return {
    reserveId,
    send,
    agree(theirs, spoken) {
      controlBytes = Math.min(controlBytes, theirs.controlBytes);
      frameBytes = Math.min(frameBytes, theirs.frameBytes);
      version = spoken;
      agreed = true;
    },
    refused,
    close() {
      unsubscribe();
      heard.clear();
    },
  };
}
