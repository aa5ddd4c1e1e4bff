import { HuotiError } from '@huoti/protocol';

/** Where `huoti serve` listens unless told otherwise. */
export const DEFAULT_PORT = 8787;

const MAX_PORT = 65_535;

/** @throws HuotiError INVALID_ARGUMENT for what is no port */
export function readPort(word: string | null): number {
  if (word === null) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(word) ? Number(word) : NaN;
  if (!(port <= MAX_PORT)) {
    throw new HuotiError('INVALID_ARGUMENT', `--port takes a number from 0 (any free one) to ${MAX_PORT}`);
  }
  return port;
}
