import { isHuotiError, type ErrorCode } from '@huoti/protocol';
import { BRIDGE_ERROR_CODES, CODE_OF_BRIDGE_ERROR, type BridgeError } from '@huoti/protocol/bridge';

/**
 * What a host is told of an error of this page: its bridge code and one line. The cause stays here, since a native error's
 * text may hold a device's name.
 *
 * @example bridgeErrorOf(new HuotiError('CAMERA_IN_USE', '...')).code // 'camera_in_use'
 */
export function bridgeErrorOf(error: unknown): BridgeError {
  if (!isHuotiError(error)) return { code: 'internal', retryable: false };
  return { code: bridgeCodeOf(error.code), retryable: error.retryable, message: error.message.slice(0, 300) };
}

/** The first bridge code that means this, `internal` where none does. */
const bridgeCodeOf = (code: ErrorCode): string =>
  BRIDGE_ERROR_CODES.find((bridge) => CODE_OF_BRIDGE_ERROR[bridge] === code) ?? 'internal';
