import { HuotiError } from '../errors/HuotiError.js';
import { MAX_BRIDGE_CONTROL_BYTES, MAX_BRIDGE_FRAME_BYTES } from './bridgeLimits.js';
import type { BridgeMessage } from './BridgeMessage.js';
import { BRIDGE_PROTOCOL } from './bridgeVersion.js';
import { utf8Length } from './utf8Length.js';

/** What {@link writeBridgeMessage} takes besides the message. */
export interface WriteBridgeMessageOptions {
  /** What the other side takes. @default MAX_BRIDGE_CONTROL_BYTES */
  readonly maxControlBytes?: number;
  /** @default MAX_BRIDGE_FRAME_BYTES */
  readonly maxFrameBytes?: number;
}

/**
 * The text of a message: JSON that may stand inside a script as it is, since hosts hand it to a page as a string literal.
 *
 * @throws HuotiError INVALID_ARGUMENT where it is larger than the other side takes: it is never cut
 * @example transport.send(writeBridgeMessage(message));
 */
export function writeBridgeMessage(
  message: BridgeMessage,
  {
    maxControlBytes = MAX_BRIDGE_CONTROL_BYTES,
    maxFrameBytes = MAX_BRIDGE_FRAME_BYTES,
  }: WriteBridgeMessageOptions = {},
): string {
  // `<` would end a script, U+2028 and U+2029 a line of one in engines before 2019.
  const text = JSON.stringify({ protocol: BRIDGE_PROTOCOL, ...message }).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const limit = message.kind === 'frame' ? maxFrameBytes : maxControlBytes;
  const bytes = utf8Length(text);
  if (bytes > limit) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${message.name} is ${bytes} bytes, the other side takes ${limit}: send less`,
    );
  }
  return text;
}
