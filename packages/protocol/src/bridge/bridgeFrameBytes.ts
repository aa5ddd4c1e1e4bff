import { HuotiError } from '../errors/HuotiError.js';
import { MAX_BRIDGE_FRAME_BYTES } from './bridgeLimits.js';

/** "HBF1": huoti bridge frame, first layout. */
const MAGIC = [0x48, 0x42, 0x46, 0x31] as const;
const HEAD_BYTES = 8;
/** The message beside the pixels: some hundred characters. */
const MAX_MESSAGE_BYTES = 4096;

const malformed = (what: string): HuotiError => new HuotiError('PROTOCOL_MALFORMED', `frame bytes, ${what}`);

/** What {@link splitBridgeFrame} and {@link joinBridgeFrame} take besides the bytes. */
export interface BridgeFrameBytesOptions {
  /** Head, message and pixels together. @default MAX_BRIDGE_FRAME_BYTES */
  readonly maxFrameBytes?: number;
}

/**
 * Takes a frame apart that came as bytes: 4 bytes `HBF1`, the length of the message as 32 bits little-endian, the message (a
 * `frame` without `data`, ASCII), then the pixels to the end. Nothing is copied: the pixels are a view, and whether they are as
 * many as the message says is for whoever decodes them.
 *
 * @throws HuotiError PROTOCOL_MALFORMED
 * @example const { text, pixels } = splitBridgeFrame(bytes);
 */
export function splitBridgeFrame(
  bytes: Uint8Array,
  { maxFrameBytes = MAX_BRIDGE_FRAME_BYTES }: BridgeFrameBytesOptions = {},
): { readonly text: string; readonly pixels: Uint8Array } {
  if (bytes.length > maxFrameBytes)
    throw malformed(`length: ${bytes.length} bytes, ${maxFrameBytes} at most`);
  if (bytes.length < HEAD_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte))
    throw malformed('head: not HBF1');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  if (length > MAX_MESSAGE_BYTES || HEAD_BYTES + length > bytes.length)
    throw malformed(`message: ${length} bytes`);
  let text = '';
  for (let at = HEAD_BYTES; at < HEAD_BYTES + length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7e) throw malformed('message: not ASCII');
    text += String.fromCharCode(byte);
  }
  return { text, pixels: bytes.subarray(HEAD_BYTES + length) };
}

/**
 * The bytes of a frame: the inverse of {@link splitBridgeFrame}.
 *
 * @param text of a `frame` without `data`; ASCII, 4,096 characters at most
 * @throws HuotiError INVALID_ARGUMENT, also where it is larger than the other side takes: it is never cut
 * @example socket.send(joinBridgeFrame(writeBridgeMessage(frame), jpeg));
 */
export function joinBridgeFrame(
  text: string,
  pixels: Uint8Array,
  { maxFrameBytes = MAX_BRIDGE_FRAME_BYTES }: BridgeFrameBytesOptions = {},
): Uint8Array {
  if (text.length > MAX_MESSAGE_BYTES)
    throw new HuotiError('INVALID_ARGUMENT', `text: ${text.length} characters, ${MAX_MESSAGE_BYTES} at most`);
  const length = HEAD_BYTES + text.length + pixels.length;
  if (length > maxFrameBytes) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `frame is ${length} bytes, the other side takes ${maxFrameBytes}: send a smaller picture`,
    );
  }
  const bytes = new Uint8Array(length);
  bytes.set(MAGIC, 0);
  new DataView(bytes.buffer).setUint32(4, text.length, true);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7e) throw new HuotiError('INVALID_ARGUMENT', `text: not ASCII at ${at}`);
    bytes[HEAD_BYTES + at] = unit;
  }
  bytes.set(pixels, HEAD_BYTES + text.length);
  return bytes;
}
