import type { Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import {
  joinBridgeFrame,
  MAX_BRIDGE_CONTROL_BYTES,
  MIN_BRIDGE_FRAME_BYTES,
  writeBridgeMessage,
  type BridgeFrame,
  type BridgeMessage,
} from '@huoti/protocol/bridge';
import type { BridgeDraft, BridgeLimits } from '../link/createBridgePort.js';
import type { BridgeHostTransport } from './BridgeHostTransport.js';
import type { SentPicture } from './createCameraDesk.js';
import { encodeBase64 } from './encodeBase64.js';

/** Numbers, stamps and sends what an app says. */
export interface HostSender {
  reserveId(): number;
  /** @throws HuotiError BRIDGE_UNAVAILABLE, INVALID_ARGUMENT where it is larger than the page takes */
  send(session: string, version: string, draft: BridgeDraft, id?: number): void;
  /** As bytes where the bridge carries them, else as base64. @throws as `send` */
  sendFrame(session: string, version: string, sent: SentPicture): void;
  /** The largest picture that goes through, in bytes. */
  maxPictureBytes(): number;
  /** What the page takes, in bytes. */
  agree(limits: BridgeLimits): void;
}

/** Envelope and payload of a frame beside its pixels: some 300, and twice that is kept free. */
const MESSAGE_BYTES = 1024;

/** A sender over one transport; ids count on from page to page. */
export function createHostSender(transport: BridgeHostTransport, clock: Pick<Clock, 'nowMs'>): HostSender {
  // What every page takes, until one says what it does.
  let limits: BridgeLimits = { controlBytes: MAX_BRIDGE_CONTROL_BYTES, frameBytes: MIN_BRIDGE_FRAME_BYTES };
  let lastId = 0;
  const reserveId = (): number => (lastId += 1);

  const write = (session: string, version: string, draft: BridgeDraft, id: number): string =>
    writeBridgeMessage({ version, session, id, timeMs: clock.nowMs(), ...draft } as BridgeMessage, {
      maxControlBytes: limits.controlBytes,
      maxFrameBytes: limits.frameBytes,
    });

  return {
    reserveId,
    send(session, version, draft, id = reserveId()) {
      transport.send(write(session, version, draft, id));
    },
    sendFrame(session, version, { opened, picture, sequence, droppedCount }) {
      const { bytes, widthPx, heightPx, rotationDegrees, capturedAtMs } = picture;
      const { stream, format } = opened;
      const payload: BridgeFrame = {
        ...{ stream, sequence, capturedAtMs, widthPx, heightPx, format, rotationDegrees, droppedCount },
        ...(transport.sendBytes ? {} : { data: encodeBase64(bytes) }),
      };
      const text = write(session, version, { kind: 'frame', name: 'frame', payload }, reserveId());
      if (!transport.sendBytes) {
        transport.send(text);
        return;
      }
      const joined = joinBridgeFrame(text, bytes);
      if (joined.length > limits.frameBytes) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          `a picture is ${joined.length} bytes, the page takes ${limits.frameBytes}: make it smaller`,
        );
      }
      transport.sendBytes(joined);
    },
    maxPictureBytes() {
      const room = limits.frameBytes - MESSAGE_BYTES;
      return transport.sendBytes ? room : Math.floor(room / 4) * 3;
    },
    agree(theirs) {
      limits = theirs;
    },
  };
}
