import { readFile } from 'node:fs/promises';
import { HuotiError } from '@huoti/protocol';

/** A JWK set's keys, as far as they are looked at here. */
export type AuditKeys = readonly Readonly<Record<string, unknown>>[];

/** A set has a few keys; whatever answers more is none. */
const MOST_BYTES = 1_000_000;

/**
 * The public keys of a JWKS, from a file or from a service.
 *
 * @param source a path, or a URL of https or of this machine
 * @throws HuotiError INVALID_ARGUMENT where there is none; ABORTED
 */
export async function readAuditKeys(source: string, { signal }: { signal: AbortSignal }): Promise<AuditKeys> {
  const text = /^https?:\/\//.test(source) ? await fetchText(source, signal) : await fileText(source);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw noKeys(source, cause);
  }
  const keys = typeof content === 'object' && content !== null && 'keys' in content ? content.keys : null;
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'object' && key !== null)) {
    throw noKeys(source);
  }
  return keys as AuditKeys;
}

const noKeys = (source: string, cause?: unknown): HuotiError =>
  new HuotiError(
    'INVALID_ARGUMENT',
    `--keys: ${source} is no JWKS; give the URL of the service's /.well-known/jwks.json, or a copy of it`,
    { cause },
  );

async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new HuotiError('INVALID_ARGUMENT', `--keys: ${path} can't be read`, { cause });
  }
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      '--keys: an http: URL of another machine proves nothing; use https:',
    );
  }
  try {
    const answer = await fetch(url, { signal, redirect: 'error' });
    if (!answer.ok) throw new TypeError(`status ${answer.status}`);
    const text = await answer.text();
    if (text.length > MOST_BYTES) throw new TypeError('too long');
    return text;
  } catch (cause) {
    if (signal.aborted) throw new HuotiError('ABORTED', 'aborted', { cause });
    throw new HuotiError('INVALID_ARGUMENT', `--keys: ${url} gave no JWKS`, { cause });
  }
}
