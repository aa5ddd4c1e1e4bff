import { Type, type Static } from '@sinclair/typebox';
import type { ErrorCode } from '../errors/errorCodes.js';

/** Codes that cross the bridge: stable, lower case, spoken by native hosts in any language. */
export const BRIDGE_ERROR_CODES = [
  'permission_denied',
  'permission_dismissed',
  'camera_not_found',
  'camera_in_use',
  'camera_stalled',
  'camera_interrupted',
  'insecure_context',
  'csp_blocked',
  'wasm_unavailable',
  'unsupported_version',
  'unsupported_capability',
  'not_trusted',
  'too_large',
  'bad_message',
  'timeout',
  'cancelled',
  'backgrounded',
  'page_reloaded',
  'process_gone',
  'internal',
] as const;

/** One of {@link BRIDGE_ERROR_CODES}. */
export type BridgeErrorCode = (typeof BRIDGE_ERROR_CODES)[number];

/** What went wrong on the other side. A code that is not known counts as `internal`. */
export const BridgeErrorSchema = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z_]{0,47}$' }),
  /** Whether the same request may succeed when a person tries again. */
  retryable: Type.Boolean(),
  /** For developers, in English; never a path, a token or a device name. */
  message: Type.Optional(Type.String({ maxLength: 300 })),
  /** Name of the platform's own error, such as `AVErrorDeviceInUseByAnotherSession`. */
  cause: Type.Optional(Type.String({ maxLength: 100 })),
});
/** What {@link BridgeErrorSchema} describes. */
export type BridgeError = Static<typeof BridgeErrorSchema>;

/** What each code is called in the page (protocol: bridge codes and ours). */
export const CODE_OF_BRIDGE_ERROR: Readonly<Record<BridgeErrorCode, ErrorCode>> = {
  permission_denied: 'CAMERA_PERMISSION_DENIED',
  permission_dismissed: 'CAMERA_PERMISSION_DENIED',
  camera_not_found: 'CAMERA_NOT_FOUND',
  camera_in_use: 'CAMERA_IN_USE',
  camera_stalled: 'CAMERA_INTERRUPTED',
  camera_interrupted: 'CAMERA_INTERRUPTED',
  backgrounded: 'CAMERA_INTERRUPTED',
  insecure_context: 'INSECURE_CONTEXT',
  csp_blocked: 'CSP_BLOCKED',
  wasm_unavailable: 'BACKEND_UNAVAILABLE',
  unsupported_version: 'PROTOCOL_VERSION_UNSUPPORTED',
  unsupported_capability: 'HOST_FORBIDS',
  not_trusted: 'HOST_FORBIDS',
  too_large: 'PROTOCOL_MALFORMED',
  bad_message: 'PROTOCOL_MALFORMED',
  timeout: 'BRIDGE_TIMEOUT',
  cancelled: 'ABORTED',
  page_reloaded: 'BRIDGE_UNAVAILABLE',
  process_gone: 'BRIDGE_UNAVAILABLE',
  internal: 'HOST_ERROR',
};

const isKnown = (code: string): code is BridgeErrorCode =>
  (BRIDGE_ERROR_CODES as readonly string[]).includes(code);

/**
 * The code a page throws for what a host reported.
 *
 * @example codeOfBridgeError('camera_in_use') // 'CAMERA_IN_USE'
 */
export const codeOfBridgeError = (code: string): ErrorCode =>
  isKnown(code) ? CODE_OF_BRIDGE_ERROR[code] : 'HOST_ERROR';
