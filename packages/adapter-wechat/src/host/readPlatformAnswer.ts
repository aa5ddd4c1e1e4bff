import { HuotiError } from '@huoti/protocol';
import { utf8Of } from './utf8Of.js';

/** What came back, as the transport of `@huoti/client` has it. */
export interface PlatformAnswer {
  readonly status: number;
  header(name: string): string | null;
  readonly body: Uint8Array;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Bytes from another realm are no `ArrayBuffer` of this one: told by name. */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

function bodyOf(data: unknown): Uint8Array {
  if (data === undefined || data === null || data === '') return new Uint8Array(0);
  if (typeof data === 'string') return utf8Of(data);
  if (kindOf(data) === 'ArrayBuffer') return new Uint8Array(data as ArrayBuffer);
  if (kindOf(data) === 'Uint8Array') return data as Uint8Array;
  throw new HuotiError(
    'PROTOCOL_MALFORMED',
    "the platform gave the server's answer neither as bytes nor as text",
  );
}

/** The status of an answer: `statusCode`, or Alipay's `status`; `null` where it is none. */
export function statusOf(answer: unknown): number | null {
  if (!isObject(answer)) return null;
  const status = answer['statusCode'] ?? answer['status'];
  return typeof status === 'number' && status >= 100 && status <= 599 ? status : null;
}

/**
 * Reads what a request was answered with, on any platform.
 *
 * @throws HuotiError PROTOCOL_MALFORMED for what is no answer, or is longer than `maxBytes`
 */
export function readPlatformAnswer(answer: unknown, maxBytes: number): PlatformAnswer {
  const status = statusOf(answer);
  if (status === null || !isObject(answer)) {
    throw new HuotiError('PROTOCOL_MALFORMED', 'the platform gave an answer without a status');
  }
  const body = bodyOf(answer['data']);
  if (body.length > maxBytes) {
    throw new HuotiError('PROTOCOL_MALFORMED', `the server's answer is longer than ${maxBytes} bytes`);
  }
  const given = answer['header'] ?? answer['headers'];
  const headers = new Map<string, string>();
  if (isObject(given)) {
    for (const name of Object.keys(given)) headers.set(name.toLowerCase(), String(given[name]));
  }
  return { status, body, header: (name) => headers.get(name.toLowerCase()) ?? null };
}
