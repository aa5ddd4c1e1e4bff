export { createLiveness } from './createLiveness.js';
export { createPlatformVerification } from './platform/createPlatformVerification.js';
export type {
  PlatformHost,
  PlatformVerification,
  PlatformVerificationOptions,
} from './platform/PlatformVerification.js';
export { refusedOutcome } from './platform/refusedOutcome.js';
export type { Liveness } from './Liveness.js';
export type { LivenessEvent } from './LivenessEvent.js';
export type { LivenessHost } from './LivenessHost.js';
export type { LivenessOptions } from './LivenessOptions.js';
export type { LivenessServer } from './LivenessServer.js';
export { createFetchTransport } from './transport/createFetchTransport.js';
export type { FetchAnswer, FetchLike, FetchTransportOptions } from './transport/createFetchTransport.js';
export type { HttpAnswer, HttpRequest, HttpTransport } from './transport/HttpTransport.js';
export type { SubtleLike } from './proof/SubtleLike.js';
