export { BRIDGE_PROTOCOL, BRIDGE_VERSION, BRIDGE_VERSIONS, chooseBridgeVersion } from './bridgeVersion.js';
export {
  BRIDGE_CREDIT_STALL_MS,
  BRIDGE_DEFAULT_CREDITS,
  BRIDGE_HELLO_EVERY_MS,
  BRIDGE_HELLO_FOR_MS,
  BRIDGE_PERMISSION_TIMEOUT_MS,
  BRIDGE_REQUEST_TIMEOUT_MS,
  BRIDGE_RESULT_EVERY_MS,
  MAX_BRIDGE_CONTROL_BYTES,
  MAX_BRIDGE_CREDITS,
  MAX_BRIDGE_FRAME_BYTES,
  MAX_BRIDGE_RESULT_SENDS,
  MIN_BRIDGE_FRAME_BYTES,
} from './bridgeLimits.js';
export { BRIDGE_ERROR_CODES, CODE_OF_BRIDGE_ERROR, codeOfBridgeError } from './bridgeErrors.js';
export type { BridgeError, BridgeErrorCode } from './bridgeErrors.js';
export { BRIDGE_CAPABILITIES } from './bridgeCapabilities.js';
export type { BridgeCapability } from './bridgeCapabilities.js';
export { BRIDGE_MESSAGES } from './bridgeMessages.js';
export type {
  BridgeEventName,
  BridgeMessageName,
  BridgePayload,
  BridgeReply,
  BridgeRequestName,
} from './bridgeMessages.js';
export { BridgeEnvelopeSchema } from './BridgeEnvelope.js';
export type { BridgeEnvelope } from './BridgeEnvelope.js';
export type {
  BridgeCancelMessage,
  BridgeEventMessage,
  BridgeFrameMessage,
  BridgeMessage,
  BridgeReplyMessage,
  BridgeRequestMessage,
} from './BridgeMessage.js';
export type {
  BridgeFrame,
  BridgeFrameFormat,
  CameraOpen,
  CameraOpened,
  CameraState,
  FrameCredit,
} from './payloads/camera.js';
export type { BridgeLog, Brightness, Haptics, KeepAwake, PermissionState } from './payloads/device.js';
export type { Hello, Welcome } from './payloads/handshake.js';
export type {
  BridgeChallenge,
  BridgeResult,
  SessionGrant,
  SessionStart,
  SessionState,
} from './payloads/session.js';
export { readBridgeMessage } from './readBridgeMessage.js';
export type { BridgeReading, ReadBridgeMessageOptions } from './readBridgeMessage.js';
export { writeBridgeMessage } from './writeBridgeMessage.js';
export type { WriteBridgeMessageOptions } from './writeBridgeMessage.js';
export { joinBridgeFrame, splitBridgeFrame } from './bridgeFrameBytes.js';
