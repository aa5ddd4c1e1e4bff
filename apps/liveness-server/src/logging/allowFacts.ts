import type { LogFacts } from './LogFacts.js';

type FactKind = 'word' | 'number' | 'flag' | 'place' | 'head';

/** Every fact that a line may hold, and what it must look like. What is not here is left out. */
const FACTS: Readonly<Record<keyof LogFacts, FactKind>> = {
  requestId: 'word',
  method: 'word',
  route: 'place',
  status: 'number',
  code: 'word',
  durationMs: 'number',
  bytes: 'number',
  count: 'number',
  sessionId: 'word',
  clientId: 'word',
  keyId: 'word',
  endpointId: 'word',
  deliveryId: 'word',
  job: 'word',
  jobId: 'word',
  tries: 'number',
  verified: 'flag',
  assurance: 'word',
  policy: 'word',
  level: 'word',
  port: 'number',
  process: 'word',
  signal: 'word',
  stored: 'number',
  threshold: 'number',
  threads: 'number',
  rssBytes: 'number',
  seq: 'number',
  head: 'head',
  errorName: 'word',
  errorCode: 'word',
  errorAt: 'place',
};

/** Ids and codes have at most 64 characters, fewer than a token of 43 plus anything; no blanks, so no sentence and no header. */
const WORD = /^[A-Za-z0-9._:@-]{1,64}$/;
/** A route's pattern, or where in our files an error was thrown. */
const PLACE = /^[A-Za-z0-9._:@/*{}() <>,[\]-]{1,400}$/;
/** A token of a client (43 characters of base64url) or a part of a key: never a fact, whatever it is called. */
const SECRET = /hk_[A-Za-z0-9_-]{22}|^[A-Za-z0-9_-]{43}$/;

/** A compact JWS, 600 characters at most. */
const JWS = /^(?=.{1,600}$)([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** A signed head of the audit log, by what its own signed header says; no other token gets out by this name. */
function isAuditHead(value: string): boolean {
  const header = JWS.exec(value)?.[1];
  return (
    header !== undefined && /"typ":"huoti-audit-head\+jwt"/.test(Buffer.from(header, 'base64url').toString())
  );
}

function allowed(kind: FactKind, value: unknown): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'head') return typeof value === 'string' && isAuditHead(value);
  if (typeof value !== 'string' || SECRET.test(value)) return false;
  return (kind === 'word' ? WORD : PLACE).test(value);
}

/**
 * What of an object may be written to a log: known names with values of their kind. A value that does not look as it must
 * is named as withheld, so that its absence is seen.
 *
 * @example allowFacts({ sessionId, template: bytes }) // { sessionId }
 */
export function allowFacts(
  facts: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {};
  for (const [name, kind] of Object.entries(FACTS)) {
    const value = facts[name];
    if (value === undefined || value === null) continue;
    kept[name] = allowed(kind, value) ? (value as string | number | boolean) : '[withheld]';
  }
  return kept;
}
