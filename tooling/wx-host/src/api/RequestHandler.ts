import type { NetworkCall } from '../record/HostRecord.js';

/** What a test answers to a request. */
export interface AnsweredRequest {
  readonly statusCode: number;
  readonly header?: Readonly<Record<string, string>>;
  /** Text, bytes, or an object that is sent as JSON. @default '' */
  readonly data?: string | Uint8Array | object;
}

/** Answers the network. What it throws becomes `request:fail`. */
export type RequestHandler = (call: NetworkCall) => AnsweredRequest | Promise<AnsweredRequest>;
